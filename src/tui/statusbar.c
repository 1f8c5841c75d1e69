#include "tui/statusbar.h"

#include <string.h>

#include "base/utf8.h"

#define GAP 2 /* columns between the two parts */

void statusbar_header(struct canvas *c, int row, const char *left, const char *right)
{
    int room = c->cols - 2; /* a blank at each edge */
    int taken = right != NULL ? utf8_width(right, strlen(right)) : 0;
    if (taken > room)
        taken = room;
    if (taken > 0) {
        canvas_text(c, row, 1 + room - taken, taken, ROLE_DIM, right);
        room -= taken + GAP;
    }
    if (left != NULL)
        canvas_text(c, row, 1, room, ROLE_STRONG, left);
}

struct manner {
    enum role role;
    const char *word; /* before the text */
};

static struct manner manner_of(const struct canvas *c, enum tone tone)
{
    switch (tone) {
    case TONE_GOOD:
        return (struct manner){ROLE_GOOD, canvas_glyph(c, GLYPH_TICK)};
    case TONE_WARN:
        return (struct manner){ROLE_MIXED, "Note:"};
    case TONE_ERROR:
        return (struct manner){ROLE_ERROR, "!"};
    default:
        return (struct manner){ROLE_TEXT, NULL};
    }
}

void statusbar_message(struct canvas *c, int row, enum tone tone, const char *text)
{
    struct manner manner = manner_of(c, tone);
    int col = 1;
    if (text == NULL || *text == '\0')
        return;
    if (manner.word != NULL)
        col += canvas_text(c, row, col, c->cols - col, manner.role, manner.word) + 1;
    canvas_text(c, row, col, c->cols - col, manner.role, text);
}
