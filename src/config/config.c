#include "config/config.h"

#include <ctype.h>
#include <string.h>

#include "base/file.h"
#include "base/options.h"
#include "base/path.h"
#include "base/utf8.h"
#include "base/vec.h"

#define CONFIG_MAX (64u << 10) /* bytes */

static bool set_interviewer(struct config *c, const char *value)
{
    str_clear(&c->interviewer);
    utf8_clean(&c->interviewer, value, strlen(value), false);
    return true;
}

static bool set_theme(struct config *c, const char *value)
{
    str_set(&c->theme, value);
    return true;
}

static bool set_banks(struct config *c, const char *value)
{
    str_set(&c->banks, value);
    return true;
}

static bool set_choice(bool *flag, const char *value, const char *off, const char *on)
{
    if (!str_same(value, on) && !str_same(value, off))
        return false;
    *flag = str_same(value, on);
    return true;
}

static bool set_keyboard(struct config *c, const char *value)
{
    return set_choice(&c->azerty, value, "qwerty", "azerty");
}

static bool set_borders(struct config *c, const char *value)
{
    return set_choice(&c->ascii, value, "unicode", "ascii");
}

static bool set_mouse(struct config *c, const char *value)
{
    return set_choice(&c->mouse, value, "off", "on");
}

const struct config_row config_rows[] = {
    {"interviewer", "a name", "who scores; else the account's full name", set_interviewer},
    {"keyboard", "qwerty or azerty", "azerty: the unshifted top row scores too", set_keyboard},
    {"theme", "the name of a theme", "how the screen is coloured", set_theme},
    {"borders", "unicode or ascii", "what rules and marks are drawn with", set_borders},
    {"mouse", "on or off", "on: clicks choose; Shift selects text", set_mouse},
    {"banks", "a folder", "a further folder of question banks, looked at first", set_banks},
    {NULL, NULL, NULL, NULL},
};

#define ROWS (COUNT_OF(config_rows) - 1)

static const struct config_row *find_row(const char *name)
{
    for (size_t i = 0; i < ROWS; i++)
        if (str_same(config_rows[i].name, name))
            return &config_rows[i];
    return NULL;
}

/* A warning about `place` (a line of the file, or a variable), with the texts made harmless. */
static void warn(struct config *c, const char *place, const char *what)
{
    utf8_clean(&c->warnings, place, strlen(place), false);
    str_add(&c->warnings, ": ");
    utf8_clean(&c->warnings, what, strlen(what), false);
    str_addc(&c->warnings, '\n');
}

/* `names` ends with NULL. */
static void warn_unknown(struct config *c, const char *place, const char *thing, const char *name,
                         const char *const *names)
{
    struct str what = STR_INIT;
    str_addf(&what, "there is no %s \"%s\"", thing, name);
    const char *near = options_nearest(name, names);
    if (near != NULL)
        str_addf(&what, ": did you mean \"%s\"?", near);
    for (size_t i = 0; near == NULL && names[i] != NULL; i++)
        str_addf(&what, "%s%s", i == 0 ? "; there are " : ", ", names[i]);
    warn(c, place, what.s);
    str_release(&what);
}

static void warn_setting(struct config *c, const char *place, const char *name)
{
    const char *names[ROWS + 1];
    for (size_t i = 0; i <= ROWS; i++)
        names[i] = config_rows[i].name;
    warn_unknown(c, place, "setting", name, names);
}

static void set_value(struct config *c, const char *place, const struct config_row *row,
                      const char *value)
{
    if (*value != '\0' && row->set(c, value))
        return;
    struct str what = STR_INIT;
    str_addf(&what, "\"%s\" takes %s, not \"%s\"; the line is passed over", row->name, row->values,
             value);
    warn(c, place, what.s);
    str_release(&what);
}

static char *trim(char *s)
{
    while (isspace((unsigned char)*s))
        s++;
    size_t n = strlen(s);
    while (n > 0 && isspace((unsigned char)s[n - 1]))
        n--;
    s[n] = '\0';
    return s;
}

