#include "screens/interview_layout.h"

#define NOTES_MIN 2

/* What is given up, step by step; each step includes those before it. */
enum squeeze {
    SQUEEZE_NONE,
    SQUEEZE_PROBES_LINE,
    SQUEEZE_ANCHORS_REQUIRED,
    SQUEEZE_FLAGS_RULE,
    SQUEEZE_PROBES_RULE,
    SQUEEZE_NO_ANCHORS /* only under a note that is being written */
};

int interview_main_cols(int cols)
{
    return cols >= SIDE_FROM ? cols - SIDE_COLS : cols;
}

static int lay_at(struct interview_layout *l, const struct interview_content *n,
                  enum squeeze squeeze)
{
    int row = n->question_rows;
    l->question = 0;
    l->heard_rule = n->heard ? row++ : -1;
    l->heard = row;
    row += n->heard;
    l->flags_rule = n->flags || (n->probes && squeeze >= SQUEEZE_PROBES_RULE) ? row++ : -1;
    l->flags = squeeze >= SQUEEZE_FLAGS_RULE ? -1 : row;
    row += l->flags < 0 ? 0 : n->flags;
    l->ask_rule = n->probes && squeeze < SQUEEZE_PROBES_RULE ? row++ : -1;
    l->ask = squeeze >= SQUEEZE_PROBES_LINE ? -1 : row;
    row += l->ask < 0 ? 0 : n->probes;
    l->score_rule = n->scored ? row++ : -1;
    l->anchors = row;
    l->anchor_rows = squeeze >= SQUEEZE_NO_ANCHORS         ? 0
                     : squeeze >= SQUEEZE_ANCHORS_REQUIRED ? n->required
                                                           : n->anchors;
    row += l->anchor_rows;
    l->notes_rule = row++;
    l->notes = row;
    return row;
}

/* In a window that scrolls, the note gets what it needs, at most the whole window. */
static void scroll_body(struct interview_layout *l, const struct interview_content *n)
{
    int want = n->writing ? n->note_rows : NOTES_MIN;
    int most = l->body_rows > 1 ? l->body_rows - 1 : 1;
    l->notes_rows = want < NOTES_MIN ? NOTES_MIN : want;
    l->notes_rows = l->notes_rows > most ? most : l->notes_rows;
    l->total = l->notes + l->notes_rows;
    int most_top = l->total > l->body_rows ? l->total - l->body_rows : 0;
    if (n->writing)
        l->top = most_top;
    else if (n->focus_row >= l->body_rows)
        l->top = n->focus_row - l->body_rows + 1;
    l->top = l->top > most_top ? most_top : l->top;
}

struct interview_layout interview_lay(int rows, int cols, const struct interview_content *n)
{
    struct interview_layout l = {.cols = interview_main_cols(cols)};
    l.side = cols - l.cols;
    l.body_rows = rows > BODY_FIRST + 1 ? rows - BODY_FIRST - 1 : 0;
    int want = n->writing && n->note_rows > NOTES_MIN ? n->note_rows : NOTES_MIN;
    enum squeeze most = n->writing ? SQUEEZE_NO_ANCHORS : SQUEEZE_PROBES_RULE;
    for (enum squeeze s = SQUEEZE_NONE; s <= most; s++) {
        int used = lay_at(&l, n, s);
        l.notes_rows = l.body_rows - used;
        if (l.notes_rows >= want)
            break;
    }
    l.total = l.body_rows;
    if (l.notes_rows < NOTES_MIN)
        scroll_body(&l, n);
    return l;
}
