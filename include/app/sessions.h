#ifndef SLATE_APP_SESSIONS_H
#define SLATE_APP_SESSIONS_H

/* The list of all sessions as a screen shows it: a window over an endless list. It reads pages by
 * key in both directions and keeps a few of them; nothing is counted and nothing is ever read
 * whole. What is shown (order, filters, words) is the view, which is remembered from run to run.
 *
 *     struct sessions list;
 *     sessions_init(&list, app);
 *     sessions_resize(&list, 20);                      rows of the window
 *     sessions_open(&list, &e)                         the view of last time, its first page
 *     for (int line = 0; (row = sessions_row(&list, line)) != NULL; line++)
 *         draw(row, line == sessions_chosen(&list), sessions_marked(&list, row->id));
 *     sessions_move(&list, SESSIONS_DOWN, &e);         keys
 *     while (sessions_reading(&list) && !key_waiting)  between keys, painting after each
 *         sessions_step(&list, &e);
 *     sessions_release(&list);
 *
 * A line is a row of the window, 0 at its top. Where a view has no index of its own (a filter under
 * another order), each call reads at most 2,000 sessions: what was found is there at once, and
 * sessions_reading says that there may be more to come. A call that was overtaken by the next key
 * (app_set_waiting) returns true, leaves what was shown and is taken up again by sessions_step.
 * Every call that returns false has changed nothing of the view and says why. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"
#include "base/err.h"
#include "base/str.h"
#include "domain/listing.h"

#define SESSIONS_MARKS 5 /* for compare */

enum session_filter {
    SESSIONS_BANK,        /* its identifier */
    SESSIONS_LEVEL,       /* "junior", "mid", "senior" */
    SESSIONS_STATE,       /* "planned", "open", "submitted", "abandoned" */
    SESSIONS_DECISION,    /* "advance", "hold", "reject", "none": submitted and not decided */
    SESSIONS_INTERVIEWER, /* the name */
    SESSIONS_JOB,         /* the name */
    SESSIONS_FROM,        /* a date as clock_parse reads it, of the machine's time zone ... */
    SESSIONS_TO,          /* ... this day too */
    SESSIONS_KIT,         /* the number of a session: those asked the very same questions */
    SESSION_FILTERS
};

enum sessions_move {
    SESSIONS_UP,
    SESSIONS_DOWN,
    SESSIONS_PAGE_UP,
    SESSIONS_PAGE_DOWN,
    SESSIONS_FIRST,
    SESSIONS_LAST
};

/* A place to go on reading from; owns its text. */
struct sessions_place {
    struct page_key key;
    struct str text;
};

/* For the screen to read: search, filters, sort, ascending, set, marks. The rest is the list's. */
struct sessions {
    struct app *app;
    /* the view */
    struct str search;
    struct str filters[SESSION_FILTERS]; /* "": off */
    enum list_sort sort;
    bool ascending;
    int set[SESSION_FILTERS + 1]; /* in the order they were set; SESSION_FILTERS is the search */
    int n_set;
    int64_t from, to, kit; /* what the filters of these names mean */
    struct str kit_words;
    /* rows that were read, in the order of the list, in the parts that were read at once */
    struct sessions_parts {
        struct interview_rows *items;
        size_t n, cap;
    } parts;
    struct sessions_place before, behind; /* where reading goes on */
    bool unread_before, unread_behind;    /* there may be more */
    bool stale;                           /* the view is newer than the rows */
    /* the window; top and cursor count rows from 0 */
    int height, top, cursor, rows;
    /* for compare, in the order they were marked */
    int64_t marks[SESSIONS_MARKS];
    int n_marks;
    struct sessions_seen { /* whose composites were shown and noted as seen */
        int64_t *items;
        size_t n, cap;
    } seen;
};

void sessions_init(struct sessions *s, struct app *app);
void sessions_release(struct sessions *s);

/* Takes up the view of last time (what no longer reads well is left out) and reads its first page.
 */
bool sessions_open(struct sessions *s, struct err *e);
/* Reads again what is shown: sessions may have changed meanwhile. The chosen row stays chosen and
 * on its line where it is still in the view, else its neighbour is. */
bool sessions_refresh(struct sessions *s, struct err *e);
/* Keeps the view for the next run. Marks are not kept. */
bool sessions_remember(struct sessions *s, struct err *e);

/* ---- the window ---- */

bool sessions_resize(struct sessions *s, int height, struct err *e); /* rows of the window */
const struct interview_row *sessions_row(const struct sessions *s, int line); /* NULL: none there */
int sessions_lines(const struct sessions *s);  /* rows in the window */
int sessions_chosen(const struct sessions *s); /* line, or -1 when the list is empty */
const struct interview_row *sessions_chosen_row(const struct sessions *s); /* or NULL */
bool sessions_above(const struct sessions *s); /* there are rows above the window */
bool sessions_below(const struct sessions *s); /* ... or below */

/* Within one kit composites are shown: those in the window count as seen from now on (the blind
 * rule). To be called once they are; nothing is written for what was noted before. Never waits for
 * another program: false then, and the next call tries again. */
bool sessions_note_seen(struct sessions *s, struct err *e);

bool sessions_move(struct sessions *s, enum sessions_move how, struct err *e);
bool sessions_choose(struct sessions *s, int line); /* by the mouse; false: no row there */

/* Is there more to read for what the window shows? Then each step reads some; paint after each. */
bool sessions_reading(const struct sessions *s);
bool sessions_step(struct sessions *s, struct err *e);

/* ---- the view ---- */

/* Each starts at the top of the list, with the chosen row kept where it is still in the view near
 * the top. A search stands in the order of entry, newest first (or oldest, by date ascending): what
 * was sorted otherwise is so again when the words are gone. */
bool sessions_set_search(struct sessions *s, const char *words, struct err *e); /* "" for none */
/* NULL or "" takes the filter off. False with the reason when `value` cannot be read. */
bool sessions_set_filter(struct sessions *s, enum session_filter which, const char *value,
                         struct err *e);
/* By composite: within one kit only. Without a kit in the filters, the one of the chosen row is
 * taken and becomes a filter; where no row tells one, false with the reason. */
bool sessions_set_sort(struct sessions *s, enum list_sort sort, bool ascending, struct err *e);
/* Takes off what was set last, search or filter. False in *any when there was nothing. */
bool sessions_undo(struct sessions *s, bool *any, struct err *e);
/* All of them, the order too. */
bool sessions_reset(struct sessions *s, struct err *e);

/* The view as a list is asked for; the texts belong to `s`. The limit is the caller's. */
void sessions_filter(const struct sessions *s, struct list_filter *out);

/* The order in words: "by candidate, Z first". */
void sessions_describe_sort(const struct sessions *s, struct str *out);
/* One filter in words ("level senior"); "" when it is off. For a line of them that are undone one
 * by one: set[0..n_set) says in which order. */
void sessions_describe_filter(const struct sessions *s, int which, struct str *out);

/* What may be chosen for a filter, by what was typed so far: name is the value, detail its words.
 */
bool sessions_choices(struct sessions *s, enum session_filter which, const char *typed,
                      struct name_rows *out, struct err *e);

/* ---- marks for compare, kept over pages and views ---- */

/* Marks the chosen row or takes its mark off. False with the reason: five are marked, it is hidden,
 * it is not submitted. */
bool sessions_mark(struct sessions *s, struct err *e);
bool sessions_marked(const struct sessions *s, int64_t id);
void sessions_clear_marks(struct sessions *s);

#endif
