#ifndef SLATE_SCREENS_REVIEW_STATE_H
#define SLATE_SCREENS_REVIEW_STATE_H

/* The list of all sessions: review.c has its events and what its keys do, review_draw.c its
 * picture. What is shown is the business of app/sessions.h. */

#include "app/sessions.h"
#include "tui/canvas.h"
#include "tui/entry.h"
#include "tui/table.h"

struct review {
    struct app *app;
    struct sessions list;
    struct entry search;
    bool searching;  /* its words are being typed */
    bool stuck;      /* reading on failed and was told; it is tried again once a second */
    bool remembered; /* the view, on the way out */
    int rows, cols;
    struct list_filter handed; /* the view while it is handed over */
};

/* The order of importance is the order in which a low window keeps them: rows of the list, the view
 * in words, the chosen session in words. Areas that are not there are empty. */
struct review_layout {
    struct area view, rule, table, below, detail;
};
struct review_layout review_lay(int rows, int cols);
int review_search_cols(int cols); /* of the field that the search is typed into */

void review_draw(const void *state, struct canvas *c);

/* Chooses the value of one filter; pops when it is set, or taken off. The list stays its owner's.
 */
struct screen *filter_open(struct sessions *list, enum session_filter which, struct err *e);

#endif
