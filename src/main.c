#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/app.h"
#include "cli/call.h"
#include "cli/cli.h"
#include "cli/say.h"
#include "cli/usage.h"
#include "screens/screens.h"
#include "tui/style.h"
#include "tui/term.h"

#define THEMES_MAX 16

static const struct commands *const tables[] = {&screens_commands, &cli_commands, NULL};

/* A standard file that the caller closed is opened in the wrong direction: it fails as a closed one
 * does, and no file of ours is ever given its number and written to by mistake. */
static bool open_standard_files(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
            return false;
    return true;
}

static int help(const struct call *call)
{
    struct str text = STR_INIT;
    if (call->command != NULL)
        usage_add_command(&text, call->command);
    else if (call->group != NULL)
        usage_add_group(&text, tables, call->group);
    else
        usage_add_all(&text, tables);
    say_result(&text);
    str_release(&text);
    return EXIT_SUCCESS;
}

static int version(void)
{
    puts("slate " SLATE_VERSION);
    return EXIT_SUCCESS;
}

static int perform(struct app *app, const struct call *call)
{
    const struct command *command = call->kind == CALL_COMMAND ? call->command : NULL;
    struct err e = ERR_INIT;
    int status = command != NULL ? command->run(app, call->argc, call->argv) : screens_home(app);
    if (!app_sync(app, &e))
        return say_failure(NULL, &e);
    return status;
}

/* What the themes are called is known to tui, what is configured to the app. */
static void check_theme(struct app *app)
{
    const char *names[THEMES_MAX + 1] = {NULL};
    for (unsigned i = 0; i < THEMES_MAX && theme_at(i) != NULL; i++)
        names[i] = theme_at(i)->name;
    config_check_theme(&app->config, &app->sys, names);
}

/* Before a screen is up: whoever waits for it reads this in their terminal. */
static void say_updating(const char *path)
{
    say_note("%s is updated for this version of slate: a moment, please (as it was it stays "
             "beside it as a copy)",
             path);
}

static int with_app(const struct call *call)
{
    struct app app;
    app_init(&app, sys_real(), call->db);
    check_theme(&app);
    app.updating = say_updating;
    int status = perform(&app, call);
    app_release(&app);
    return status;
}

static int answer(const struct call *call)
{
    switch (call->kind) {
    case CALL_HELP:
        return help(call);
    case CALL_VERSION:
        return version();
    case CALL_SCREENS:
    case CALL_COMMAND:
        break;
    }
    return with_app(call);
}

int main(int argc, char **argv)
{
    struct call call;
    struct err e = ERR_INIT;
    if (!open_standard_files())
        return EXIT_FAILURE;
    signal(SIGPIPE, SIG_DFL); /* a reader who has gone ends us quietly, whatever our caller set */
    term_locale();
    if (!call_read(tables, argc, argv, &call, &e))
        return say_failure(call.group, &e);
    return say_end(answer(&call));
}
