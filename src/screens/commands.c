#include <stdio.h>
#include <unistd.h>

#include "app/app.h"
#include "app/starting.h"
#include "base/options.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/screens.h"
#include "screens/ui.h"
#include "tui/action.h"

/* The commands that open screens, and `keys`, which lists what their keys do. */

/* Said as the subcommands of cli say it. The text may be from outside: it must not drive the
 * terminal. */
static int fail(const char *command, const struct err *e)
{
    struct str text = STR_INIT;
    str_addf(&text, "slate%s: %s\n", command, e->text);
    if (e->kind == ERR_USAGE && command[0])
        str_addf(&text, "See: slate%s --help\n", command);
    struct str clean = STR_INIT;
    utf8_clean(&clean, text.s, text.len, true);
    fputs(clean.s, stderr);
    str_release(&clean);
    str_release(&text);
    return err_exit_status(e);
}

static bool no_operands(int argc, char **argv, struct err *e)
{
    if (argc <= 1)
        return true;
    return err_set(e, ERR_USAGE, "\"%s\" is more than this command takes", argv[1]);
}

static struct term *open_term(struct app *app, struct err *e)
{
    struct term_setup setup = {
        .sys = &app->sys, .ascii = app->config.ascii, .mouse = app->config.mouse};
    if (app->config.theme.len)
        setup.theme = theme_find(app->config.theme.s);
    return term_curses_open(&setup, e);
}

/* Home, and `above` over it when it is not NULL. */
static int show(struct app *app, struct screen *above, struct err *e)
{
    struct screen *home = home_open(app, e);
    struct term *term = home ? open_term(app, e) : NULL;
    if (!term) {
        screen_close(above);
        screen_close(home);
        return fail("", e);
    }
    bool ok = ui_run(app, term, home, above, e);
    term->ops->close(term);
    if (app->rescued.len)
        fprintf(stderr, "slate: what was typed last could not be stored; it is kept in %s\n",
                app->rescued.s);
    return ok ? 0 : fail("", e);
}

int screens_home(struct app *app)
{
    struct err e = ERR_INIT;
    return show(app, NULL, &e);
}

/* ---- run ---- */

static int run_run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    struct new_given given = {0};
    bool rehearse = false;
    const struct option_row rows[] = {
        {"bank", &given.bank, NULL},           {"level", &given.level, NULL},
        {"candidate", &given.candidate, NULL}, {"job", &given.job, NULL},
        {"rehearse", NULL, &rehearse},         {0}};
    if (!options_read(rows, &argc, &argv, &e) || !no_operands(argc, argv, &e))
        return fail(" run", &e);
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        err_set(&e, ERR_USAGE, "an interview needs a terminal; nothing was started");
        return fail(" run", &e);
    }
    app->rehearsal = rehearse;
    if (!app_open_store(app, &e))
        return fail(" run", &e);
    if (rehearse && !given.candidate)
        given.candidate = "Rehearsal";
    struct screen *s = new_given_open(app, &given, &e);
    return s ? show(app, s, &e) : fail(" run", &e);
}

static const struct command run_command = {
    .name = "run",
    .usage = "[--bank B] [--level L] [--candidate NAME] [--job J] [--rehearse]",
    .summary = "run a screening interview",
    .details = "With bank, level and candidate given the interview starts at once; else, or when\n"
               "the candidate's name is known already, the form opens with what was given.\n"
               "--rehearse plays it in memory: nothing is stored.",
    .run = run_run,
};

/* ---- demo ---- */

/* Somebody who names a file means it to be used: what they do in it must not be lost in silence. */
static bool without_file(const struct app *app, struct err *e)
{
    return !app->db_given ||
           err_set(e, ERR_USAGE, "a demo is kept nowhere and takes no --db; leave it out");
}

static int run_demo(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    const struct option_row rows[] = {{0}};
    app->demo = app->rehearsal = true;
    if (!options_read(rows, &argc, &argv, &e) || !no_operands(argc, argv, &e) ||
        !without_file(app, &e) || !app_open_store(app, &e) || !start_demo(app, &e))
        return fail(" demo", &e);
    return show(app, NULL, &e);
}

static const struct command demo_command = {
    .name = "demo",
    .usage = "",
    .summary = "look around with invented candidates; nothing is kept",
    .run = run_demo,
};

/* ---- keys ---- */

#define KEYS_COLS  16 /* columns of the keys in front of what they do; longer ones stand above */
#define KEYS_WIDTH 78

/* A command without a key is reached through the list of all commands. */
static void add_rows(struct str *out, struct actions rows)
{
    for (size_t i = 0; i < rows.n; i++) {
        const struct action *a = &rows.rows[i];
        struct str keys = STR_INIT, what = STR_INIT;
        str_addf(&keys, "  %s", a->keys[0] ? a->keys : "(Ctrl-P)");
        if (keys.len >= KEYS_COLS) {
            str_addf(out, "%s\n", keys.s);
            str_clear(&keys);
        }
        str_repeat(&keys, " ", KEYS_COLS - (int)keys.len);
        str_addf(&what, "%s: %s", a->name, a->help);
        text_paragraph(out, keys.s, KEYS_COLS, what.s, KEYS_WIDTH);
        str_release(&keys);
        str_release(&what);
    }
}

static bool add_place(struct str *out, const char *name)
{
    bool any = false;
    for (size_t i = 0; i < n_places; i++) {
        if (name && !str_same(name, places[i].name))
            continue;
        str_addf(out, "%s%s\n", any ? "\n" : "", places[i].title);
        add_rows(out, *places[i].rows);
        any = true;
    }
    return any;
}

static int run_keys(void *context, int argc, char **argv)
{
    struct str out = STR_INIT;
    struct err e = ERR_INIT;
    const struct option_row rows[] = {{0}};
    (void)context;
    bool ok =
        options_read(rows, &argc, &argv, &e) && (argc <= 1 || no_operands(argc - 1, argv + 1, &e));
    if (ok && !add_place(&out, argc > 1 ? argv[1] : NULL))
        ok =
            err_set(&e, ERR_USAGE, "there is no screen \"%s\"; slate keys lists them all", argv[1]);
    if (ok)
        fputs(out.s, stdout);
    str_release(&out);
    return ok ? 0 : fail(" keys", &e);
}

static const struct command keys_command = {
    .name = "keys",
    .usage = "[SCREEN]",
    .summary = "list every key of every screen",
    .details = "SCREEN is the name of one, such as home, interview, scorecard, sessions, compare,\n"
               "candidate, bank or everywhere.",
    .run = run_keys,
};

static const struct command *const rows[] = {&run_command, &demo_command, &keys_command};
const struct commands screens_commands = {rows, COUNT_OF(rows)};
