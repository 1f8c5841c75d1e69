#include "support/stored.h"

/* "Ada:open Jun:planned": rows as "candidate:state", a hidden one in brackets. */
static void add_rows(struct str *out, const struct interview_rows *rows)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct interview_row *r = &rows->items[i];
        str_addf(out, r->hidden ? "%s[%s:%s]" : "%s%s:%s", i > 0 ? " " : "", r->candidate,
                 interview_state_name(r->state));
    }
    if (rows->more)
        str_add(out, " ...");
}

void stored_home_is(struct stored *t, int limit, const char *expected)
{
    struct home_rows home;
    struct str out = STR_INIT;
    assert_done(store_home(t->store, limit, &home, &t->e), &t->e);
    add_rows(&out, &home.open);
    str_add(&out, " | ");
    add_rows(&out, &home.planned);
    str_add(&out, " | ");
    add_rows(&out, &home.latest);
    assert_string_equal(out.s, expected);
    str_release(&out);
    home_rows_release(&home);
}

void stored_list_is(struct stored *t, const struct list_filter *f, const char *expected)
{
    struct interview_rows rows;
    struct str out = STR_INIT;
    assert_done(store_list(t->store, f, &rows, &t->e), &t->e);
    add_rows(&out, &rows);
    assert_string_equal(out.s, expected);
    str_release(&out);
    interview_rows_release(&rows);
}

void stored_finds(struct stored *t, const char *words, const char *expected)
{
    stored_list_is(t, &(struct list_filter){.search = words, .level = -1, .state = -1, .limit = 50},
                   expected);
}

int64_t stored_submitted(struct stored *t, const char *candidate, const char *interviewer,
                         const char *job)
{
    int64_t id = stored_start(t, candidate, interviewer, job);
    stored_score_all(t, id);
    stored_submit(t, id);
    return id;
}

int64_t stored_again(struct stored *t, int64_t interview, const char *interviewer, const char *job)
{
    struct str sql = STR_INIT;
    str_addf(&sql, "SELECT candidate FROM interview WHERE id = %lld", (long long)interview);
    struct interview_plan plan = {.candidate_id = stored_ask(t, sql.s),
                                  .interviewer = interviewer,
                                  .job = job,
                                  .level = LEVEL_SENIOR};
    int64_t id = 0;
    assert_done(store_plan(t->store, &plan, &t->file, &id, &t->e), &t->e);
    str_release(&sql);
    return id;
}

void stored_begin(struct stored *t, int64_t id)
{
    struct store_moment when = {t->at++, 0};
    assert_done(store_start(t->store, id, NULL, &when, &t->e), &t->e);
}

void stored_names_are(struct stored *t, const char *typed, const char *expected)
{
    struct name_rows names;
    struct str out = STR_INIT;
    assert_done(store_candidates(t->store, typed, 2, &names, &t->e), &t->e);
    for (size_t i = 0; i < names.n; i++)
        str_addf(&out, "%s (%s)", names.items[i].name, names.items[i].detail);
    assert_string_equal(out.s, expected);
    str_release(&out);
    name_rows_release(&names);
}
