#include "base/clock.h"
#include "report/formats.h"
#include "stats/notice.h"

bool has_job(const struct interview *iv)
{
    return iv->job != NULL && *iv->job != '\0';
}

bool has_contact(const struct report *r)
{
    const struct candidate *c = r->contact;
    return c != NULL && !r->style->no_contacts &&
           (c->email != NULL || c->phone != NULL || c->link != NULL);
}

bool shows_notes(const struct report *r, const struct str *note)
{
    return note->len > 0 && !r->style->no_notes;
}

bool has_step_notes(const struct report *r)
{
    for (size_t i = 0; i < r->iv->n_steps; i++)
        if (shows_notes(r, &r->iv->steps[i].note))
            return true;
    return false;
}

void words_kit(struct str *out, const struct interview *iv)
{
    str_addf(out, "%s, %s", iv->kit.title, level_name(iv->kit.level));
    if (has_job(iv))
        str_addf(out, "; %s", iv->job);
}

static void add_when(struct str *out, const char *word, int64_t at, int offset)
{
    if (at == 0)
        return;
    str_addf(out, "%s%s ", out->len > 0 ? ", " : "", word);
    clock_add_date_time(out, at, offset);
}

void words_times(struct str *out, const struct interview *iv)
{
    struct str text = STR_INIT;
    if (iv->started_at == 0)
        add_when(&text, "for", iv->planned_at, iv->offset_min);
    add_when(&text, "started", iv->started_at, iv->offset_min);
    add_when(&text, "submitted", iv->submitted_at, iv->offset_min);
    add_when(&text, "abandoned", iv->abandoned_at, iv->offset_min);
    if (iv->elapsed_ms > 0) {
        str_add(&text, text.len > 0 ? "; took " : "took ");
        clock_add_span(&text, iv->elapsed_ms);
    }
    str_add(out, text.s);
    str_release(&text);
}

void words_decision(struct str *out, const struct interview *iv)
{
    if (iv->decision == DECISION_NONE) {
        str_add(out, "still to be made");
        return;
    }
    str_addf(out, "%s, ", decision_words(iv->decision));
    clock_add_date_time(out, iv->decided_at, iv->offset_min);
}

void words_about(struct str *out, const struct answer *a)
{
    const struct question *q = a->question;
    str_add(out, q->competency.s != NULL ? q->competency.s : "");
    if (a->spent_ms > 0) {
        str_add(out, ", ");
        clock_add_span(out, a->spent_ms);
    }
    if (q->weight != WEIGHT_ONE)
        str_addf(out, ", weight %d.%02d", q->weight / WEIGHT_ONE, q->weight % WEIGHT_ONE);
}

void words_mean(struct str *out, const struct composite *c)
{
    if (composite_competency_complete(c))
        composite_add(out, c);
    else
        str_addf(out, "too few to tell (%d of %d scored)", c->scored, c->asked);
}

void words_anchor(struct str *out, const struct question *q, int score)
{
    int at = score;
    while (at > 1 && q->anchors[at].s == NULL)
        at--;
    if (q->anchors[at].s == NULL)
        return;
    if (at < score)
        str_addf(out, "more than %d: ", at);
    str_add(out, q->anchors[at].s);
}

void words_bare(struct str *out, const struct interview *iv)
{
    int n = notice_count_unsupported(iv);
    if (n > 0)
        str_addf(out, "%d score%s at the end of the scale %s no tick, flag or note", n,
                 n == 1 ? "" : "s", n == 1 ? "has" : "have");
}

size_t n_corrections(const struct report *r)
{
    return r->corrections != NULL ? r->corrections->n : 0;
}

const char *drift_of(const struct report *r)
{
    return r->corrections != NULL ? r->corrections->drift : NULL;
}

void words_correction(struct str *out, const struct report *r, const struct report_correction *c)
{
    clock_add_date_time(out, c->at, r->iv->offset_min);
    if (!r->style->no_interviewer && c->who != NULL)
        str_addf(out, ", %s", c->who);
    str_addf(out, ": %s", c->what);
    if (!c->note)
        str_addf(out, ": %s, was %s", c->value[0] != '\0' ? c->value : "(empty)",
                 c->old[0] != '\0' ? c->old : "(empty)");
    else if (!r->style->no_notes)
        str_addf(out, ": was \"%s\"", c->old);
    str_addf(out, ". %s", c->reason != NULL ? c->reason : "(reason erased)");
}

void words_void(struct str *out, const struct report *r, const struct answer *a)
{
    if (a->voided == NULL)
        return;
    str_addf(out, "void, counts for nothing: %s (", a->voided->reason);
    if (!r->style->no_interviewer)
        str_addf(out, "%s, ", a->voided->who);
    clock_add_date(out, a->voided->at, r->iv->offset_min);
    str_addc(out, ')');
}
