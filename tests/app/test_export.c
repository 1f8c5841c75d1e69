#include "support/desk.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/amending.h"
#include "app/export.h"
#include "app/viewing.h"
#include "base/file.h"
#include "base/outfile.h"
#include "base/path.h"
#include "base/vec.h"

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

static void plan_many(struct room *r, int n)
{
    struct err e = ERR_INIT;
    struct interview_plan plan = desk_plan("Mia Berg");
    for (int i = 0; i < n; i++) {
        int64_t id;
        desk_pass(&r->d, 1);
        assert_done(start_plan(&r->d.app, &plan, "runner", &id, &e), &e);
    }
}

/* Page after page, in the order of the view; the job keeps its own copy of what is asked for. */
static void a_view_is_those_of_a_list(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct str text = STR_INIT;
    char job[] = "Night Ferry";
    struct list_filter view = {
        .level = -1, .state = INTERVIEW_SUBMITTED, .job = job, .sort = SORT_CANDIDATE};
    struct export_request what = {.format = "csv", .view = &view};
    plan_many(r, 30);
    view.ascending = true;
    struct job *j = export_job(&r->d.app, &what, &(struct export_file){r->path.s, false}, &e);
    assert_non_null(j);
    memset(job, 'x', sizeof job - 1);
    view = (struct list_filter){0};
    while (!j->over)
        assert_done(j->ops->step(j, &e), &e);
    assert_int_equal(export_done(j)->written, 2);
    j->ops->close(j);
    read_out(r, &text);
    assert_int_equal(count(text.s, "\r\n"), 3);
    assert_true(strstr(text.s, "Ada") < strstr(text.s, "Jun"));
    str_release(&text);
}

