#include <stdlib.h>

#include "app/candidates.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/review_state.h"
#include "tui/action.h"

/* All sessions: found by words, filtered, sorted, opened, put side by side. */

#define SEARCH_MAX 200 /* bytes of what is searched for */

/* A reason is said quietly; what failed is said in red. Either way the list stays. */
static struct outcome why_not(const struct err *e)
{
    bool reason = e->kind == ERR_REFUSED || e->kind == ERR_INPUT || e->kind == ERR_MISSING ||
                  e->kind == ERR_USAGE;
    return reason ? out_say(TONE_WARN, "%s", e->text) : out_failed(e);
}

static struct outcome told(bool ok, const struct err *e)
{
    return ok ? out_stay() : why_not(e);
}

/* ---- events ---- */

static struct outcome resize(struct review *r, const struct event *ev)
{
    struct err e = ERR_INIT;
    r->rows = ev->rows;
    r->cols = ev->cols;
    entry_resize(&r->search, review_search_cols(ev->cols));
    struct area table = review_lay(ev->rows, ev->cols).table;
    return told(sessions_resize(&r->list, table_height(table.rows), &e), &e);
}

static struct outcome look_on(struct review *r)
{
    struct err e = ERR_INIT;
    if (!sessions_reading(&r->list))
        return out_unhandled();
    if (sessions_step(&r->list, &e)) {
        r->stuck = false;
        return out_stay();
    }
    bool told_before = r->stuck;
    r->stuck = true;
    return told_before ? out_stay() : out_failed(&e);
}

static struct outcome click(struct review *r, const struct event *ev)
{
    struct area table = review_lay(r->rows, r->cols).table;
    int first = table.row + table.rows - table_height(table.rows);
    if (ev->key.code == 1)
        sessions_choose(&r->list, ev->rows - first);
    return out_stay();
}

static bool is_move(struct key k, bool letters, enum sessions_move *how)
{
    static const struct {
        const char *keys;
        const char *letter;
        enum sessions_move how;
    } moves[] = {{"Up", "k", SESSIONS_UP},       {"Down", "j", SESSIONS_DOWN},
                 {"PgUp", "", SESSIONS_PAGE_UP}, {"PgDn", "", SESSIONS_PAGE_DOWN},
                 {"Home", "g", SESSIONS_FIRST},  {"End", "G", SESSIONS_LAST}};
    for (size_t i = 0; i < COUNT_OF(moves); i++) {
        bool text = moves[i].how == SESSIONS_FIRST || moves[i].how == SESSIONS_LAST;
        *how = moves[i].how;
        if (letters && (key_in(k, moves[i].keys, false) || key_in(k, moves[i].letter, false)))
            return true;
        if (!letters && !text && key_in(k, moves[i].keys, false))
            return true; /* Home and End belong to the text */
    }
    return false;
}

static struct outcome type(struct review *r, const struct event *ev)
{
    struct err e = ERR_INIT;
    struct splice sp;
    switch (entry_handle(&r->search, ev, &sp)) {
    case EDIT_UNHANDLED:
        return out_unhandled();
    case EDIT_FULL:
        return out_say(TONE_WARN, "That is more than can be searched for.");
    case EDIT_CHANGED:
    case EDIT_TAKEN:
        return told(sessions_set_search(&r->list, entry_text(&r->search), &e), &e);
    case EDIT_MOVED:
        break;
    }
    return out_stay();
}

static struct outcome take(struct review *r, const struct event *ev)
{
    struct err e = ERR_INIT;
    enum sessions_move how;
    switch (ev->kind) {
    case EVENT_RESIZE:
        return resize(r, ev);
    case EVENT_TICK:
        return look_on(r);
    case EVENT_MOUSE:
        return click(r, ev);
    case EVENT_PASTE: /* a paste is text, never keys: it is searched for */
        r->searching = true;
        return type(r, ev);
    case EVENT_KEY:
        r->stuck = false;
        if (is_move(ev->key, !r->searching, &how))
            return told(sessions_move(&r->list, how, &e), &e);
        return r->searching ? type(r, ev) : out_unhandled();
    default:
        return out_unhandled();
    }
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    struct outcome out = take(r, ev);
    sessions_note_seen(&r->list, &e); /* where it could not be noted, the next event tries again */
    return out;
}

/* ---- opening ---- */

static const char *none_chosen(const void *state)
{
    const struct review *r = state;
    return sessions_chosen_row(&r->list) ? NULL : "there is no session in the list";
}

static struct outcome run_open(void *state, struct key k)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    (void)k;
    r->searching = false;
    struct screen *s = row_open(r->app, sessions_chosen_row(&r->list), &e);
    return s ? out_push(s) : why_not(&e);
}

