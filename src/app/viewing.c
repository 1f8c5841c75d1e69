#include "app/viewing.h"

#include "app/corrections.h"

#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "report/report.h"
#include "store/interviews.h"
#include "store/lists.h"

#define LISTED 8  /* interviews that a message names */
#define PAGE   50 /* rows asked for at a time */

/* What was scored so far is the recruiter's alone until all is scored: whoever reads along sees
 * that a question is scored, not how. */
static void hide_scores(struct interview *iv)
{
    for (size_t i = 0; i < iv->n_answers; i++)
        iv->answers[i].mark.score = 0;
}

bool view_interview(struct app *app, int64_t id, struct interview *iv, struct err *e)
{
    interview_init(iv);
    if (!app_open_store(app, e) || !store_load(app->store, id, iv, e))
        return false;
    if (iv->started_at == 0) /* its place is not known before it starts: it is here */
        iv->offset_min = app_offset(app, iv->planned_at);
    if (iv->state == INTERVIEW_OPEN)
        hide_scores(iv);
    return true;
}

/* ---- finding one by what a person would type ---- */

/* What a name fits, in the order of the list. */
struct found {
    int64_t id;
    size_t n;
    struct str lines; /* the first ones in words, for the message */
};

static void add_row(struct found *f, const struct interview_row *r)
{
    if (f->n == 0)
        f->id = r->id;
    if (++f->n > LISTED)
        return;
    str_addf(&f->lines, "\n  %lld  %s, %s", (long long)r->id, r->candidate,
             interview_state_name(r->state));
    if (r->hidden)
        return;
    str_addf(&f->lines, ", %s %s, ", r->bank, level_name(r->level));
    clock_add_date(&f->lines, r->started_at != 0 ? r->started_at : r->planned_at, r->offset_min);
}

static bool search_names(struct app *app, const char *typed, struct found *f, struct err *e)
{
    struct list_filter filter = {.search = typed, .level = -1, .state = -1, .limit = PAGE};
    bool ok = true, more = true;
    while (ok && more) {
        struct interview_rows rows = {0};
        ok = app_list(app, &filter, &rows, e);
        for (size_t i = 0; ok && i < rows.n; i++)
            if (utf8_has_words(rows.items[i].candidate, typed))
                add_row(f, &rows.items[i]);
        more = ok && rows.more && rows.n > 0;
        if (more) {
            const struct interview_row *last = &rows.items[rows.n - 1];
            filter.before_id = last->id;
        }
        interview_rows_release(&rows);
    }
    return ok;
}

static bool by_name(struct app *app, const char *typed, int64_t *id, struct err *e)
{
    struct found f = {.lines = STR_INIT};
    bool ok = search_names(app, typed, &f, e);
    if (ok && f.n == 0)
        ok = err_set(e, ERR_MISSING,
                     "there is no interview \"%s\": \"slate list\" shows what there is", typed);
    else if (ok && f.n > 1)
        ok = err_set(e, ERR_INPUT, "\"%s\" fits %zu interviews; give the number of one:%s%s", typed,
                     f.n, f.lines.s, f.n > LISTED ? "\n  ..." : "");
    else if (ok)
        *id = f.id;
    str_release(&f.lines);
    return ok;
}

bool view_find(struct app *app, const char *which, int64_t *id, struct err *e)
{
    bool found = false;
    if (!app_open_store(app, e) || !store_find(app->store, which, id, &found, e))
        return false;
    return found || by_name(app, which, id, e);
}

bool view_kit(struct app *app, const char *which, int64_t *kit, struct err *e)
{
    struct interview_rows rows;
    int64_t id;
    if (!view_find(app, which, &id, e) || !store_row(app->store, id, &rows, e))
        return false;
    bool hidden = rows.n == 0 || rows.items[0].hidden;
    *kit = hidden ? 0 : rows.items[0].kit;
    interview_rows_release(&rows);
    return !hidden || err_set(e, ERR_REFUSED,
                              "what interview %lld asked is hidden until you have submitted your "
                              "own of the same candidate",
                              (long long)id);
}

bool view_noted(struct app *app, const int64_t *ids, size_t n, struct err *e)
{
    return app_open_store(app, e) && store_note_viewed(app->store, ids, n, true, e);
}

/* ---- as text ---- */

static void add_report(const struct interview *iv, const struct report_style *style,
                       struct str *out)
{
    report_begin(style, out);
    struct corrections c;
    corrections_make(iv, &c);
    report_add(&(struct report){.style = style, .iv = iv, .corrections = &c.report}, out);
    corrections_release(&c);
    report_end(style, out);
}

void view_text(const struct interview *iv, int width, struct str *out)
{
    struct report_style style = {.format = REPORT_TEXT, .width = width > 0 ? width : 1};
    add_report(iv, &style, out);
}

void view_json(const struct interview *iv, struct str *out)
{
    struct report_style style = {.format = REPORT_JSON};
    add_report(iv, &style, out);
}
