#ifndef SLATE_APP_LIVE_PARTS_H
#define SLATE_APP_LIVE_PARTS_H

/* The inside of a live interview, shared by live.c (opening, values, places, the end), live_text.c
 * (typing), live_clock.c and live_undo.c. */

#include "app/app.h"
#include "domain/history.h"
#include "store/interviews.h"

/* A text that was typed into and not folded yet. */
struct draft {
    struct slot slot;
    struct str folded; /* before the first of these edits */
    struct str stored; /* with all edits that reached the store */
    bool unsaved;      /* `stored` is not what the interview has in memory */
};

struct drafts {
    struct draft *items;
    size_t n, cap;
};

struct live {
    struct app *app;
    struct interview iv;
    struct history history;
    struct drafts drafts;
    struct law *law;            /* for live_care; NULL until it is asked */
    int64_t counted;            /* app_mono up to which time was counted */
    int64_t shown, shown_spent; /* the seconds that the store has, of all and of the answer */
    bool broke;                 /* a break was noticed and not told yet */
    bool place_unsaved;         /* the last write of the place failed */
};

/* Commits the value, then applies it, then remembers it for undo. */
bool live_record(struct live *live, struct slot slot, const char *value, enum cause cause,
                 struct err *e);

/* Counts the time since it was last counted; a gap of over a minute is a break instead. */
void live_count(struct live *live);
/* With every key: counts, and writes what is behind on the screen: the clock when its second has
 * changed, and texts that an earlier failure left unwritten. Failing leaves it for the next time.
 */
void live_beat(struct live *live, struct err *e);
/* Stores where the recruiter is, with the clock. */
bool live_store_place(struct live *live, struct err *e);

/* Texts. live_flush writes what an earlier failure left unwritten, as far as it can be written. */
void live_flush(struct live *live);
struct draft *live_draft(struct live *live, struct slot slot); /* NULL: nothing unfolded */
/* Folds all that can be; on false the err is about the first that could not. */
bool live_fold_all(struct live *live, struct err *e);
/* Puts `value` in the place of what was typed, and folds. */
bool live_retype(struct live *live, struct slot slot, const char *value, struct err *e);
/* Writes the texts that are still unsaved into a file beside the database (app_rescue_path). */
void live_rescue(struct live *live);
void live_drafts_release(struct drafts *drafts);

#endif