static struct outcome run_candidate(void *state, struct key k)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    struct screen *s = NULL;
    int64_t id;
    (void)k;
    if (candidates_of(r->app, sessions_chosen_row(&r->list)->id, &id, &e))
        s = candidate_open(r->app, id, &e);
    return s ? out_push(s) : why_not(&e);
}

static struct outcome run_hand_over(void *state, struct key k)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    (void)k;
    sessions_filter(&r->list, &r->handed);
    struct screen *s = hand_over_view_open(r->app, r->list.n_set ? &r->handed : NULL, &e);
    return s ? out_push(s) : why_not(&e);
}

/* ---- the view ---- */

static struct outcome run_search(void *state, struct key k)
{
    struct review *r = state;
    (void)k;
    entry_set(&r->search, r->list.search.s);
    r->searching = true;
    return out_stay();
}

static struct outcome run_stop_search(void *state, struct key k)
{
    struct review *r = state;
    (void)k;
    r->searching = false;
    return out_stay();
}

/* In the order of enum session_filter. */
static const struct choice filter_choices[] = {
    {'b', "bank"},     {'l', "level"},       {'s', "state"},
    {'d', "decision"}, {'i', "interviewer"}, {'j', "job"},
    {'f', "from"},     {'t', "to"},          {'a', "asked the same as this one"}};
_Static_assert(COUNT_OF(filter_choices) == SESSION_FILTERS, "a letter for every filter");

static struct outcome filter_by_kit(struct review *r)
{
    struct err e = ERR_INIT;
    struct str id = STR_INIT;
    const char *why = none_chosen(r);
    if (why)
        return out_say(TONE_WARN, "filter: %s", why);
    str_addf(&id, "%lld", (long long)sessions_chosen_row(&r->list)->id);
    bool ok = sessions_set_filter(&r->list, SESSIONS_KIT, id.s, &e);
    str_release(&id);
    return told(ok, &e);
}

static struct outcome filter_answered(void *state, int choice)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    if (choice == SESSIONS_KIT)
        return filter_by_kit(r);
    struct screen *s = filter_open(&r->list, (enum session_filter)choice, &e);
    return s ? out_push(s) : why_not(&e);
}

static const struct ask filter_ask = {"Show only those of one:", filter_choices,
                                      COUNT_OF(filter_choices), filter_answered};

static struct outcome run_filter(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&filter_ask);
}

static const char *nothing_set(const void *state)
{
    const struct review *r = state;
    return r->list.n_set ? NULL : "all sessions are shown";
}

static struct outcome run_take_off(void *state, struct key k)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    bool any;
    (void)k;
    return told(sessions_undo(&r->list, &any, &e), &e);
}

static struct outcome run_all(void *state, struct key k)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    (void)k;
    return told(sessions_reset(&r->list, &e), &e);
}

static const struct choice sort_choices[] = {
    {'d', "date"},        {'c', "candidate"}, {'j', "job"},      {'b', "bank"},      {'l', "level"},
    {'i', "interviewer"}, {'s', "state"},     {'e', "decision"}, {'o', "composite"}, {'n', "end"}};
_Static_assert(COUNT_OF(sort_choices) == LIST_SORTS, "a letter for every order");

/* Numbers and dates begin at the top, words at A. The same again turns it round. */
static struct outcome sort_answered(void *state, int choice)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    enum list_sort sort = (enum list_sort)choice;
    bool down = sort == SORT_DATE || sort == SORT_ENDED || sort == SORT_COMPOSITE;
    bool ascending = sort == r->list.sort ? !r->list.ascending : !down;
    return told(sessions_set_sort(&r->list, sort, ascending, &e), &e);
}

static const struct ask sort_ask = {"Sort by? The same again turns it round.", sort_choices,
                                    COUNT_OF(sort_choices), sort_answered};

static struct outcome run_sort(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&sort_ask);
}

/* ---- marks ---- */

static struct outcome run_mark(void *state, struct key k)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    (void)k;
    return told(sessions_mark(&r->list, &e), &e);
}

static const char *none_marked(const void *state)
{
    const struct review *r = state;
    return r->list.n_marks ? NULL : "no session is marked";
}

static struct outcome run_unmark(void *state, struct key k)
{
    struct review *r = state;
    (void)k;
    sessions_clear_marks(&r->list);
    return out_stay();
}

static const char *too_few(const void *state)
{
    const struct review *r = state;
    return r->list.n_marks < 2 ? "mark two to five sessions with Space first" : NULL;
}

static struct outcome run_compare(void *state, struct key k)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *s = compare_open(r->app, r->list.marks, (size_t)r->list.n_marks, &e);
    return s ? out_push(s) : why_not(&e);
}

