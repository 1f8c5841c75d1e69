#include "app/candidates.h"

#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "store/candidates.h"
#include "store/lists.h"

#define LISTED 8 /* candidates that a message names */

/* Results stand on the page: who sees it is not blind any more. */
static bool note_viewed(struct app *app, const struct candidate_file *f, struct err *e)
{
    struct {
        int64_t *items;
        size_t n, cap;
    } ids = {0};
    for (size_t i = 0; i < f->sessions.n; i++)
        if (!f->sessions.items[i].row.hidden)
            *VEC_PUSH(&ids) = f->sessions.items[i].row.id;
    bool good = store_note_viewed(app->store, ids.items, ids.n, true, e);
    VEC_RELEASE(&ids);
    return good;
}

bool candidates_load(struct app *app, int64_t id, struct candidate_file *out, struct err *e)
{
    if (!app_open_store(app, e) || !store_candidate_file(app->store, id, out, e))
        return false;
    if (!note_viewed(app, out, e)) {
        candidate_file_release(out);
        return false;
    }
    for (size_t i = 0; i < out->sessions.n; i++) {
        struct interview_row *row = &out->sessions.items[i].row;
        if (row->started_at == 0) /* its place is not known before it starts: it is here */
            row->offset_min = app_offset(app, row->planned_at);
    }
    return true;
}

bool candidates_of(struct app *app, int64_t interview, int64_t *id, struct err *e)
{
    return app_open_store(app, e) && store_candidate_of(app->store, interview, id, e);
}

bool candidates_list(struct app *app, const char *typed, int limit, struct name_rows *out,
                     struct err *e)
{
    *out = (struct name_rows){0};
    return app_open_store(app, e) && store_candidates(app->store, typed, limit, out, e);
}

/* ---- finding one by what a person would type ---- */

static bool tell_several(const char *which, const struct name_rows *rows, struct err *e)
{
    struct str lines = STR_INIT;
    for (size_t i = 0; i < rows->n && i < LISTED; i++)
        str_addf(&lines, "\n  %lld  %s%s%s", (long long)rows->items[i].id, rows->items[i].name,
                 rows->items[i].detail[0] != '\0' ? ", " : "", rows->items[i].detail);
    err_set(e, ERR_INPUT, "\"%s\" fits several candidates; give the number of one:%s%s", which,
            lines.s, rows->n > LISTED ? "\n  ..." : "");
    str_release(&lines);
    return false;
}

static bool choose(const char *which, const struct name_rows *rows, int64_t *id, struct err *e)
{
    if (rows->n == 0)
        return err_set(e, ERR_MISSING,
                       "there is no candidate \"%s\": \"slate candidate list\" shows who is known",
                       which);
    if (rows->n > 1)
        return tell_several(which, rows, e);
    *id = rows->items[0].id;
    return true;
}

/* A whole name goes before names that begin so. */
static bool by_name(struct app *app, const char *which, int64_t *id, struct err *e)
{
    struct name_rows rows = {0};
    bool ok = store_namesakes(app->store, which, LISTED + 1, &rows, e);
    if (ok && rows.n == 0) {
        name_rows_release(&rows);
        ok = store_candidates(app->store, which, LISTED + 1, &rows, e);
    }
    ok = ok && choose(which, &rows, id, e);
    name_rows_release(&rows);
    return ok;
}

static bool by_number(struct app *app, long number, int64_t *id, struct err *e)
{
    struct candidate c;
    struct arena arena = {0};
    bool ok = store_candidate(app->store, number, &c, &arena, e);
    if (ok)
        *id = c.id;
    arena_release(&arena);
    return ok;
}

bool candidates_find(struct app *app, const char *which, int64_t *id, struct err *e)
{
    long number;
    if (!app_open_store(app, e))
        return false;
    if (str_int(which, 1, INT32_MAX, &number))
        return by_number(app, number, id, e);
    return by_name(app, which, id, e);
}

/* ---- changing ---- */

#define CONTACT_MAX 1000 /* bytes of an address, a number, a link */

/* Trimmed, in NFC, on one line; NULL when nothing is left. Belongs to the arena. */
static const char *tidy(const char *typed, struct arena *a)
{
    struct str text = STR_INIT, clean = STR_INIT;
    if (typed == NULL)
        return NULL;
    utf8_clean(&clean, typed, strlen(typed), false);
    utf8_nfc(&text, clean.s + strspn(clean.s, " "));
    while (text.len > 0 && text.s[text.len - 1] == ' ')
        str_splice(&text, text.len - 1, 1, "", 0);
    const char *kept = text.len > 0 ? arena_dup(a, text.s) : NULL;
    str_release(&text);
    str_release(&clean);
    return kept;
}

static bool check_length(const char *field, const char *text, struct err *e)
{
    return text == NULL || strlen(text) <= CONTACT_MAX ||
           err_set(e, ERR_INPUT, "%s: that is longer than %d letters", field, CONTACT_MAX);
}

static bool check_contact(const struct candidate *c, struct err *e)
{
    if (c->email != NULL && (strchr(c->email, '@') == NULL || strpbrk(c->email, " ,;<>") != NULL))
        return err_set(e, ERR_INPUT,
                       "email: \"%s\" is no mail address: one address, such as ada@example.com",
                       c->email);
    return check_length("email", c->email, e) && check_length("phone", c->phone, e) &&
           check_length("link", c->link, e);
}

bool candidates_edit(struct app *app, const struct candidate *c, struct err *e)
{
    char name[NAME_MAX_BYTES + 1];
    struct arena a = {0};
    if (!name_tidy(c->name != NULL ? c->name : "", name, e))
        return err_prefix(e, "name");
    struct candidate tidied = {.id = c->id,
                               .name = name,
                               .email = tidy(c->email, &a),
                               .phone = tidy(c->phone, &a),
                               .link = tidy(c->link, &a)};
    bool ok = check_contact(&tidied, e) && app_open_store(app, e) &&
              store_edit_candidate(app->store, &tidied, app_now(app), e);
    arena_release(&a);
    return ok;
}

bool candidates_merge(struct app *app, int64_t from, int64_t into, struct err *e)
{
    return app_open_store(app, e) &&
           store_merge_candidates(app->store, from, into, app_now(app), e);
}

bool candidates_part(struct app *app, int64_t id, struct err *e)
{
    return app_open_store(app, e) && store_merge_candidates(app->store, id, 0, app_now(app), e);
}
