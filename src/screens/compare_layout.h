#ifndef SLATE_SCREENS_COMPARE_LAYOUT_H
#define SLATE_SCREENS_COMPARE_LAYOUT_H

/* Where the columns of a comparison stand: a pure function of the window. As many candidates at a
 * time as there is room for at COMPARE_LEAST columns each, and at least one; the others are a step
 * to the left or right. */

#define COMPARE_LEAST 12
#define COMPARE_MOST  30

struct compare_layout {
    int label; /* columns of the first one, with the pointer's */
    int shown; /* candidates at a time */
    int width; /* columns of each, with a gap of one */
};

struct compare_layout compare_lay(int cols, int candidates);

#endif
