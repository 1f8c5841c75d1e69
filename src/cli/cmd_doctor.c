#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/checkup.h"
#include "cli/rows.h"
#include "cli/say.h"

#define ROWS_DRAWN    24
#define COLUMNS_DRAWN 80

/* The environment's locale, whatever the program has set for its own reckoning. */
static void look_at_locale(struct checkup *c)
{
    locale_t given = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    if (given == (locale_t)0) {
        checkup_add(c, false,
                    "locale: the one that LANG or LC_ALL names is not installed; try "
                    "LC_ALL=C.UTF-8");
        return;
    }
    const char *codeset = nl_langinfo_l(CODESET, given);
    bool utf8 = strcmp(codeset, "UTF-8") == 0;
    if (utf8)
        checkup_add(c, true, "locale: %s", codeset);
    else
        checkup_add(
            c, false,
            "locale: %s, so that accents and lines cannot be drawn; set LANG to one that ends in "
            ".UTF-8",
            codeset);
    freelocale(given);
}

static void look_at_terminal(struct checkup *c, struct app *app)
{
    const char *name = app->sys.env(&app->sys, "TERM");
    struct winsize size = {0};
    if (!isatty(STDOUT_FILENO)) {
        checkup_add(c, true, "terminal: none, the output goes to a file or to another program");
        return;
    }
    if (name == NULL || strcmp(name, "dumb") == 0)
        checkup_add(c, false,
                    "terminal: TERM is %s, so that no screen can be drawn; try TERM=xterm-256color",
                    name == NULL ? "not set" : name);
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return;
    bool room = size.ws_row >= ROWS_DRAWN && size.ws_col >= COLUMNS_DRAWN;
    checkup_add(c, room, "terminal: %s, %u columns, %u rows%s", name == NULL ? "unnamed" : name,
                (unsigned)size.ws_col, (unsigned)size.ws_row,
                room ? "" : "; the screens are drawn for 80 columns and 24 rows");
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct str report = STR_INIT;
    struct checkup c = {.report = &report};
    struct err e = ERR_INIT;
    const struct option_row options[] = {{0}};
    if (!options_read(options, &argc, &argv, &e) || !rows_no_operands(argc, argv, &e))
        return say_failure("doctor", &e);
    checkup_add(&c, true, "slate " SLATE_VERSION);
    look_at_locale(&c);
    look_at_terminal(&c, app);
    bool well = app_doctor(app, &report, &e);
    if (e.kind != ERR_NONE)
        checkup_add(&c, false, "interviews: %s", e.text);
    say_result(&report);
    str_release(&report);
    return e.kind != ERR_NONE ? err_exit_status(&e) : c.wrong || !well;
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
