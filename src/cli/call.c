#include "cli/call.h"

#include <string.h>

#include "base/options.h"
#include "base/str.h"
#include "base/vec.h"

const struct command *call_row(const struct commands *const *tables, size_t i)
{
    for (; *tables != NULL; tables++) {
        if (i < (*tables)->n)
            return (*tables)->rows[i];
        i -= (*tables)->n;
    }
    return NULL;
}

/* Takes the global option at argv[i]. Returns how many arguments it was, 0 for none, -1 on error.
 */
static int take_global(int i, int argc, char **argv, struct call *call, struct err *e)
{
    const char *arg = argv[i];
    if (strcmp(arg, "--help") == 0 || strcmp(arg, "-h") == 0) {
        call->kind = CALL_HELP;
        return 1;
    }
    if (strcmp(arg, "--version") == 0) {
        call->kind = CALL_VERSION;
        return 1;
    }
    bool joined = str_starts(arg, "--db=");
    if (!joined && strcmp(arg, "--db") != 0)
        return 0;
    call->db = joined ? arg + strlen("--db=") : i + 1 < argc ? argv[i + 1] : "";
    if (call->db[0] != '\0')
        return joined ? 1 : 2;
    err_set(e, ERR_USAGE, "option --db needs the name of a file");
    return -1;
}

/* Leaves in argv what is not global. Nothing behind "--" is an option. */
static bool take_globals(int *argc, char **argv, struct call *call, struct err *e)
{
    int kept = 0, i = 0;
    while (i < *argc && strcmp(argv[i], "--") != 0) {
        int taken = take_global(i, *argc, argv, call, e);
        if (taken < 0)
            return false;
        if (taken == 0)
            argv[kept++] = argv[i++];
        i += taken;
    }
    while (i < *argc)
        argv[kept++] = argv[i++];
    argv[kept] = NULL;
    *argc = kept;
    return true;
}

/* How many of the words the name is: 0 when it is not theirs. */
static int words_of(const char *name, int argc, char **argv)
{
    int used = 0;
    while (used < argc) {
        const char *word = argv[used++];
        size_t n = strlen(word);
        if (n == 0 || strncmp(name, word, n) != 0 || (name[n] != ' ' && name[n] != '\0'))
            return 0;
        if (name[n] == '\0')
            return used;
        name += n + 1;
    }
    return 0;
}

static bool in_group(const struct command *row, const char *group)
{
    size_t n = strlen(group);
    return n > 0 && strncmp(row->name, group, n) == 0 && row->name[n] == ' ';
}

static const char *last_word(const char *name)
{
    const char *blank = strrchr(name, ' ');
    return blank != NULL ? blank + 1 : name;
}

struct names {
    const char **items;
    size_t n, cap;
};

/* The row that `typed` is a slip of, by its whole name or by its last word. */
static const char *nearest(const struct commands *const *tables, const char *typed, bool last)
{
    struct names names = {0};
    const char *best = NULL;
    const struct command *row;
    for (size_t i = 0; (row = call_row(tables, i)) != NULL; i++)
        *VEC_PUSH(&names) = last ? last_word(row->name) : row->name;
    *VEC_PUSH(&names) = NULL;
    const char *word = options_nearest(typed, names.items);
    for (size_t i = 0; word != NULL && best == NULL; i++)
        if (names.items[i] == word)
            best = call_row(tables, i)->name;
    VEC_RELEASE(&names);
    return best;
}

static bool unknown(const struct commands *const *tables, const char *typed, struct err *e)
{
    const char *best = nearest(tables, typed, false);
    if (best == NULL)
        best = nearest(tables, typed, true);
    if (best != NULL)
        return err_set(e, ERR_USAGE, "there is no command \"%s\", did you mean \"%s\"?", typed,
                       best);
    return err_set(e, ERR_USAGE, "there is no command \"%s\"", typed);
}

static bool say_choices(const struct commands *const *tables, const char *group, struct err *e)
{
    struct str choices = STR_INIT;
    const struct command *row;
    for (size_t i = 0; (row = call_row(tables, i)) != NULL; i++)
        if (in_group(row, group))
            str_addf(&choices, "%s%s", choices.len > 0 ? ", " : "", last_word(row->name));
    err_set(e, ERR_USAGE, "say what to do: %s", choices.s);
    str_release(&choices);
    return false;
}

/* A group alone is no command, but something to ask about. */
static bool only_group(const struct commands *const *tables, const struct call *call, struct err *e)
{
    struct str typed = STR_INIT;
    if (call->argc == 1)
        return call->kind == CALL_HELP || say_choices(tables, call->group, e);
    str_addf(&typed, "%s %s", call->argv[0], call->argv[1]);
    unknown(tables, typed.s, e);
    str_release(&typed);
    return false;
}

static bool find_command(const struct commands *const *tables, struct call *call, struct err *e)
{
    const struct command *row;
    for (size_t i = 0; (row = call_row(tables, i)) != NULL; i++) {
        int used = words_of(row->name, call->argc, call->argv);
        if (used > 0) {
            call->command = row;
            call->argc -= used - 1;
            call->argv += used - 1;
            return true;
        }
        if (in_group(row, call->argv[0]))
            call->group = call->argv[0];
    }
    if (call->group != NULL)
        return only_group(tables, call, e);
    return unknown(tables, call->argv[0], e);
}

bool call_read(const struct commands *const *tables, int argc, char **argv, struct call *call,
               struct err *e)
{
    *call = (struct call){.kind = CALL_SCREENS};
    call->argc = argc > 0 ? argc - 1 : 0;
    call->argv = argc > 0 ? argv + 1 : argv;
    if (!take_globals(&call->argc, call->argv, call, e))
        return false;
    if (call->argc > 0 && strcmp(call->argv[0], "help") == 0) {
        call->kind = CALL_HELP;
        call->argc--;
        call->argv++;
    }
    if (call->kind == CALL_VERSION || call->argc == 0)
        return true;
    if (call->argv[0][0] == '-')
        return err_set(e, ERR_USAGE, "unknown option %s", call->argv[0]);
    if (call->kind == CALL_SCREENS)
        call->kind = CALL_COMMAND;
    return find_command(tables, call, e);
}
