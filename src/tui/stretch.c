#include "tui/stretch.h"

#include <string.h>

enum kind { SAME, ROLE, TEXT };

/* Of a wide cell ncurses keeps in the attributes which half it is: such a one is handed whole. */
static enum kind kind_of(const struct cell *now, const struct cell *before)
{
    if (memcmp(now, before, sizeof *now) == 0)
        return SAME;
    bool role = now->width == 1 && before->width == 1 &&
                memcmp(now->text, before->text, sizeof now->text) == 0;
    return role ? ROLE : TEXT;
}

bool stretch_next(const struct cell *now, const struct cell *before, int cols, struct stretch *s)
{
    enum kind kind = SAME;
    int from = s->to, to;
    while (from < cols && (kind = kind_of(&now[from], &before[from])) == SAME)
        from++;
    for (to = from + 1; to < cols && kind_of(&now[to], &before[to]) == kind; to++)
        if (kind == ROLE && now[to].role != now[from].role)
            break;
    *s = (struct stretch){from, to, kind == TEXT};
    return from < cols;
}
