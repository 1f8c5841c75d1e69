#include "screens/caring.h"

#include <string.h>

void caring_init(struct caring *c)
{
    *c = (struct caring){.lines = STR_INIT};
}

void caring_release(struct caring *c)
{
    cares_release(&c->cares);
    str_release(&c->lines);
}

/* All lines before the first row: the text moves while it grows. */
static void write_lines(struct caring *c)
{
    size_t n = c->cares.n;
    str_clear(&c->lines);
    str_addf(&c->lines, "%zu note%s may touch a protected matter: %s", n, n == 1 ? "" : "s",
             c->open  ? "Enter goes there, k keeps it"
             : n == 1 ? "look at it"
                      : "look at them");
    for (size_t i = 0; i < n; i++) {
        const struct care *care = &c->cares.items[i];
        str_addc(&c->lines, '\0');
        str_addf(&c->lines, "%s: %s", care->place, care->excerpt);
    }
}

void caring_add(struct caring *c, struct sheet *s)
{
    live_care(s->live, &c->cares);
    if (c->cares.n == 0)
        return;
    write_lines(c);
    const char *line = c->lines.s;
    sheet_add_care(s, line);
    for (size_t i = 0; c->open && i < c->cares.n; i++) {
        line += strlen(line) + 1;
        sheet_add_cared(s, c->cares.items[i].slot, line, c->cares.items[i].safer);
    }
}
