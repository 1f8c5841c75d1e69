/* The first picture from rows that were kept: painted before the store is opened, and made true
 * before a key is read. */

#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "screens/open.h"
#include "screens/ui.h"
#include "support/desk.h"
#include "tui/term.h"

#define PICTURES 8
#define LIMIT    24 /* of each kind, as home asks */

/* ---- a terminal that remembers each picture, and whether the store was open for it ---- */

struct watch {
    struct term term; /* first: a struct term * is a struct watch * */
    struct term *script;
    const struct app *app;
    struct str pictures[PICTURES];
    bool open[PICTURES];
    int n;
    int before_key; /* pictures when the first event was asked for */
};

static struct watch *watch_of(struct term *t)
{
    return (struct watch *)t;
}

static void watch_size(struct term *t, int *rows, int *cols)
{
    struct watch *w = watch_of(t);
    w->script->ops->size(w->script, rows, cols);
}

static bool watch_next(struct term *t, int timeout_ms, struct event *ev)
{
    struct watch *w = watch_of(t);
    if (w->before_key == 0)
        w->before_key = w->n;
    return w->script->ops->next(w->script, timeout_ms, ev);
}

static bool watch_pending(struct term *t)
{
    struct watch *w = watch_of(t);
    return w->script->ops->pending(w->script);
}

static void watch_paint(struct term *t, const struct canvas *c)
{
    struct watch *w = watch_of(t);
    assert_true(w->n < PICTURES);
    w->open[w->n] = w->app->store != NULL;
    canvas_dump(c, &w->pictures[w->n++]);
}

static void watch_bell(struct term *t)
{
    (void)t;
}

static void watch_open(struct watch *w, const struct app *app)
{
    static const struct term_ops ops = {.size = watch_size,
                                        .next = watch_next,
                                        .pending = watch_pending,
                                        .paint = watch_paint,
                                        .bell = watch_bell};
    *w = (struct watch){.term = {.ops = &ops}, .app = app, .script = term_script_open(24, 80)};
    for (int i = 0; i < PICTURES; i++)
        str_init(&w->pictures[i]);
}

static void watch_close(struct watch *w)
{
    w->script->ops->close(w->script);
    for (int i = 0; i < PICTURES; i++)
        str_release(&w->pictures[i]);
}

static void shows(const struct watch *w, int picture, const char *text)
{
    assert_true(picture < w->n);
    if (strstr(w->pictures[picture].s, text) == NULL)
        fail_msg("no \"%s\" in picture %d:\n%s", text, picture, w->pictures[picture].s);
}

/* ---- a desk whose database has been at rest ---- */

static void settle(struct desk *d)
{
    struct stat st;
    assert_int_equal(stat(d->db.s, &st), 0);
    d->world.wall = ((int64_t)st.st_ctim.tv_sec + 3) * 1000;
}

static void start_anew(struct desk *d)
{
    app_release(&d->app);
    app_init(&d->app, still_sys(&d->world), d->db.s);
    settle(d);
}

/* Keeps home's rows, the open one under another name and number when they are to be wrong. */
static void keep(struct desk *d, const char *wrong)
{
    struct home_rows rows;
    struct err e = ERR_INIT;
    start_anew(d);
    assert_done(app_home(&d->app, LIMIT, &rows, &e), &e);
    assert_int_equal(rows.open.n, 1);
    if (wrong != NULL) {
        rows.open.items[0].candidate = wrong;
        rows.open.items[0].id = 999;
    }
    app_keep_home(&d->app, &rows);
    home_rows_release(&rows);
    start_anew(d);
}

static void make(struct desk *d, const char *wrong)
{
    desk_make(d);
    desk_start(d, "Ada Moreau");
    keep(d, wrong);
}

static bool run(struct desk *d, struct watch *w, struct err *e)
{
    struct screen *home = home_open(&d->app, e);
    assert_done(home != NULL, e);
    return ui_run(&d->app, &w->term, home, NULL, e);
}

/* ---- tests ---- */

static void the_first_picture_needs_no_store(void **state)
{
    (void)state;
    struct desk d;
    struct watch w;
    struct err e = ERR_INIT;
    make(&d, NULL);
    watch_open(&w, &d.app);
    assert_done(run(&d, &w, &e), &e);
    assert_false(w.open[0]);
    assert_true(w.open[1]);
    assert_int_equal(w.before_key, 2);
    shows(&w, 0, "Ada Moreau");
    assert_string_equal(w.pictures[0].s, w.pictures[1].s);
    watch_close(&w);
    desk_remove(&d);
}

static void without_kept_rows_the_store_comes_first(void **state)
{
    (void)state;
    struct desk d;
    struct watch w;
    struct err e = ERR_INIT;
    desk_make(&d);
    desk_start(&d, "Ada Moreau");
    start_anew(&d);
    watch_open(&w, &d.app);
    assert_done(run(&d, &w, &e), &e);
    assert_true(w.open[0]);
    shows(&w, 0, "Ada Moreau");
    watch_close(&w);
    desk_remove(&d);
}

static void a_wrong_picture_is_made_true_before_a_key_acts(void **state)
{
    (void)state;
    struct desk d;
    struct watch w;
    struct err e = ERR_INIT;
    make(&d, "Somebody Else");
    watch_open(&w, &d.app);
    term_script_key(w.script, (struct key){K_ENTER, 0});
    assert_done(run(&d, &w, &e), &e);
    assert_false(w.open[0]);
    shows(&w, 0, "Somebody Else");
    assert_int_equal(w.before_key, 2);
    shows(&w, 1, "Ada Moreau");
    assert_null(strstr(w.pictures[1].s, "Somebody Else"));
    shows(&w, 2, "Ada Moreau"); /* her interview was opened, not number 999 */
    assert_null(strstr(w.pictures[2].s, "CONTINUE"));
    watch_close(&w);
    desk_remove(&d);
}

/* ... and the file that said so is put right. */
static void a_wrong_picture_comes_once(void **state)
{
    (void)state;
    struct desk d;
    struct watch w;
    struct err e = ERR_INIT;
    make(&d, "Somebody Else");
    for (int i = 0; i < 2; i++) {
        watch_open(&w, &d.app);
        assert_done(run(&d, &w, &e), &e);
        shows(&w, 0, i == 0 ? "Somebody Else" : "Ada Moreau");
        assert_false(w.open[0]);
        watch_close(&w);
        start_anew(&d);
    }
    desk_remove(&d);
}

/* It must be said as ever, and no key be read. */
static void a_store_that_cannot_be_opened_ends_it(void **state)
{
    (void)state;
    struct desk d;
    struct watch w;
    struct err e = ERR_INIT;
    sqlite3 *other;
    make(&d, NULL);
    assert_int_equal(sqlite3_open(d.db.s, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; SELECT 1 FROM candidate",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    watch_open(&w, &d.app);
    assert_false(run(&d, &w, &e));
    assert_int_equal(e.kind, ERR_BUSY);
    assert_int_equal(w.n, 1);
    assert_int_equal(w.before_key, 0);
    sqlite3_close(other);
    watch_close(&w);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_picture_needs_no_store),
        cmocka_unit_test(without_kept_rows_the_store_comes_first),
        cmocka_unit_test(a_wrong_picture_is_made_true_before_a_key_acts),
        cmocka_unit_test(a_wrong_picture_comes_once),
        cmocka_unit_test(a_store_that_cannot_be_opened_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
