#include "support/desk.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/export.h"
#include "app/viewing.h"
#include "base/file.h"
#include "base/outfile.h"
#include "base/path.h"

struct room {
    struct desk d;
    struct str path; /* "out" in the desk's home */
    int64_t ada, jun;
};

static int64_t submitted(struct desk *d, const char *candidate)
{
    struct live *live = desk_call(d, candidate);
    int64_t id = live_interview(live)->id;
    desk_say(live, (struct slot){FIELD_NOTE, 0, 0}, "no signature");
    desk_finish(live);
    live_close(live);
    return id;
}

static int enter(void **state)
{
    static struct room r;
    desk_make(&r.d);
    str_init(&r.path);
    path_join(&r.path, r.d.home.s, "out");
    r.ada = submitted(&r.d, "Ada Moreau");
    desk_pass(&r.d, 60000);
    r.jun = submitted(&r.d, "Jun / Watanabe");
    *state = &r;
    return 0;
}

static int leave(void **state)
{
    struct room *r = *state;
    str_release(&r->path);
    desk_remove(&r->d);
    return 0;
}

static void read_out(const struct room *r, struct str *out)
{
    struct err e = ERR_INIT;
    assert_done(file_read(r->path.s, 1 << 20, out, NULL, &e), &e);
}

static bool save(struct room *r, struct export_request what, bool force, struct export_result *done,
                 struct err *e)
{
    struct export_file file = {r->path.s, force};
    return export_to_file(&r->d.app, &what, &file, done, e);
}

static int count(const char *s, const char *part)
{
    int n = 0;
    for (; (s = strstr(s, part)) != NULL; s++)
        n++;
    return n;
}

static void a_file_is_private_and_never_replaced(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    struct str text = STR_INIT;
    struct stat st;
    assert_done(save(r, (struct export_request){.id = r->ada}, false, &done, &e), &e);
    assert_int_equal(done.written, 1);
    assert_int_equal(stat(r->path.s, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
    desk_refused(save(r, (struct export_request){.id = r->jun}, false, &done, &e), &e, ERR_REFUSED,
                 "is there already");
    read_out(r, &text);
    assert_true(str_starts(text.s, "Ada Moreau\n"));
    assert_int_equal(chmod(r->path.s, 0644), 0);
    assert_done(save(r, (struct export_request){.id = r->jun}, true, &done, &e), &e);
    read_out(r, &text);
    assert_true(str_starts(text.s, "Jun / Watanabe\n"));
    assert_int_equal(stat(r->path.s, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
    str_release(&text);
}

static void all_are_newest_first(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    struct str text = STR_INIT;
    assert_done(save(r, (struct export_request){.format = "csv"}, false, &done, &e), &e);
    read_out(r, &text);
    assert_int_equal(done.written, 2);
    assert_int_equal(done.hidden, 0);
    assert_int_equal(count(text.s, "\r\n"), 3);
    assert_true(strstr(text.s, "Jun") < strstr(text.s, "Ada"));
    str_release(&text);
}

/* More than one page of the list. */
static void none_is_lost_between_pages(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    struct str text = STR_INIT;
    struct interview_plan plan = desk_plan("Mia Berg");
    for (int i = 0; i < 205; i++) {
        int64_t id;
        desk_pass(&r->d, 1);
        assert_done(start_plan(&r->d.app, &plan, "runner", &id, &e), &e);
    }
    assert_done(save(r, (struct export_request){.format = "csv"}, false, &done, &e), &e);
    read_out(r, &text);
    assert_int_equal(done.written, 207);
    assert_int_equal(count(text.s, "\r\n"), 208);
    assert_int_equal(count(text.s, "Mia Berg"), 205);
    str_release(&text);
}

static void start_another(struct room *r)
{
    struct err e = ERR_INIT;
    struct interview iv;
    struct interview_plan plan = desk_plan("Ada Moreau");
    int64_t id;
    assert_done(view_interview(&r->d.app, r->ada, &iv, &e), &e);
    plan.candidate_id = iv.candidate_id;
    assert_done(start_now(&r->d.app, &plan, "runner", &id, &e), &e);
    interview_release(&iv);
}

/* My own interview of Ada is open: the earlier one shows nothing anywhere. */
static void hidden_ones_are_left_out_and_counted(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    struct str text = STR_INIT;
    start_another(r);
    assert_done(save(r, (struct export_request){.format = "csv-answers"}, false, &done, &e), &e);
    read_out(r, &text);
    assert_int_equal(done.written, 2);
    assert_int_equal(done.hidden, 1);
    assert_int_equal(count(text.s, "no signature"), 1); /* Jun's */
    desk_refused(save(r, (struct export_request){.id = r->ada}, true, &done, &e), &e, ERR_REFUSED,
                 "hidden");
    str_clear(&text);
    read_out(r, &text);
    assert_int_equal(count(text.s, "no signature"), 1); /* and the file is as it was */
    str_release(&text);
}

static bool stop_at_second(void *data, const struct str *piece, struct err *e)
{
    int *n = data;
    (void)piece;
    return ++*n < 2 || err_set(e, ERR_IO, "full");
}

static void a_sink_that_fails_ends_it(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    int n = 0;
    struct export_sink sink = {stop_at_second, &n};
    desk_refused(export_to(&r->d.app, &(struct export_request){.format = "json"}, &sink, &done, &e),
                 &e, ERR_IO, "full");
    assert_int_equal(n, 2);
}

static void a_name_is_found_for_it(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct str name = STR_INIT;
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(r->d.home.s), 0);
    struct export_request what = {.format = "html", .id = r->jun};
    assert_done(export_here(&r->d.app, &what, &name, &e), &e);
    assert_string_equal(name.s, "jun-watanabe-2026-11-21.html");
    assert_done(export_here(&r->d.app, &what, &name, &e), &e);
    assert_string_equal(name.s, "jun-watanabe-2026-11-21-2.html");
    assert_true(file_exists("jun-watanabe-2026-11-21.html"));
    assert_true(file_exists("jun-watanabe-2026-11-21-2.html"));
    assert_int_equal(chdir(here), 0);
    str_release(&name);
}

static void endings_say_the_format(void **state)
{
    (void)state;
    assert_string_equal(export_format_of("a/b.md"), "markdown");
    assert_string_equal(export_format_of("x.csv"), "csv");
    assert_null(export_format_of("x.pdf"));
    assert_null(export_format_of("html"));
}

/* What appears between opening and keeping is not replaced either. */
static void a_file_that_appears_meanwhile_stays(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct outfile f;
    struct str text = STR_INIT;
    assert_done(outfile_open(&f, r->path.s, 0600, OUTFILE_NEW, &e), &e);
    assert_done(outfile_add(&f, "ours", 4, &e), &e);
    scratch_write(r->d.home.s, "out", "theirs", 6);
    desk_refused(outfile_keep(&f, &e), &e, ERR_REFUSED, "is there already");
    outfile_drop(&f);
    read_out(r, &text);
    assert_string_equal(text.s, "theirs");
    str_release(&text);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_DESK(a_file_is_private_and_never_replaced),
        AT_DESK(all_are_newest_first),
        AT_DESK(none_is_lost_between_pages),
        AT_DESK(hidden_ones_are_left_out_and_counted),
        AT_DESK(a_sink_that_fails_ends_it),
        AT_DESK(a_name_is_found_for_it),
        AT_DESK(a_file_that_appears_meanwhile_stays),
        cmocka_unit_test(endings_say_the_format),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