/* More than one page of the list. */
static void none_is_lost_between_pages(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    struct str text = STR_INIT;
    plan_many(r, 205);
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

static bool stop_at_once(void *data, const struct str *piece, struct err *e)
{
    int *n = data;
    (void)piece;
    return ++*n < 1 || err_set(e, ERR_IO, "full");
}

static void a_sink_that_fails_ends_it(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    int n = 0;
    struct export_sink sink = {stop_at_once, &n};
    desk_refused(export_to(&r->d.app, &(struct export_request){.format = "json"}, &sink, &done, &e),
                 &e, ERR_IO, "full");
    assert_int_equal(n, 1);
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
    assert_done(export_name(&r->d.app, &what, &name, &e), &e);
    assert_string_equal(name.s, "jun-watanabe-2026-11-21.html");
    scratch_write(r->d.home.s, name.s, "", 0);
    assert_done(export_name(&r->d.app, &what, &name, &e), &e);
    assert_string_equal(name.s, "jun-watanabe-2026-11-21-2.html");
    what = (struct export_request){.format = "csv"};
    assert_done(export_name(&r->d.app, &what, &name, &e), &e);
    assert_string_equal(name.s, "sessions-2026-11-21.csv");
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

static void the_home_folder_is_written_short(void **state)
{
    struct room *r = *state;
    struct str path = STR_INIT, expected = STR_INIT;
    path_join(&expected, r->d.home.s, "a/b.html");
    export_path(&r->d.app, "~/a/b.html", &path);
    assert_string_equal(path.s, expected.s);
    str_clear(&path);
    export_path(&r->d.app, "~b.html", &path);
    assert_string_equal(path.s, "~b.html");
    str_release(&path);
    str_release(&expected);
}

/* Files in the desk's home that begin as the export's hidden one does. */
static bool anything_left(const struct room *r)
{
    DIR *dir = opendir(r->d.home.s);
    bool found = false;
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        found = found || str_starts(entry->d_name, ".out") || str_same(entry->d_name, "out");
    closedir(dir);
    return found;
}

static void one_that_is_stopped_leaves_nothing(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct str words = STR_INIT;
    plan_many(r, 205);
    struct export_request what = {.format = "csv"};
    struct job *j = export_job(&r->d.app, &what, &(struct export_file){r->path.s, false}, &e);
    assert_non_null(j);
    assert_true(anything_left(r)); /* it grows beside its place */
    assert_done(j->ops->step(j, &e), &e);
    assert_false(j->over);
    job_add_words(j, &words);
    assert_string_equal(words.s, "Exporting: 200 of 207");
    j->ops->close(j);
    assert_false(anything_left(r));
    str_release(&words);
}

/* From now on what is written into the hidden file meets a full disk. */
static void fill_disk_below(void)
{
    int full = open("/dev/full", O_WRONLY | O_CLOEXEC), replaced = 0;
    assert_true(full >= 0);
    for (int fd = 3; fd < 1024; fd++) {
        char link[64], path[4096] = "";
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        if (readlink(link, path, sizeof path - 1) > 0 && strstr(path, "/.out.") != NULL)
            replaced += dup2(full, fd) == fd;
    }
    close(full);
    assert_int_equal(replaced, 1);
}

static void one_that_the_disk_cannot_hold_leaves_nothing(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_request what = {.id = r->ada};
    struct job *j = export_job(&r->d.app, &what, &(struct export_file){r->path.s, false}, &e);
    assert_non_null(j);
    fill_disk_below();
    desk_refused(j->ops->step(j, &e), &e, ERR_IO, "nothing was left behind: No space left");
    j->ops->close(j);
    assert_false(anything_left(r));
}

/* The rows of everything, read by the page, say what each interview says when it is loaded whole.
 */
static void a_row_is_the_same_by_the_page_and_alone(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    struct str all = STR_INIT, alone = STR_INIT;
    const int64_t ids[] = {r->jun, r->ada};
    struct export_request what = {.format = "csv"};
    assert_done(save(r, what, false, &done, &e), &e);
    read_out(r, &all);
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        what.id = ids[i];
        assert_done(save(r, what, true, &done, &e), &e);
        str_clear(&alone);
        read_out(r, &alone);
        assert_non_null(strstr(all.s, strstr(alone.s, "\r\n") + 2));
    }
    str_release(&all);
    str_release(&alone);
}

static void amend(struct room *r, struct slot slot, const char *value)
{
    struct err e = ERR_INIT;
    struct amend_request a = {r->ada, slot, value, "misheard <it>"};
    assert_done(amend_set(&r->d.app, &a, &e), &e);
}

/* The new value stands in its place, the old one with reason and name among the corrections; a row
 * of all sessions says the same as one alone. */
static void corrections_are_told(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    struct str text = STR_INIT, alone = STR_INIT;
    static const char *const says[][2] = {
        {"text", "score of question 1 ("},   {"text", "was 4."},
        {"markdown", "misheard &lt;it&gt;"}, {"html", "2, was 4. misheard &lt;it&gt;"},
        {"json", "\"old\": \"4\""},          {"json", "\"new\": \"2\""}};
    amend(r, (struct slot){FIELD_MARK, 0, 0}, "2");
    amend(r, (struct slot){FIELD_NOTE, 0, 0}, "the vendor signed");
    for (size_t i = 0; i < COUNT_OF(says); i++) {
        struct export_request what = {.format = says[i][0], .id = r->ada};
        assert_done(save(r, what, true, &done, &e), &e);
        str_clear(&text);
        read_out(r, &text);
        if (strstr(text.s, says[i][1]) == NULL)
            fail_msg("%s lacks %s", says[i][0], says[i][1]);
        what.no_notes = true;
        assert_done(save(r, what, true, &done, &e), &e);
        str_clear(&text);
        read_out(r, &text);
        assert_int_equal(count(text.s, "no signature") + count(text.s, "the vendor"), 0);
    }
    assert_done(save(r, (struct export_request){.format = "csv"}, true, &done, &e), &e);
    str_clear(&text);
    read_out(r, &text);
    assert_done(save(r, (struct export_request){.format = "csv", .id = r->ada}, true, &done, &e),
                &e);
    read_out(r, &alone);
    assert_non_null(strstr(text.s, strstr(alone.s, "\r\n") + 2));
    str_release(&text);
    str_release(&alone);
}

/* In every format, in the table of all sessions too. */
static void a_void_question_says_why(void **state)
{
    struct room *r = *state;
    struct err e = ERR_INIT;
    struct export_result done;
    struct interview iv;
    struct str text = STR_INIT;
    int64_t changed = 0;
    static const char *const says[][2] = {{"text", "void, counts for nothing: ambiguous"},
                                          {"markdown", "void, counts for nothing: ambiguous"},
                                          {"html", "void, counts for nothing: ambiguous"},
                                          {"json", "\"reason\": \"ambiguous\""},
                                          {"json", "\"voided\": 1"},
                                          {"csv-answers", ",ambiguous,"}};
    assert_done(view_interview(&r->d.app, r->ada, &iv, &e), &e);
    struct void_request v = {void_target_of(&iv, 0), true, "ambiguous"};
    assert_done(void_set(&r->d.app, &v, &changed, &e), &e);
    interview_release(&iv);
    assert_int_equal(changed, 2);
    for (size_t i = 0; i < COUNT_OF(says); i++) {
        struct export_request what = {.format = says[i][0], .id = r->ada};
        assert_done(save(r, what, true, &done, &e), &e);
        str_clear(&text);
        read_out(r, &text);
        if (strstr(text.s, says[i][1]) == NULL)
            fail_msg("%s lacks %s", says[i][0], says[i][1]);
    }
    assert_done(save(r, (struct export_request){.format = "csv"}, true, &done, &e), &e);
    str_clear(&text);
    read_out(r, &text);
    assert_int_equal(count(text.s, ", 1 void"), 2);
    str_release(&text);
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
        AT_DESK(a_view_is_those_of_a_list),
        AT_DESK(none_is_lost_between_pages),
        AT_DESK(hidden_ones_are_left_out_and_counted),
        AT_DESK(a_sink_that_fails_ends_it),
        AT_DESK(a_name_is_found_for_it),
        AT_DESK(the_home_folder_is_written_short),
        AT_DESK(one_that_is_stopped_leaves_nothing),
        AT_DESK(one_that_the_disk_cannot_hold_leaves_nothing),
        AT_DESK(a_row_is_the_same_by_the_page_and_alone),
        AT_DESK(corrections_are_told),
        AT_DESK(a_void_question_says_why),
        AT_DESK(a_file_that_appears_meanwhile_stays),
        cmocka_unit_test(endings_say_the_format),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
