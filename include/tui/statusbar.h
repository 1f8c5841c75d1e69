#ifndef SLATE_TUI_STATUSBAR_H
#define SLATE_TUI_STATUSBAR_H

/* The line at the top (where am I) and the messages in the place of the footer. */

#include "tui/canvas.h"
#include "tui/screen.h"

/* One blank, `left` in ROLE_STRONG, and `right` (ROLE_DIM) ending one blank before the edge. When
 * both do not fit, `right` is kept and `left` is cut. Either may be NULL. */
void statusbar_header(struct canvas *c, int row, const char *left, const char *right);

/* A message in its tone. The tone is never colour alone: good starts with a tick, a warning with
 * "Note:", an error with "!". An empty text draws nothing. A message that passes one row is wrapped
 * under a rule, for its end says what to do; in an area lower than statusbar_message_rows the rule
 * goes first, then the last lines.
 *
 *     int rows = statusbar_message_rows(c, tone, text);
 *     statusbar_message(c, (struct area){c->rows - rows, 0, rows, c->cols}, tone, text); */
int statusbar_message_rows(const struct canvas *c, enum tone tone, const char *text);
void statusbar_message(struct canvas *c, struct area a, enum tone tone, const char *text);

#endif
