#include "tui/statusbar.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "tui/layout.h"

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

static int sign_cols(struct manner manner)
{
    return manner.word != NULL ? utf8_width(manner.word, strlen(manner.word)) + 1 : 0;
}

static int text_cols(const struct canvas *c, struct manner manner)
{
    int cols = c->cols - 1 - sign_cols(manner);
    return cols > 1 ? cols : 1;
}

int statusbar_message_rows(const struct canvas *c, enum tone tone, const char *text)
{
    int rows = text != NULL ? text_rows(text, text_cols(c, manner_of(c, tone))) : 1;
    return rows > 1 ? rows + 1 : 1;
}

void statusbar_message(struct canvas *c, struct area a, enum tone tone, const char *text)
{
    struct manner manner = manner_of(c, tone);
    if (text == NULL || *text == '\0')
        return;
    bool ruled = a.rows > 1 && a.rows == statusbar_message_rows(c, tone, text);
    canvas_fill(c, a, ROLE_TEXT);
    if (ruled)
        canvas_rule(c, layout_top(&a, 1).row, NULL);
    if (manner.word != NULL)
        canvas_text(c, a.row, a.col + 1, a.cols - 1, manner.role, manner.word);
    a.col += 1 + sign_cols(manner);
    a.cols = text_cols(c, manner);
    canvas_wrapped(c, a, manner.role, text);
}
