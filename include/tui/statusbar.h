#ifndef SLATE_TUI_STATUSBAR_H
#define SLATE_TUI_STATUSBAR_H

/* The line at the top (where am I) and the line of messages above the footer. */

#include "tui/canvas.h"
#include "tui/screen.h"

/* One blank, `left` in ROLE_STRONG, and `right` (ROLE_DIM) ending one blank before the edge. When
 * both do not fit, `right` is kept and `left` is cut. Either may be NULL. */
void statusbar_header(struct canvas *c, int row, const char *left, const char *right);

/* A message in its tone. The tone is never colour alone: good starts with a tick, a warning with
 * "Note:", an error with "!". An empty text draws nothing. */
void statusbar_message(struct canvas *c, int row, enum tone tone, const char *text);

#endif
