#ifndef SLATE_SCREENS_COMPARE_CELLS_H
#define SLATE_SCREENS_COMPARE_CELLS_H

/* One cell of a comparison: what a row says of a candidate, in the columns that there are. "No
 * evidence" draws a dash, never an empty bar. */

#include "app/compared.h"
#include "tui/canvas.h"

enum compare_row {
    ROW_OWN,
    ROW_COMMON,
    ROW_ERROR,
    ROW_FLAGS,
    ROW_DECISION,
    ROW_QUESTION,
    ROW_COMPETENCY,
    ROW_INTERVIEWER,
    ROW_DAY,
    ROW_JOB
};

struct compare_cell {
    enum compare_row kind;
    int index;  /* of the question or competency */
    int column; /* the candidate */
};

struct compare_spot {
    struct canvas *c;
    int row, col, width;
};

/* Draws nothing of a candidate of whom nothing is shown. */
void compare_draw_cell(const struct comparison *c, struct compare_cell which,
                       const struct compare_spot *at);

#endif
