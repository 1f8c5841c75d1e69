#include "base/options.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"

#define WORD_MAX 64 /* bytes: a longer word is nobody's slip of the finger */

static int least(int a, int b)
{
    return a < b ? a : b;
}

static bool same_letter(char a, char b)
{
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/* Edit distance with swapped neighbours as one edit (optimal string alignment). Both at most
 * WORD_MAX long. */
static int distance(const char *a, const char *b)
{
    int rows[3][WORD_MAX + 1];
    int n = (int)strlen(a), m = (int)strlen(b);
    int *before = rows[0], *above = rows[1], *row = rows[2];
    for (int j = 0; j <= m; j++)
        row[j] = j;
    for (int i = 1; i <= n; i++) {
        int *spare = before;
        before = above, above = row, row = spare;
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            int change = above[j - 1] + !same_letter(a[i - 1], b[j - 1]);
            row[j] = least(change, 1 + least(above[j], row[j - 1]));
            if (i > 1 && j > 1 && same_letter(a[i - 1], b[j - 2]) &&
                same_letter(a[i - 2], b[j - 1]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return row[m];
}

static void consider(const char *word, const char *name, const char **best, int *limit)
{
    if (strlen(name) > WORD_MAX)
        return;
    int d = distance(word, name);
    if (d > *limit || (d == *limit && *best != NULL))
        return;
    *best = name;
    *limit = d;
}

const char *options_nearest(const char *word, const char *const *names)
{
    const char *best = NULL;
    int limit = (int)strlen(word) / 3;
    if (strlen(word) > WORD_MAX)
        return NULL;
    for (; *names != NULL; names++)
        consider(word, *names, &best, &limit);
    return best;
}

static bool is_free(const struct option_row *row)
{
    return row->flag != NULL || *row->value == NULL;
}

/* Of several rows of that name the first without a value yet, else the last. */
static const struct option_row *find(const struct option_row *rows, const char *name, size_t n)
{
    const struct option_row *found = NULL;
    for (; rows->name != NULL && (found == NULL || !is_free(found)); rows++)
        if (strlen(rows->name) == n && strncmp(rows->name, name, n) == 0)
            found = rows;
    return found;
}

static bool unknown(const struct option_row *rows, const char *arg, struct err *e)
{
    const char *word = arg + strspn(arg, "-"), *best = NULL;
    size_t n = strcspn(word, "=");
    char name[WORD_MAX + 1] = "";
    int limit = (int)(n > 3 ? n : 3) / 3;
    if (n <= WORD_MAX)
        memcpy(name, word, n);
    for (; rows->name != NULL; rows++)
        consider(name, rows->name, &best, &limit);
    if (best == NULL)
        return err_set(e, ERR_USAGE, "unknown option %s", arg);
    return err_set(e, ERR_USAGE, "unknown option %.*s, did you mean --%s?", (int)strcspn(arg, "="),
                   arg, best);
}

/* "-" alone stands for standard input, "-3" is a number. */
static bool is_operand(const char *arg)
{
    return arg[0] != '-' || arg[1] == '\0' || isdigit((unsigned char)arg[1]) ||
           (arg[1] == '.' && isdigit((unsigned char)arg[2]));
}

/* Reads the option at argv[*i], with *i left at the last argument it took. */
static bool read_option(const struct option_row *rows, int *i, int argc, char **argv, struct err *e)
{
    const char *arg = argv[*i], *name = arg + 2;
    size_t n = strcspn(name, "=");
    const struct option_row *row = str_starts(arg, "--") ? find(rows, name, n) : NULL;
    if (row == NULL)
        return unknown(rows, arg, e);
    const char *value = name[n] == '=' ? name + n + 1 : NULL;
    if (row->flag != NULL) {
        if (value != NULL)
            return err_set(e, ERR_USAGE, "option --%s takes no value", row->name);
        *row->flag = true;
        return true;
    }
    if (value == NULL && (*i + 1 >= argc || !is_operand(argv[*i + 1])))
        return err_set(e, ERR_USAGE,
                       "option --%s needs a value; one that begins with a dash is written "
                       "--%s=VALUE",
                       row->name, row->name);
    *row->value = value != NULL ? value : argv[++*i];
    return true;
}

bool options_read(const struct option_row *rows, int *argc, char ***argv, struct err *e)
{
    int kept = *argc > 0 ? 1 : 0;
    bool ended = false;
    for (int i = kept; i < *argc; i++) {
        char *arg = (*argv)[i];
        if (!ended && strcmp(arg, "--") == 0)
            ended = true;
        else if (ended || is_operand(arg))
            (*argv)[kept++] = arg;
        else if (!read_option(rows, &i, *argc, *argv, e))
            return false;
    }
    if (kept < *argc)
        (*argv)[kept] = NULL;
    *argc = kept;
    return true;
}
