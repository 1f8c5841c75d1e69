#include "support/desk.h"

#include <string.h>
#include <sys/stat.h>

#include "app/viewing.h"
#include "base/file.h"
#include "support/stored.h"

#define NOTE(at) ((struct slot){FIELD_NOTE, at, 0})

static void break_store(struct desk *d, bool broken)
{
    assert_true(stored_fill_disk(d->app.store, broken));
}

static bool edit(struct live *live, size_t at, size_t del, const char *ins, struct err *e)
{
    struct splice s = {.at = at, .del = del, .ins = ins, .n = strlen(ins)};
    return live_edit(live, NOTE(0), &s, e);
}

static void nothing_is_shown_that_is_not_stored(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str before = STR_INIT, after = STR_INIT, what = STR_INIT;
    struct slot slot;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    desk_score(live, 1, 2);
    desk_dump(live_interview(live), &before);
    break_store(&d, true);
    desk_refused(live_mark(live, (struct mark){.state = ANSWER_SCORED, .score = 5}, &e), &e,
                 ERR_STORE, "");
    desk_refused(live_toggle(live, FIELD_HEARD, 0, &e), &e, ERR_STORE, "");
    desk_refused(live_toggle(live, FIELD_OVERALL, 0, &e), &e, ERR_STORE, "");
    desk_refused(live_go(live, STAGE_QUESTIONS, 3, &e), &e, ERR_STORE, "");
    desk_refused(live_go(live, STAGE_CLOSING, 0, &e), &e, ERR_STORE, "");
    desk_refused(live_pause(live, true, &e), &e, ERR_STORE, "");
    desk_refused(live_undo(live, &what, &slot, &e), &e, ERR_STORE, "");
    desk_refused(live_abandon(live, &e), &e, ERR_STORE, "");
    assert_int_equal(live_add_own(live, &e), -1);
    desk_dump(live_interview(live), &after);
    assert_string_equal(after.s, before.s);
    assert_true(live_can_undo(live));
    break_store(&d, false);
    live_close(live);
    desk_remove(&d);
    str_release(&before);
    str_release(&after);
    str_release(&what);
}

static void assert_stored_note(struct desk *d, int64_t id, const char *expected)
{
    struct app other;
    struct interview iv;
    struct err e = ERR_INIT;
    app_init(&other, d->app.sys, d->db.s);
    assert_done(view_interview(&other, id, &iv, &e), &e);
    assert_string_equal(iv.answers[0].note.s, expected);
    interview_release(&iv);
    app_release(&other);
}

/* Typing goes on while the disk is full; as soon as something can be written, all of it is. */
static void typed_text_is_kept_until_it_can_be_written(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    assert_done(edit(live, 0, 0, "caf\xC3\xA9 at six", &e), &e);
    break_store(&d, true);
    desk_refused(edit(live, 3, 2, "\xC3\xA8", &e), &e, ERR_STORE, ""); /* shares a byte */
    desk_refused(edit(live, 12, 0, ", twice", &e), &e, ERR_STORE, "");
    assert_string_equal(live_interview(live)->answers[0].note.s, "caf\xC3\xA8 at six, twice");
    assert_true(live_unsaved(live));
    assert_stored_note(&d, id, "caf\xC3\xA9 at six");
    desk_pass(&d, 1000);
    live_tick(live, &e);
    assert_int_equal(e.kind, ERR_STORE);
    assert_true(live_unsaved(live));
    e = (struct err)ERR_INIT;
    break_store(&d, false);
    live_tick(live, &e);
    assert_int_equal(e.kind, ERR_NONE);
    assert_false(live_unsaved(live));
    assert_stored_note(&d, id, "caf\xC3\xA8 at six, twice");
    assert_done(live_fold(live, NOTE(0), &e), &e);
    live_close(live);
    assert_stored_note(&d, id, "caf\xC3\xA8 at six, twice");
    desk_remove(&d);
}

static void the_next_key_writes_it_too(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    break_store(&d, true);
    desk_refused(edit(live, 0, 0, "bags", &e), &e, ERR_STORE, "");
    desk_refused(live_fold(live, NOTE(0), &e), &e, ERR_STORE, "");
    desk_refused(live_submit(live, &e), &e, ERR_STORE, "");
    break_store(&d, false);
    desk_score(live, 1, 3);
    assert_false(live_unsaved(live));
    assert_stored_note(&d, id, "bags");
    live_close(live);
    desk_remove(&d);
}

static void leaving_writes_it_at_last(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    int64_t id = live_interview(live)->id;
    break_store(&d, true);
    desk_refused(edit(live, 0, 0, "bags", &e), &e, ERR_STORE, "");
    break_store(&d, false);
    live_close(live);
    assert_stored_note(&d, id, "bags");
    desk_remove(&d);
}

/* The screen is gone and the disk is still full: a file has the text, whole. */
static void what_cannot_be_written_at_last_goes_to_a_file(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str path = STR_INIT, bytes = STR_INIT;
    struct stat st;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    assert_done(edit(live, 0, 0, "caf\xC3\xA9", &e), &e);
    break_store(&d, true);
    desk_refused(edit(live, 5, 0, " at six", &e), &e, ERR_STORE, "");
    live_close(live);
    break_store(&d, false);
    str_addf(&path, "%s-unsaved.txt", d.db.s);
    assert_string_equal(d.app.rescued.s, path.s);
    assert_int_equal(stat(path.s, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_done(file_read(path.s, 4096, &bytes, NULL, &e), &e);
    assert_non_null(strstr(bytes.s, "2026-11-21 14:05: this could not be stored in "));
    assert_non_null(strstr(bytes.s, "the interview with Ada Moreau,"));
    assert_non_null(strstr(bytes.s, ":\ncaf\xC3\xA9 at six\n"));
    str_clear(&bytes);
    app_add_news(&d.app, &bytes);
    assert_non_null(strstr(bytes.s, path.s));
    desk_remove(&d);
    str_release(&path);
    str_release(&bytes);
}

static void a_refused_submit_leaves_it_open(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    for (int i = 0; i < 4; i++)
        desk_score(live, i, 4);
    break_store(&d, true);
    desk_refused(live_submit(live, &e), &e, ERR_STORE, "");
    assert_int_equal(live_interview(live)->state, INTERVIEW_OPEN);
    break_store(&d, false);
    assert_done(live_submit(live, &e), &e);
    desk_type(live, (struct slot){FIELD_DECISION, 0, 0}, "Careful");
    break_store(&d, true);
    desk_refused(live_decide(live, DECISION_HOLD, &e), &e, ERR_STORE, "");
    assert_int_equal(live_interview(live)->decision, DECISION_NONE);
    assert_string_equal(live_interview(live)->decision_draft.s, "Careful");
    break_store(&d, false);
    assert_done(live_decide(live, DECISION_HOLD, &e), &e);
    live_close(live);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_shown_that_is_not_stored),
        cmocka_unit_test(typed_text_is_kept_until_it_can_be_written),
        cmocka_unit_test(the_next_key_writes_it_too),
        cmocka_unit_test(leaving_writes_it_at_last),
        cmocka_unit_test(what_cannot_be_written_at_last_goes_to_a_file),
        cmocka_unit_test(a_refused_submit_leaves_it_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
