#include "cli/compared.h"

#include "base/text.h"
#include "cli/rows.h"

void compared_add_remarks(struct str *out, const struct remarks *r)
{
    for (size_t i = 0; i < r->n; i++)
        text_paragraph(out, "- ", 2, r->items[i], CLI_WIDTH);
}

void compared_json_remarks(struct json *o, const struct remarks *r)
{
    struct json *list = json_array_in(o, "remarks");
    for (size_t i = 0; i < r->n; i++)
        json_text(list, NULL, r->items[i]);
}

void compared_json_composite(struct json *o, const char *key, const struct composite *c)
{
    struct json *x = json_object_in(o, key);
    if (composite_complete(c))
        json_int(x, "mean", composite_hundredths(c));
    else
        json_null_in(x, "mean");
    json_int(x, "scale", c->scale);
    json_int(x, "asked", c->asked);
    json_int(x, "scored", c->scored);
    json_int(x, "no_evidence", c->no_evidence);
    json_int(x, "skipped", c->skipped);
    json_int(x, "voided", c->voided);
}

void compared_json_sem(struct json *o, const struct sem *s)
{
    struct json *x = json_object_in(o, "standard_error");
    struct str why = STR_INIT;
    sem_add_reason(&why, s);
    if (s->why == SEM_GIVEN)
        json_int(x, "value", sem_hundredths(s));
    else
        json_null_in(x, "value");
    json_int(x, "interviews", s->n);
    json_bool(x, "small_sample", s->why == SEM_GIVEN && s->n < SEM_SMALL_SAMPLE);
    json_text(x, "withheld", s->why == SEM_GIVEN ? NULL : why.s);
    json_text(x, "note", SEM_CAVEAT);
    str_release(&why);
}

void compared_json_head(struct json *o, const struct scored *s)
{
    const struct interview_row *row = &s->row;
    if (!rows_json_interview(o, row))
        return;
    rows_json_time(o, "started", row->started_at, row->offset_min);
    rows_json_time(o, "submitted", row->submitted_at, row->offset_min);
    json_bool(o, "not_blind", s->not_blind);
    json_text(o, "decision", row->decision != DECISION_NONE ? decision_name(row->decision) : NULL);
}
