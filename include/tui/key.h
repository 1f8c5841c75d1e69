#ifndef SLATE_TUI_KEY_H
#define SLATE_TUI_KEY_H

/* Keys and their names. A key is a Unicode code point or one of K_..., with modifiers. Control
 * characters arrive as the letter with MOD_CTRL, but for Tab, Enter, Esc and Backspace, which have
 * names of their own.
 *
 * Written form, everywhere (tables, documents, tests): "a", "?", "Space", "Enter", "Esc", "Tab",
 * "Shift-Tab", "Ctrl-P", "Alt-x", "Up", "PgDn", "F1", "Del". */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { MOD_CTRL = 1, MOD_ALT = 2, MOD_SHIFT = 4 /* named keys only */ };

enum key_code {
    K_FIRST = 0x110000, /* above every code point */
    K_ENTER,
    K_TAB,
    K_ESC,
    K_BACKSPACE,
    K_DELETE,
    K_INSERT,
    K_UP,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_HOME,
    K_END,
    K_PGUP,
    K_PGDN,
    K_F1, /* F2 .. F12 follow */
    K_F12 = K_F1 + 11,
    K_LAST
};

struct key {
    uint32_t code;
    uint8_t mods;
};

bool key_same(struct key a, struct key b);
bool key_is(struct key k, uint32_t code, unsigned mods);
bool key_is_text(struct key k);                   /* a printable code point, no Ctrl, no Alt */
bool key_parse(const char *name, struct key *k);  /* the written form */
void key_add_name(struct str *out, struct key k);

/* Is `k` one of `keys`, a list in written form with blanks between: "1-5 n", "Tab Enter",
 * "Right PgDn"? "a-h" is a range. With `fold` a capital matches as its small letter. */
bool key_in(struct key k, const char *keys, bool fold);

#endif
