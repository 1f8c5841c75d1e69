#include "store/kept_rows.h"

#include <stdint.h>
#include <string.h>

#include "base/vec.h"

#define PARTS    3
#define TIME_MAX INT64_C(253402300799999) /* ms: the end of the year 9999 */

/* Behind `kit` stands what home does not read. A new member before it must be kept, too: see
 * add_row and read_row. */
_Static_assert(offsetof(struct interview_row, kit) == 120, "what home reads has other members");

void kept_add_number(struct str *out, int64_t number)
{
    str_addn(out, (const char *)&number, sizeof number);
}

void kept_add_text(struct str *out, const char *text)
{
    size_t n = strlen(text);
    kept_add_number(out, (int64_t)n);
    str_addn(out, text, n);
}

static void add_row(struct str *out, const struct interview_row *r)
{
    const int64_t numbers[] = {r->id,         r->level,      r->state,        r->planned_at,
                               r->started_at, r->touched_at, r->submitted_at, r->abandoned_at,
                               r->offset_min, r->at,         r->asked,        r->hidden,
                               r->decision};
    const char *const texts[] = {r->candidate, r->job, r->interviewer, r->bank, r->title};
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        kept_add_number(out, numbers[i]);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        kept_add_text(out, texts[i]);
}

void kept_add_rows(struct str *out, const struct home_rows *rows)
{
    const struct interview_rows *parts[PARTS] = {&rows->open, &rows->planned, &rows->latest};
    for (int i = 0; i < PARTS; i++) {
        kept_add_number(out, (int64_t)parts[i]->n);
        kept_add_number(out, parts[i]->more);
        for (size_t row = 0; row < parts[i]->n; row++)
            add_row(out, &parts[i]->items[row]);
    }
}

/* ---- back ---- */

struct reading {
    const char *at, *end;
    bool good;
};

static int64_t read_number(struct reading *r)
{
    int64_t number = 0;
    r->good = r->good && (size_t)(r->end - r->at) >= sizeof number;
    if (!r->good)
        return 0;
    memcpy(&number, r->at, sizeof number);
    r->at += sizeof number;
    return number;
}

/* One of `count`: what names things by it must not reach behind its table. */
static int read_one_of(struct reading *r, int count)
{
    int64_t number = read_number(r);
    r->good = r->good && number >= 0 && number < count;
    return r->good ? (int)number : 0;
}

static int read_int(struct reading *r)
{
    int64_t number = read_number(r);
    r->good = r->good && number >= INT32_MIN && number <= INT32_MAX;
    return r->good ? (int)number : 0;
}

static int64_t read_time(struct reading *r)
{
    int64_t at = read_number(r);
    r->good = r->good && at >= 0 && at <= TIME_MAX;
    return r->good ? at : 0;
}

static const char *read_text(struct reading *r, struct arena *a)
{
    int64_t n = read_number(r);
    r->good = r->good && n >= 0 && n <= r->end - r->at;
    if (!r->good)
        return "";
    const char *text = arena_text(a, r->at, (size_t)n);
    r->at += n;
    return text;
}

static void read_row(struct reading *r, struct interview_rows *out)
{
    struct interview_row *row = VEC_PUSH(out);
    row->tenths = -1;
    row->id = read_number(r);
    row->level = (enum level)read_one_of(r, LEVELS);
    row->state = (enum interview_state)read_one_of(r, INTERVIEW_STATES);
    row->planned_at = read_time(r);
    row->started_at = read_time(r);
    row->touched_at = read_time(r);
    row->submitted_at = read_time(r);
    row->abandoned_at = read_time(r);
    row->offset_min = read_int(r);
    row->at = read_int(r);
    row->asked = read_int(r);
    row->hidden = read_one_of(r, 2) != 0;
    row->decision = (enum decision)read_one_of(r, DECISIONS);
    row->candidate = read_text(r, &out->arena);
    row->job = read_text(r, &out->arena);
    row->interviewer = read_text(r, &out->arena);
    row->bank = read_text(r, &out->arena);
    row->title = read_text(r, &out->arena);
}

bool kept_read_rows(const char *bytes, size_t n, struct home_rows *out)
{
    struct interview_rows *parts[PARTS] = {&out->open, &out->planned, &out->latest};
    struct reading r = {bytes, bytes + n, true};
    *out = (struct home_rows){0};
    for (int i = 0; i < PARTS; i++) {
        int64_t count = read_number(&r);
        parts[i]->more = read_one_of(&r, 2) != 0;
        while (r.good && count-- > 0) /* each takes bytes: a wild count ends with them */
            read_row(&r, parts[i]);
    }
    if (r.good && r.at == r.end)
        return true;
    home_rows_release(out);
    return false;
}
