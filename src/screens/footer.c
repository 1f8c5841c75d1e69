#include "screens/footer.h"

#include <string.h>

#define ROWS 64 /* actions of a place and those everywhere */

/* "?" is a letter while text is typed, so the footer then names F1. */
void footer_draw(const struct screen *s, struct actions everywhere, struct canvas *c)
{
    struct action rows[ROWS];
    struct actions own = s->ops->actions(s->state);
    bool typing = s->ops->typing && s->ops->typing(s->state);
    size_t n = own.n < ROWS - everywhere.n ? own.n : ROWS - everywhere.n;
    memcpy(rows, own.rows, n * sizeof *rows);
    for (size_t i = 0; i < everywhere.n; i++) {
        struct key k;
        rows[n] = everywhere.rows[i];
        if (i == 0)
            rows[n].shown = typing ? "F1" : "?";
        /* a key that means something else here is not named twice */
        n += rows[n].label && key_parse(rows[n].shown ? rows[n].shown : rows[n].keys, &k) &&
             !action_find(own, k, typing);
    }
    action_footer(c, c->rows - 1, s->state, (struct actions){rows, n, own.fold}, typing);
}
