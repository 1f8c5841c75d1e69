#ifndef SLATE_STORE_LISTS_H
#define SLATE_STORE_LISTS_H

/* Lists, each answered by one indexed query. The blind rule is part of every query here: a row that
 * must not be seen says so (`hidden`) and carries nothing but that it exists: the candidate's name,
 * the state, the times. Its other texts are "", its numbers 0, and it is left out where a filter or
 * a search would tell more (by job, bank, level, interviewer, or by words of a note). My own
 * planned and open interviews are never hidden from me. Rows own their texts through the list's
 * arena. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/err.h"
#include "domain/listing.h"
#include "store/store.h"

/* The first screen: open ones by last touch, planned ones by time, the latest submitted or
 * abandoned ones. At most `limit` of each, in that order. One statement, no count, no composite. */
bool store_home(struct store *s, int limit, struct home_rows *out, struct err *e);

/* A page of f->limit rows behind or before a row, in the order of the list whichever way it was
 * read:
 *
 *     struct page_from first = {0}, last = PAGE_LAST;
 *     store_page(s, &f, &first, &rows, &e);
 *     store_page(s, &f, &(struct page_from){.key = rows.stopped}, &next, &e);
 *     store_page(s, &f, &(struct page_from){.key = next.items[0].key, .back = true}, &back, &e);
 *
 * No order and no filter alone sorts or scans: groups and rows come by steps of an index. Where a
 * filter stands beside another order or filter, at most 2,000 rows are read (100 where notes must
 * be read too); rows.unfinished then says to go on from rows.stopped. With words to search for, the
 * rows stand in the order in which they were entered, newest first (by date ascending: oldest),
 * whatever else they are to be sorted by. A hidden row sorts as if it had no value. Without a kit,
 * SORT_COMPOSITE is refused (ERR_REFUSED); with it only submitted interviews are listed. */
bool store_page(struct store *s, const struct list_filter *f, const struct page_from *from,
                struct interview_rows *out, struct err *e);

/* The same from the first row, or from behind before_id by date, without a bound. */
bool store_list(struct store *s, const struct list_filter *f, struct interview_rows *out,
                struct err *e);

/* One row as a page has it, in out->items[0]; none when there is no such interview. */
bool store_row(struct store *s, int64_t id, struct interview_rows *out, struct err *e);

/* A list or a page shows results of these: each submitted one counts as seen from now on by the one
 * who looks, as one that was loaded does. One transaction, and none when n is 0. With `wait` false
 * another program that writes is not waited for (ERR_BUSY). */
bool store_note_viewed(struct store *s, const int64_t *ids, size_t n, bool wait, struct err *e);

/* An interview by its number, or by the beginning of its UUID (eight characters or more; two that
 * begin so are an error). *found is false when `which` is neither. */
bool store_find(struct store *s, const char *which, int64_t *id, bool *found, struct err *e);

/* Names for completion, folded prefix match on any word, most recent first. */
bool store_candidates(struct store *s, const char *typed, int limit, struct name_rows *out,
                      struct err *e);
/* Everybody of just this name, folded. Not stopped by a waiting key as the others are: whether a
 * name is known decides which record an interview belongs to. */
bool store_namesakes(struct store *s, const char *name, int limit, struct name_rows *out,
                     struct err *e);
bool store_jobs(struct store *s, const char *typed, int limit, struct name_rows *out,
                struct err *e);

/* Everyone who interviewed, and the banks that interviews were asked from (name: the identifier,
 * detail: the title), by name; completed like the others. */
bool store_interviewers(struct store *s, const char *typed, int limit, struct name_rows *out,
                        struct err *e);
bool store_banks(struct store *s, const char *typed, int limit, struct name_rows *out,
                 struct err *e);

/* The latest interview's choices, for presetting a new one; false when there is none. */
bool store_last_choices(struct store *s, struct last_choices *out, struct err *e);

#endif