static struct outcome run_shortlist(void *state, struct key k)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *s = shortlist_open(r->app, sessions_chosen_row(&r->list)->id, &e);
    return s ? out_push(s) : why_not(&e);
}

/* ---- leaving ---- */

/* One step back: out of what was searched for, then out of the list; filters are kept. */
static struct outcome run_back(void *state, struct key k)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    if (key_is(k, K_ESC, 0) && r->list.search.len)
        return told(sessions_set_search(&r->list, "", &e), &e);
    bool kept = sessions_remember(&r->list, &e) || err_prefix(&e, "the view is not kept");
    struct outcome out = kept ? out_stay() : out_failed(&e);
    r->remembered = true; /* as far as it could be */
    return out_leaving(out, -1);
}

static const struct action rows[] = {
    {.name = "open",
     .keys = "Enter",
     .label = "open",
     .when = ALWAYS,
     .disabled = none_chosen,
     .help = "Shows the scorecard, continues an open interview or prepares a planned one.",
     .run = run_open},
    {.name = "search",
     .keys = "/",
     .label = "search",
     .help = "Finds sessions by words of names, jobs, banks, summaries and notes as you type.",
     .run = run_search},
    {.name = "to the list",
     .keys = "Tab Esc",
     .label = "to the list",
     .when = ONLY_TYPING,
     .help = "Leaves the words as they are; the keys go to the list again.",
     .run = run_stop_search},
    {.name = "filter",
     .keys = "f",
     .label = "filter",
     .help = "Shows only one bank, level, state, decision, interviewer or job, or some days.",
     .run = run_filter},
    {.name = "take away",
     .keys = "Backspace u",
     .disabled = nothing_set,
     .help = "Takes away what was set last, a filter or the words searched for.",
     .run = run_take_off},
    {.name = "sort",
     .keys = "s",
     .label = "sort",
     .help = "Sorts by any column; by composite among those who were asked the same.",
     .run = run_sort},
    {.name = "mark",
     .keys = "Space",
     .label = "mark",
     .disabled = none_chosen,
     .help = "Marks the session to be compared, up to five, or takes the mark away.",
     .run = run_mark},
    {.name = "compare",
     .keys = "c",
     .label = "compare",
     .disabled = too_few,
     .help = "Puts the marked sessions side by side, question by question.",
     .run = run_compare},
    {.name = "back",
     .keys = "Esc q",
     .label = "back",
     .help = "Out of the search, then back to the first screen; filters are kept for next time.",
     .run = run_back},
    {.name = "shortlist",
     .keys = "l",
     .label = "shortlist",
     .disabled = none_chosen,
     .help = "All who were asked the same for the same job: the best group, the rest.",
     .run = run_shortlist},
    {.name = "candidate",
     .keys = "p",
     .label = "candidate",
     .disabled = none_chosen,
     .help = "Everything about the candidate: sessions over roles and interviewers, contacts.",
     .run = run_candidate},
    {.name = "hand over",
     .keys = "e",
     .label = "hand over",
     .disabled = none_chosen,
     .help = "Saves what the list holds, as it is filtered, as one file.",
     .run = run_hand_over},
    {.name = "unmark all",
     .keys = "x",
     .disabled = none_marked,
     .help = "Takes all marks away.",
     .run = run_unmark},
    {.name = "all sessions",
     .keys = "a",
     .help = "Takes every filter and the search away; the latest session stands first again.",
     .run = run_all},
};

const struct actions review_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return review_actions;
}

static bool typing(const void *state)
{
    const struct review *r = state;
    return r->searching;
}

static bool working(const void *state)
{
    const struct review *r = state;
    return !r->stuck && sessions_reading(&r->list);
}

/* What lay above may have changed a session. */
static struct outcome resumed(void *state, long value)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    (void)value;
    return told(sessions_refresh(&r->list, &e), &e);
}

static void close_review(void *state)
{
    struct review *r = state;
    struct err e = ERR_INIT;
    sessions_note_seen(&r->list, &e);
    if (!r->remembered) /* slate is left: nobody is there to be told that it could not be kept */
        sessions_remember(&r->list, &e);
    sessions_release(&r->list);
    entry_release(&r->search);
    free(r);
}

static const struct screen_ops review_ops = {
    .name = "sessions",
    .draw = review_draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .typing = typing,
    .working = working,
    .close = close_review,
};

struct screen *review_open(struct app *app, struct err *e)
{
    struct review *r = xcalloc(1, sizeof *r);
    r->app = app;
    sessions_init(&r->list, app);
    entry_init(&r->search, SEARCH_MAX);
    r->search.placeholder = "a name, a job, a bank, words of a note";
    if (!sessions_open(&r->list, e)) {
        sessions_release(&r->list);
        entry_release(&r->search);
        free(r);
        return NULL;
    }
    return screen_new(&review_ops, r);
}
