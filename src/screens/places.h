#ifndef SLATE_SCREENS_PLACES_H
#define SLATE_SCREENS_PLACES_H

/* Every place with its action rows: what `slate keys` prints and the documents are compared with.
 */

#include "tui/screen.h"

struct place {
    const char *name, *title;
    const struct actions *rows;
};

extern const struct place places[];
extern const size_t n_places;

#endif
