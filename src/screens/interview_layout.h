#ifndef SLATE_SCREENS_INTERVIEW_LAYOUT_H
#define SLATE_SCREENS_INTERVIEW_LAYOUT_H

/* Where everything of the live screen stands: a pure function of the window and of how much there
 * is to show. One column, so that each thing stands on one line and stays where it is.
 *
 * When rows do not suffice, in this order: probes to one line (in their rule), anchors to the
 * required three, flags into their rule, probes into that rule too. Never given up: the question,
 * three anchors, one line of each listen-for point, the score row, two lines of notes. A note that
 * is being written grows over flags, probes and at last the anchors; what stands above the flags
 * never moves. A window too small for all of that scrolls; header, strip and footer stay.
 *
 * Rows are counted within the body (below the strip); `top` is the first body row seen. */

#include <stdbool.h>

#include "tui/canvas.h"

#define SIDE_FROM  120 /* columns of a window that gets the list of questions at its left */
#define SIDE_COLS  32
#define BODY_FIRST 2 /* header and strip stand above the body */

struct interview_content {
    int question_rows; /* at the width that interview_main_cols gives */
    int heard, flags, probes;
    int anchors, required; /* anchors in all, and those that are never given up */
    int note_rows;         /* rows of the note as it is */
    bool scored;           /* false: an off-script question, it has no score row */
    bool writing;
    int focus_row; /* body row that must be seen, -1 for none (only when it scrolls) */
};

struct interview_layout {
    int cols, side; /* columns of the main column, and of the list at its left (0: none) */
    int body_rows;  /* rows seen of the body */
    int total;      /* rows of the whole body */
    int top;
    int question, heard_rule, heard;
    int flags_rule, flags; /* flags is -1 when they stand in their rule */
    int ask_rule, ask; /* ask_rule is -1 when probes stand in the flags' rule; ask -1: one line */
    int score_rule, anchors, anchor_rows; /* anchor_rows 0: a long note covers them */
    int notes_rule, notes, notes_rows;
};

int interview_main_cols(int cols);
struct interview_layout interview_lay(int rows, int cols, const struct interview_content *n);

#endif
