#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "cli/rows.h"
#include "cli/say.h"

#define ROWS_DRAWN    24
#define COLUMNS_DRAWN 80

/* What was looked at, a line each. */
struct report {
    struct str text;
    bool wrong;
};

__attribute__((format(printf, 3, 4))) static void add(struct report *r, bool well, const char *fmt,
                                                      ...)
{
    va_list ap;
    va_start(ap, fmt);
    str_add(&r->text, well ? "ok     " : "wrong  ");
    str_addv(&r->text, fmt, ap);
    str_addc(&r->text, '\n');
    va_end(ap);
    r->wrong |= !well;
}

/* The environment's locale, whatever the program has set for its own reckoning. */
static void look_at_locale(struct report *r)
{
    locale_t given = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    if (given == (locale_t)0) {
        add(r, false,
            "locale: the one that LANG or LC_ALL names is not installed; try "
            "LC_ALL=C.UTF-8");
        return;
    }
    const char *codeset = nl_langinfo_l(CODESET, given);
    bool utf8 = strcmp(codeset, "UTF-8") == 0;
    add(r, utf8, "locale: %s%s", codeset,
        utf8 ? "" : ", accents and lines cannot be drawn; set LANG to one that ends in .UTF-8");
    freelocale(given);
}

static void look_at_terminal(struct report *r, struct app *app)
{
    const char *name = app->sys.env(&app->sys, "TERM");
    struct winsize size = {0};
    if (!isatty(STDOUT_FILENO)) {
        add(r, true, "terminal: none, the output goes to a file or to another program");
        return;
    }
    if (name == NULL || strcmp(name, "dumb") == 0)
        add(r, false,
            "terminal: TERM is %s, so that no screen can be drawn; try TERM=xterm-256color",
            name == NULL ? "not set" : name);
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return;
    bool room = size.ws_row >= ROWS_DRAWN && size.ws_col >= COLUMNS_DRAWN;
    add(r, room, "terminal: %s, %u columns, %u rows%s", name == NULL ? "unnamed" : name,
        (unsigned)size.ws_col, (unsigned)size.ws_row,
        room ? "" : "; the screens are drawn for 80 columns and 24 rows");
}

static void look_at_config(struct report *r, struct app *app)
{
    const char *line = app->config.warnings.s, *path = app->config.path.s;
    if (*line == '\0')
        add(r, true, "configuration: %s%s", path, file_exists(path) ? "" : " (none, that is fine)");
    while (*line != '\0') {
        int n = (int)strcspn(line, "\n");
        add(r, false, "configuration: %.*s", n, line);
        line += n;
        line += *line == '\n';
    }
}

static void look_at_banks(struct report *r, struct app *app)
{
    size_t n = app_banks(app), good = 0;
    for (size_t i = 0; i < n; i++) {
        const struct app_bank *b = app_bank_at(app, i);
        if (b->hidden_by != NULL)
            continue;
        good += b->good;
        if (b->good)
            continue;
        struct str reason = STR_INIT;
        rows_add_reason(&reason, b);
        add(r, false, "question bank %s: %s", b->path, reason.s);
        str_release(&reason);
    }
    add(r, good > 0, "question banks: %zu can be used%s", good,
        good > 0 ? "" : "; \"slate paths\" says where they are looked for");
}

/* The nearest folder above a file that is yet to be made must let us make it. */
static void look_at_folder(struct report *r, struct app *app)
{
    struct str folder = STR_INIT, above = STR_INIT;
    path_folder(&folder, app->db.s);
    while (!file_exists(folder.s) && strcmp(folder.s, ".") != 0) {
        str_clear(&above);
        path_folder(&above, folder.s);
        str_set(&folder, above.s);
    }
    bool may = access(folder.s, W_OK | X_OK) == 0;
    add(r, may, "interviews: %s is not there yet%s%s%s", app->db.s,
        may ? ", the first start makes it" : "; nothing may be written in ", may ? "" : folder.s,
        may ? "" : ", so change its permissions or name another file with --db");
    str_release(&folder);
    str_release(&above);
}

/* Looking must not make a file. False when the store cannot be opened. */
static bool look_at_store(struct report *r, struct app *app, struct err *e)
{
    if (app->db.len > 0 && !app_has_store_file(app)) {
        look_at_folder(r, app);
        return true;
    }
    if (!app_open_store(app, e)) {
        add(r, false, "interviews: %s", e->text);
        return false;
    }
    add(r, true, "interviews: %s", app->db.s);
    struct err trouble = ERR_INIT;
    if (app_doctor(app, &r->text, &trouble))
        return true;
    r->wrong = true;
    if (trouble.kind != ERR_NONE)
        add(r, false, "interviews: %s", trouble.text);
    return true;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    const struct option_row options[] = {{0}};
    if (!options_read(options, &argc, &argv, &e) || !rows_no_operands(argc, argv, &e))
        return say_failure("doctor", &e);
    struct report r = {.text = STR_INIT};
    add(&r, true, "slate " SLATE_VERSION);
    look_at_locale(&r);
    look_at_terminal(&r, app);
    look_at_config(&r, app);
    look_at_banks(&r, app);
    bool opened = look_at_store(&r, app, &e);
    say_result(&r.text);
    str_release(&r.text);
    return opened ? r.wrong : err_exit_status(&e);
}

const struct command cmd_doctor = {
    .name = "doctor",
    .usage = "",
    .summary = "looks whether all is well, and says what to do where it is not",
    .details = "Looks at the locale, the terminal, the configuration, the question banks and, "
               "thoroughly, at the file of interviews. Changes nothing.\n"
               "\n"
               "Exit status: 0 all is well, 1 something is not, 4 the file of interviews is busy "
               "or not usable.",
    .run = run,
};