/* A `#` at the start or behind a blank: inside a word it belongs to the value. */
static void cut_comment(char *line)
{
    for (char *p = line; (p = strchr(p, '#')) != NULL; p++)
        if (p == line || isspace((unsigned char)p[-1])) {
            *p = '\0';
            return;
        }
}

static void read_line(struct config *c, char *line, int number)
{
    struct str place = STR_INIT;
    str_addf(&place, "%s:%d", c->path.s, number);
    cut_comment(line);
    char *name = trim(line);
    char *colon = strchr(name, ':');
    if (*name != '\0' && colon == NULL) {
        warn(c, place.s, "this is no \"name: value\"; write for example \"mouse: on\"");
    } else if (*name != '\0') {
        *colon = '\0';
        name = trim(name);
        const struct config_row *row = find_row(name);
        if (row != NULL)
            set_value(c, place.s, row, trim(colon + 1));
        else
            warn_setting(c, place.s, name);
    }
    str_release(&place);
}

static void read_lines(struct config *c, char *bytes)
{
    int number = 0;
    if (str_starts(bytes, "\xEF\xBB\xBF")) /* a byte order mark is no part of the first name */
        bytes += 3;
    while (bytes != NULL) {
        char *line = bytes;
        bytes = strchr(line, '\n');
        if (bytes != NULL)
            *bytes++ = '\0';
        read_line(c, line, ++number);
    }
}

/* Only a file that was asked for by name is missed when it is not there. */
static void read_file(struct config *c, bool named)
{
    struct str bytes = STR_INIT;
    struct err e = ERR_INIT;
    if (named || (c->path.len > 0 && file_exists(c->path.s))) {
        if (file_read(c->path.s, CONFIG_MAX, &bytes, NULL, &e))
            read_lines(c, bytes.s);
        else
            warn(c, "configuration", e.text);
    }
    str_release(&bytes);
}

static void read_environment(struct config *c, struct sys *sys)
{
    struct str variable = STR_INIT;
    for (size_t i = 0; i < ROWS; i++) {
        str_set(&variable, "SLATE_");
        for (const char *p = config_rows[i].name; *p != '\0'; p++)
            str_addc(&variable, (char)toupper((unsigned char)*p));
        const char *value = sys->env(sys, variable.s);
        if (value != NULL)
            set_value(c, variable.s, &config_rows[i], value);
    }
    str_release(&variable);
}

static void locate(struct config *c, struct sys *sys)
{
    const char *named = sys->env(sys, "SLATE_CONFIG");
    struct str folder = STR_INIT;
    struct err e = ERR_INIT;
    if (named != NULL)
        str_set(&c->path, named);
    else if (path_home(&folder, PATH_CONFIG, sys, &e))
        path_join(&c->path, folder.s, "config");
    str_release(&folder);
}

static void expand_home(struct str *path, struct sys *sys)
{
    const char *home = sys->env(sys, "HOME");
    if (home != NULL && str_starts(path->s, "~/"))
        str_splice(path, 0, 1, home, strlen(home));
}

void config_load(struct config *c, struct sys *sys)
{
    struct str *texts[] = {&c->path, &c->interviewer, &c->theme, &c->banks, &c->warnings};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        str_init(texts[i]);
    c->azerty = c->ascii = c->mouse = false;
    locate(c, sys);
    read_file(c, sys->env(sys, "SLATE_CONFIG") != NULL);
    read_environment(c, sys);
    expand_home(&c->banks, sys);
}

void config_check_theme(struct config *c, struct sys *sys, const char *const *names)
{
    const char *const *name = names;
    while (*name != NULL && !str_same(*name, c->theme.s))
        name++;
    if (c->theme.len == 0 || *name != NULL)
        return;
    bool named = sys->env(sys, "SLATE_THEME") != NULL;
    warn_unknown(c, named ? "SLATE_THEME" : c->path.s, "theme", c->theme.s, names);
}

void config_release(struct config *c)
{
    struct str *texts[] = {&c->path, &c->interviewer, &c->theme, &c->banks, &c->warnings};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        str_release(texts[i]);
}
