#ifndef SCREENS_FOOTER_H
#define SCREENS_FOOTER_H

/* The last row: what the keys do here, then those of `everywhere` that mean nothing else here. */

#include "tui/action.h"
#include "tui/canvas.h"
#include "tui/screen.h"

void footer_draw(const struct screen *s, struct actions everywhere, struct canvas *c);

#endif
