#ifndef SLATE_STORE_EXPORT_H
#define SLATE_STORE_EXPORT_H

/* All interviews, newest first, a page at a time: what a long export reads. A page is one query of
 * its own, by key, so memory stays the same and nothing is held open between two pages; what is
 * added or changed meanwhile may or may not be in it.
 *
 *     struct export_place place = EXPORT_START(true);
 *     do {
 *         struct export_rows rows = {0};
 *         if (!store_export_page(s, &place, 200, &rows, e)) ...
 *         export_rows_release(&rows);
 *     } while (!place.over);
 *
 * The blind rule is part of the query, and what is handed out counts as seen. */

#include "domain/candidate.h"
#include "domain/composite.h"
#include "domain/interview.h"
#include "store/store.h"

struct export_place {
    bool table;     /* with what a row of a table has, else only which interviews there are */
    int64_t at, id; /* of the row that the next page begins behind */
    bool over;
};
/* clang-format off */
#define EXPORT_START(table) {(table), INT64_MAX, INT64_MAX, false}
/* clang-format on */

struct export_row {
    int64_t id;
    bool hidden; /* nothing else of it is set */
    /* The rest is not set either: an interview that is not submitted, or was amended, or of which a
     * question was voided, is to be loaded whole. So is everything without `table`. */
    bool whole;
    struct interview iv; /* what is known without its kit and answers; owns nothing */
    struct candidate contact;
    struct composite composite;
    int unsupported;   /* as notice_count_unsupported */
    const char *flags; /* of the interview as a whole, a line each; NULL: none */
};

struct export_rows {
    struct arena arena;
    struct export_row *items;
    size_t n, cap;
};
void export_rows_release(struct export_rows *rows);

bool store_export_page(struct store *s, struct export_place *place, int limit,
                       struct export_rows *out, struct err *e);

bool store_count_interviews(struct store *s, int64_t *n, struct err *e);

#endif
