#include "support/desk.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "store/store.h"

static void the_database_is_named_or_has_its_place(void **state)
{
    (void)state;
    const char *home[] = {"HOME", "/home/mara", "SLATE_INTERVIEWER", "Mara", NULL, NULL, NULL};
    struct still_world world = {.environment = home};
    struct app app;
    app_init(&app, still_sys(&world), NULL);
    assert_string_equal(app.db.s, "/home/mara/.local/share/slate/slate.db");
    assert_false(app.db_given);
    assert_string_equal(app.me.s, "Mara");
    app_release(&app);
    home[4] = "SLATE_DB";
    home[5] = "/mnt/x.db";
    app_init(&app, still_sys(&world), NULL);
    assert_string_equal(app.db.s, "/mnt/x.db");
    app_release(&app);
    app_init(&app, still_sys(&world), "y.db");
    assert_string_equal(app.db.s, "y.db");
    assert_true(app.db_given);
    assert_false(app_has_store_file(&app));
    app_release(&app);
}

static void without_a_home_it_says_what_to_set(void **state)
{
    (void)state;
    struct still_world world = {0};
    struct app app;
    struct err e = ERR_INIT;
    app_init(&app, still_sys(&world), NULL);
    desk_refused(app_open_store(&app, &e), &e, ERR_INPUT, "HOME");
    app.rehearsal = true; /* needs no place */
    assert_done(app_open_store(&app, &e), &e);
    app_release(&app);
}

static void a_rehearsal_leaves_nothing(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str path = STR_INIT;
    desk_make(&d);
    app_release(&d.app);
    str_addf(&path, "%s/rehearsed.db", d.home.s);
    app_init(&d.app, still_sys(&d.world), path.s);
    d.app.rehearsal = true;
    assert_done(app_open_store(&d.app, &e), &e);
    struct live *live = desk_call(&d, "Ada Moreau");
    desk_finish(live);
    live_close(live);
    assert_done(app_sync(&d.app, &e), &e);
    app_idle(&d.app);
    assert_false(file_exists(path.s));
    str_release(&path);
    desk_remove(&d);
}

static void drafts_outlive_a_run(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str text = STR_INIT;
    desk_make(&d);
    assert_false(app_draft(&d.app, "new.candidate", &text));
    assert_done(app_set_draft(&d.app, "new.candidate", "Ada M", &e), &e);
    assert_done(app_set_draft(&d.app, "new.job", "", &e), &e);
    assert_done(app_set_draft(&d.app, "other", "kept", &e), &e);
    desk_reopen(&d);
    assert_true(app_draft(&d.app, "new.candidate", &text));
    assert_str(&text, "Ada M");
    assert_done(app_drop_drafts(&d.app, "new.", &e), &e);
    assert_false(app_draft(&d.app, "new.candidate", &text));
    assert_true(app_draft(&d.app, "other", &text));
    assert_str(&text, "kept");
    str_release(&text);
    desk_remove(&d);
}

static void the_first_screen_is_for_all(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct home_rows home = {0};
    struct list_filter all = {.level = -1, .state = -1, .limit = 10};
    struct interview_rows rows = {0};
    desk_make(&d);
    desk_start(&d, "Ada Moreau");
    assert_done(app_home(&d.app, 5, &home, &e), &e);
    assert_int_equal(home.open.n, 1);
    assert_string_equal(home.open.items[0].candidate, "Ada Moreau");
    assert_done(app_list(&d.app, &all, &rows, &e), &e);
    assert_int_equal(rows.n, 1);
    home_rows_release(&home);
    interview_rows_release(&rows);
    desk_remove(&d);
}

/* In a process of its own: takes the interview, says so, and holds it until it is told to end. */
static void hold(struct desk *d, int64_t id, int said, int until)
{
    struct err e = ERR_INIT;
    char c = '!';
    app_init(&d->app, still_sys(&d->world), d->db.s);
    struct live *live = live_open(&d->app, id, &e);
    if (live != NULL && write(said, &c, 1) == 1 && read(until, &c, 1) == 0)
        live_close(live);
    _exit(live != NULL ? 0 : 1);
}

static void one_interview_belongs_to_one_program(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    int said[2], until[2], status;
    char c;
    desk_make(&d);
    int64_t id = desk_start(&d, "Ada Moreau");
    app_release(&d.app); /* SQLite must not be carried over a fork */
    assert_true(pipe(said) == 0 && pipe(until) == 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(until[1]);
        hold(&d, id, said[1], until[0]);
    }
    close(said[1]);
    close(until[0]);
    app_init(&d.app, still_sys(&d.world), d.db.s);
    assert_int_equal(read(said[0], &c, 1), 1);
    desk_refused(live_open(&d.app, id, &e) != NULL, &e, ERR_BUSY, "");
    desk_refused(app_abandon(&d.app, id, &e), &e, ERR_BUSY, "");
    close(until[1]); /* the other one leaves */
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    struct live *live = live_open(&d.app, id, &e);
    assert_done(live != NULL, &e);
    live_close(live);
    close(said[0]);
    desk_remove(&d);
}

static void the_doctor_looks_at_everything(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str report = STR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    desk_finish(live);
    live_close(live);
    assert_done(app_doctor(&d.app, &report, &e), &e);
    assert_null(strstr(report.s, "wrong"));
    str_clear(&report);
    desk_write_bank(&d, "broken.yaml", "bank: [", 7);
    assert_false(app_doctor(&d.app, &report, &e));
    assert_non_null(strstr(report.s, "broken.yaml"));
    str_release(&report);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_database_is_named_or_has_its_place),
        cmocka_unit_test(without_a_home_it_says_what_to_set),
        cmocka_unit_test(a_rehearsal_leaves_nothing),
        cmocka_unit_test(drafts_outlive_a_run),
        cmocka_unit_test(the_first_screen_is_for_all),
        cmocka_unit_test(one_interview_belongs_to_one_program),
        cmocka_unit_test(the_doctor_looks_at_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
