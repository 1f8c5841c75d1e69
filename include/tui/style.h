#ifndef SLATE_TUI_STYLE_H
#define SLATE_TUI_STYLE_H

/* Roles and themes. A cell carries a role ("a flag", "the focused row"), never a colour; one theme
 * table says how each role looks on the terminal's own background. No role is told apart by colour
 * alone: every place that uses GOOD, MIXED or FLAG also draws a letter, a mark or a position. */

#include <stdbool.h>
#include <stdint.h>

enum role {
    ROLE_TEXT,     /* ordinary text */
    ROLE_STRONG,   /* the question, a candidate's name */
    ROLE_DIM,      /* secondary: anchors, hints, times */
    ROLE_RULE,     /* lines between parts */
    ROLE_HEADING,  /* the words set into a rule */
    ROLE_KEY,      /* a key to press */
    ROLE_FOCUS,    /* the focused line or field: reversed */
    ROLE_MARK,     /* a tick that is set */
    ROLE_GOOD,     /* blue */
    ROLE_MIXED,    /* yellow */
    ROLE_FLAG,     /* magenta */
    ROLE_ERROR,    /* a message that something failed, bold */
    ROLE_SELECT,   /* selected text in an editor */
    ROLE_MATCH,    /* what a search found */
    ROLE_DISABLED, /* an action that cannot be run now */
    ROLES
};

enum style_attr { STYLE_BOLD = 1, STYLE_DIM = 2, STYLE_UNDERLINE = 4, STYLE_REVERSE = 8 };

struct style {
    int8_t colour; /* 0-7 as in ANSI, -1 the terminal's own; the background is always its own */
    uint8_t attrs; /* of enum style_attr */
};

struct theme {
    const char *name;    /* "default", "mono", "plain", ... */
    const char *summary; /* one line for the documents */
    struct style roles[ROLES];
};

const struct theme *theme_find(const char *name); /* NULL when there is none of that name */
const struct theme *theme_at(unsigned i);         /* NULL behind the last */

#endif
