#include <stddef.h>
#include <string.h>

#include "base/vec.h"
#include "tui/style.h"

enum { OWN = -1, RED = 1, YELLOW = 3, BLUE = 4, MAGENTA = 5 };

/* The first one is taken where nothing else is said. */
static const struct theme themes[] = {
    {.name = "default",
     .summary = "colours on the terminal's own background",
     .roles = {[ROLE_TEXT] = {OWN, 0},
               [ROLE_STRONG] = {OWN, STYLE_BOLD},
               [ROLE_DIM] = {OWN, STYLE_DIM},
               [ROLE_RULE] = {OWN, STYLE_DIM},
               [ROLE_HEADING] = {OWN, STYLE_BOLD},
               [ROLE_KEY] = {OWN, STYLE_BOLD},
               [ROLE_FOCUS] = {OWN, STYLE_REVERSE},
               [ROLE_MARK] = {OWN, STYLE_BOLD},
               [ROLE_GOOD] = {BLUE, STYLE_BOLD},
               [ROLE_MIXED] = {YELLOW, 0},
               [ROLE_FLAG] = {MAGENTA, STYLE_BOLD},
               [ROLE_ERROR] = {RED, STYLE_BOLD},
               [ROLE_SELECT] = {OWN, STYLE_REVERSE},
               [ROLE_MATCH] = {OWN, STYLE_BOLD | STYLE_UNDERLINE},
               [ROLE_DISABLED] = {OWN, STYLE_DIM}}},
    {.name = "high-contrast",
     .summary = "nothing is dimmed; flags and errors stand out",
     .roles = {[ROLE_TEXT] = {OWN, 0},
               [ROLE_STRONG] = {OWN, STYLE_BOLD},
               [ROLE_DIM] = {OWN, 0},
               [ROLE_RULE] = {OWN, 0},
               [ROLE_HEADING] = {OWN, STYLE_BOLD | STYLE_UNDERLINE},
               [ROLE_KEY] = {OWN, STYLE_BOLD},
               [ROLE_FOCUS] = {OWN, STYLE_BOLD | STYLE_REVERSE},
               [ROLE_MARK] = {OWN, STYLE_BOLD},
               [ROLE_GOOD] = {BLUE, STYLE_BOLD},
               [ROLE_MIXED] = {YELLOW, STYLE_BOLD},
               [ROLE_FLAG] = {MAGENTA, STYLE_BOLD | STYLE_UNDERLINE},
               [ROLE_ERROR] = {RED, STYLE_BOLD | STYLE_REVERSE},
               [ROLE_SELECT] = {OWN, STYLE_REVERSE},
               [ROLE_MATCH] = {OWN, STYLE_BOLD | STYLE_UNDERLINE},
               [ROLE_DISABLED] = {OWN, 0}}},
    {.name = "mono",
     .summary = "no colours: bold, dim, underlined and reversed only",
     .roles = {[ROLE_TEXT] = {OWN, 0},
               [ROLE_STRONG] = {OWN, STYLE_BOLD},
               [ROLE_DIM] = {OWN, STYLE_DIM},
               [ROLE_RULE] = {OWN, STYLE_DIM},
               [ROLE_HEADING] = {OWN, STYLE_BOLD},
               [ROLE_KEY] = {OWN, STYLE_BOLD},
               [ROLE_FOCUS] = {OWN, STYLE_REVERSE},
               [ROLE_MARK] = {OWN, STYLE_BOLD},
               [ROLE_GOOD] = {OWN, STYLE_BOLD},
               [ROLE_MIXED] = {OWN, 0},
               [ROLE_FLAG] = {OWN, STYLE_BOLD | STYLE_UNDERLINE},
               [ROLE_ERROR] = {OWN, STYLE_BOLD},
               [ROLE_SELECT] = {OWN, STYLE_REVERSE},
               [ROLE_MATCH] = {OWN, STYLE_UNDERLINE},
               [ROLE_DISABLED] = {OWN, STYLE_DIM}}},
    {.name = "plain",
     .summary = "nothing but the focus and selected text, which are reversed",
     .roles = {[ROLE_TEXT] = {OWN, 0},
               [ROLE_STRONG] = {OWN, 0},
               [ROLE_DIM] = {OWN, 0},
               [ROLE_RULE] = {OWN, 0},
               [ROLE_HEADING] = {OWN, 0},
               [ROLE_KEY] = {OWN, 0},
               [ROLE_FOCUS] = {OWN, STYLE_REVERSE},
               [ROLE_MARK] = {OWN, 0},
               [ROLE_GOOD] = {OWN, 0},
               [ROLE_MIXED] = {OWN, 0},
               [ROLE_FLAG] = {OWN, 0},
               [ROLE_ERROR] = {OWN, 0},
               [ROLE_SELECT] = {OWN, STYLE_REVERSE},
               [ROLE_MATCH] = {OWN, 0},
               [ROLE_DISABLED] = {OWN, 0}}},
};

const struct theme *theme_at(unsigned i)
{
    return i < COUNT_OF(themes) ? &themes[i] : NULL;
}

const struct theme *theme_find(const char *name)
{
    for (unsigned i = 0; i < COUNT_OF(themes); i++)
        if (strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}
