#include "tui/prompt.h"

#include <string.h>
#include <wctype.h>

#include "base/str.h"
#include "base/text.h"
#include "base/utf8.h"
#include "tui/layout.h"

#define GAP 2 /* columns between two choices */

/* The choices and the way back, as they are written in the footer: keys apart from their labels. */
static int choice_draw(struct canvas *c, int row, int col, const struct choice *choice)
{
    struct str name = STR_INIT;
    key_add_name(&name, (struct key){choice->key, 0});
    col += canvas_text(c, row, col, c->cols - col, ROLE_KEY, name.s) + 1;
    col += canvas_text(c, row, col, c->cols - col, ROLE_TEXT, choice->label) + GAP;
    str_release(&name);
    return col;
}

static int choice_width(const struct choice *choice)
{
    struct str text = STR_INIT;
    key_add_name(&text, (struct key){choice->key, 0});
    str_addf(&text, " %s", choice->label);
    int width = utf8_width(text.s, text.len);
    str_release(&text);
    return width;
}

static const struct choice way_back = {K_ESC, "back"};

static const struct choice *choice_at(const struct ask *ask, size_t i)
{
    return i < ask->n ? &ask->choices[i] : &way_back;
}

/* Where the next choice stands: on this line, or at the start of the next one. */
struct place {
    int row, col;
};

static struct place place_for(struct place at, int width, int cols)
{
    if (at.col > 1 && at.col + width > cols)
        return (struct place){at.row + 1, 1};
    return at;
}

static int choices_rows(const struct ask *ask, int cols)
{
    struct place at = {0, 1};
    for (size_t i = 0; i <= ask->n; i++) {
        int width = choice_width(choice_at(ask, i));
        at = place_for(at, width, cols);
        at.col += width + GAP;
    }
    return at.row + 1;
}

static void choices_draw(const struct ask *ask, struct canvas *c, struct place at)
{
    for (size_t i = 0; i <= ask->n; i++) {
        at = place_for(at, choice_width(choice_at(ask, i)), c->cols);
        at.col = choice_draw(c, at.row, at.col, choice_at(ask, i));
    }
}

static int question_width(const struct ask *ask)
{
    return utf8_width(ask->question, strlen(ask->question));
}

static bool on_one_line(const struct ask *ask, int cols)
{
    int width = 1 + question_width(ask) + 1;
    for (size_t i = 0; i <= ask->n; i++)
        width += GAP + choice_width(choice_at(ask, i));
    return width <= cols;
}

static int question_cols(int cols)
{
    return cols > 2 ? cols - 2 : 1;
}

int prompt_rows(const struct ask *ask, int cols)
{
    if (on_one_line(ask, cols))
        return 2;
    return 1 + text_rows(ask->question, question_cols(cols)) + choices_rows(ask, cols);
}

/* In a window too low for all of it, the rule goes first, then lines of the question: what to press
 * stays. */
void prompt_draw(const struct ask *ask, struct canvas *c, struct area a)
{
    struct area saved = canvas_clip(c, a), rest = a;
    bool one_line = on_one_line(ask, a.cols);
    int below = one_line ? 1 : choices_rows(ask, a.cols);
    canvas_fill(c, a, ROLE_TEXT);
    struct area choices = layout_bottom(&rest, below);
    if (rest.rows > (one_line ? 0 : 1))
        canvas_rule(c, layout_top(&rest, 1).row, NULL);
    struct area text = one_line ? choices : rest;
    struct place at = {choices.row, a.col + 1};
    text.col += 1;
    text.cols = question_cols(a.cols);
    canvas_wrapped(c, text, ROLE_STRONG, ask->question);
    if (one_line)
        at.col += question_width(ask) + 1 + GAP;
    choices_draw(ask, c, at);
    canvas_clip_to(c, saved);
    canvas_cursor(c, choices.row, at.col < a.col + a.cols ? at.col : a.col);
}

static uint32_t fold(uint32_t cp)
{
    return cp < K_FIRST ? (uint32_t)towlower((wint_t)cp) : cp;
}

/* The choice of that key; -1 for none, and with `folded` also when the case would have to decide.
 */
static int find(const struct ask *ask, uint32_t code, bool folded)
{
    int found = -1;
    for (size_t i = 0; i < ask->n; i++) {
        uint32_t key = ask->choices[i].key;
        if (folded ? fold(key) != fold(code) : key != code)
            continue;
        if (found >= 0)
            return -1;
        found = (int)i;
    }
    return found;
}

bool prompt_key(const struct ask *ask, struct key k, int *choice)
{
    *choice = -1;
    if (key_is(k, K_ESC, 0) || key_is(k, 'c', MOD_CTRL))
        return true;
    if (k.mods != 0)
        return false;
    *choice = find(ask, k.code, false);
    if (*choice < 0)
        *choice = find(ask, k.code, true);
    return *choice >= 0;
}
