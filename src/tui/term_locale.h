#ifndef SLATE_TUI_TERM_LOCALE_H
#define SLATE_TUI_TERM_LOCALE_H

#include <stdbool.h>

#include "base/sys.h"

/* What term_locale (tui/term.h) found: does the terminal take UTF-8? */
bool term_locale_is_utf8(struct sys *sys);

#endif
