/* The history of an interview, line by line. */

#include "app/amending.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "base/vec.h"
#include "store/amending.h"

/* ---- rows into words ---- */

static const char *value(struct history_lines *h, const struct interview *iv,
                         const struct past_row *r, const char *raw)
{
    struct str words = STR_INIT;
    amend_add_value(&words, iv, r->slot, raw);
    const char *kept = arena_text(&h->arena, words.s, words.len);
    str_release(&words);
    return kept;
}

static void add_decision(struct str *what, const struct past_row *r)
{
    str_add(what, r->old != NULL ? "decided again, at " : "decided, at ");
    if (r->on.tenths > 0)
        str_addf(what, "%d.%d (%d of %d scored)", r->on.tenths / 10, r->on.tenths % 10,
                 r->on.scored, r->on.asked);
    else
        str_addf(what, "incomplete (%d of %d)", r->on.scored, r->on.asked);
}

static void add_question(struct str *what, const struct interview *iv, const struct past_row *r)
{
    str_addf(what, "question %d (%s) ", r->slot.pos + 1, iv->kit.questions[r->slot.pos].id.s);
    str_add(what, r->kind == PAST_VOIDED ? "voided, in every interview with these questions"
                                         : "counts again, in every interview with these questions");
}

static void add_what(struct str *what, const struct interview *iv, const struct past_row *r)
{
    switch (r->kind) {
    case PAST_STARTED:
        str_add(what, "started");
        break;
    case PAST_ENDED:
        str_add(what, interview_state_name(iv->state));
        break;
    case PAST_DECIDED:
        add_decision(what, r);
        break;
    case PAST_VOIDED:
    case PAST_UNVOIDED:
        add_question(what, iv, r);
        break;
    default:
        if (r->cause != CAUSE_DO)
            str_add(what, r->cause == CAUSE_UNDO ? "undone: " : "redone: ");
        amend_add_what(what, iv, r->slot);
        break;
    }
}

static const char *verdict(const char *name)
{
    enum decision d;
    return name != NULL && decision_parse(name, &d) ? decision_words(d) : NULL;
}

static void add_line(struct history_lines *h, const struct interview *iv, const struct past_row *r)
{
    struct str what = STR_INIT;
    struct history_line *line = VEC_PUSH(h);
    add_what(&what, iv, r);
    *line = (struct history_line){.kind = r->kind,
                                  .at = r->at,
                                  .who = arena_dup(&h->arena, r->who),
                                  .what = arena_text(&h->arena, what.s, what.len),
                                  .reason = arena_dup(&h->arena, r->reason)};
    if (r->kind == PAST_RECORDED || r->kind == PAST_AMENDED) {
        line->old = value(h, iv, r, r->old);
        line->new = value(h, iv, r, r->new);
    } else if (r->kind == PAST_DECIDED) {
        line->old = verdict(r->old);
        line->new = verdict(r->new);
    }
    str_release(&what);
}

bool history_lines(struct app *app, const struct interview *iv, struct history_lines *out,
                   struct err *e)
{
    struct past past;
    *out = (struct history_lines){0};
    if (!app_open_store(app, e) || !store_past(app->store, iv, &past, e))
        return false;
    for (size_t i = 0; i < past.n; i++)
        add_line(out, iv, &past.items[i]);
    past_release(&past);
    return true;
}

void history_lines_release(struct history_lines *h)
{
    VEC_RELEASE(h);
    arena_release(&h->arena);
    *h = (struct history_lines){0};
}

/* ---- as text ---- */

#define INDENT 18 /* the columns of "2026-11-21 14:05  " */

static void add_values(struct str *out, const struct history_line *l)
{
    if (l->new == NULL)
        return;
    if (l->old != NULL && l->old[0] != '\0')
        str_addf(out, "%s -> ", l->old);
    str_add(out, l->new[0] != '\0' ? l->new : "(empty)");
}

static void paragraph(struct str *out, const char *first, const char *text, int width)
{
    struct str lead = STR_INIT;
    text_pad(&lead, first, INDENT);
    text_paragraph(out, lead.s, INDENT, text, width);
    str_release(&lead);
}

static void add_entry(struct str *out, const struct history_line *l, int offset_min, int width)
{
    struct str head = STR_INIT, text = STR_INIT;
    clock_add_date_time(&head, l->at, offset_min);
    str_addf(&text, "%s: %s", l->who, l->what);
    paragraph(out, head.s, text.s, width);
    str_clear(&text);
    add_values(&text, l);
    if (text.len > 0)
        paragraph(out, "", text.s, width);
    str_clear(&text);
    if (l->reason != NULL && l->reason[0] != '\0') {
        str_addf(&text, "because: %s", l->reason);
        paragraph(out, "", text.s, width);
    }
    str_release(&head);
    str_release(&text);
}

void history_text(const struct history_lines *h, const struct interview *iv, int width,
                  struct str *out)
{
    for (size_t i = 0; i < h->n; i++)
        add_entry(out, &h->items[i], iv->offset_min, width > INDENT + 10 ? width : INDENT + 10);
}

/* ---- as JSON ---- */

static const char *const kinds[] = {
    [PAST_STARTED] = "started",   [PAST_RECORDED] = "recorded", [PAST_ENDED] = "ended",
    [PAST_DECIDED] = "decided",   [PAST_AMENDED] = "amended",   [PAST_VOIDED] = "voided",
    [PAST_UNVOIDED] = "unvoided",
};

void history_json(const struct history_lines *h, const struct interview *iv, struct str *out)
{
    struct json *list = json_array_new();
    struct str at = STR_INIT;
    for (size_t i = 0; i < h->n; i++) {
        const struct history_line *l = &h->items[i];
        struct json *o = json_object_in(list, NULL);
        str_clear(&at);
        clock_add_iso(&at, l->at, iv->offset_min);
        json_text(o, "kind", kinds[l->kind]);
        json_text(o, "at", at.s);
        json_text(o, "who", l->who);
        json_text(o, "what", l->what);
        json_text(o, "old", l->old);
        json_text(o, "new", l->new);
        json_text(o, "reason", l->reason);
    }
    json_dump(list, out);
    json_release(list);
    str_release(&at);
}
