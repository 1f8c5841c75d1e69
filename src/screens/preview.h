#ifndef SLATE_SCREENS_PREVIEW_H
#define SLATE_SCREENS_PREVIEW_H

/* How the live screen will show a question of a bank: its own drawing, in a part of the window and
 * without header and strip. */

#include "domain/bank.h"
#include "tui/canvas.h"

/* Question `i` of the kit; nothing is drawn where there is none, or no room. */
void preview_draw(const struct kit *kit, size_t i, struct canvas *c, struct area a);

#endif
