#include <stdlib.h>

#include "app/viewing.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/card.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* The scorecard: what was recorded and decided, to be read. */

#define HEAD 1 /* the line at the top */

struct scorecard {
    struct app *app;
    struct interview iv;
    struct day day;
    struct bank_news news;
    bool looked; /* at the day, and at the bank as it is today */
    struct pages pages;
};

static void draw(const void *state, struct canvas *c)
{
    const struct scorecard *s = state;
    struct str who = STR_INIT;
    words_add_mark(&who, s->app);
    words_add_interview(&who, &s->iv);
    statusbar_header(c, 0, who.s, interview_state_name(s->iv.state));
    str_release(&who);
    pages_draw(&s->pages, c, layout_body(c->rows, c->cols, HEAD));
}

static void fill(struct scorecard *s)
{
    int top = s->pages.top;
    struct card card = {
        .iv = &s->iv, .day = s->looked ? &s->day : NULL, .news = s->looked ? &s->news : NULL};
    pages_clear(&s->pages);
    card_fill(&s->pages, &card);
    pages_restore(&s->pages, top);
}

/* What stands around it is looked at once the card is on the screen. */
static bool working(const void *state)
{
    const struct scorecard *s = state;
    return !s->looked;
}

static struct outcome look_around(struct scorecard *s)
{
    struct err e = ERR_INIT;
    if (s->looked)
        return out_stay();
    bool good = view_day(s->app, &s->iv, &s->day, &e);
    view_bank_news(s->app, &s->iv, &s->news);
    s->looked = true;
    fill(s);
    return good ? out_stay() : out_failed(&e);
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct scorecard *s = state;
    if (ev->kind == EVENT_TICK)
        return look_around(s);
    if (ev->kind == EVENT_RESIZE) {
        struct area a = layout_body(ev->rows, ev->cols, HEAD);
        pages_resize(&s->pages, a.rows, a.cols);
        return out_stay();
    }
    return out_unhandled();
}

static struct outcome run_on(void *state, struct key k)
{
    struct scorecard *s = state;
    return pages_read_on(&s->pages, k);
}

static struct outcome run_up(void *state, struct key k)
{
    struct scorecard *s = state;
    return pages_read_back(&s->pages, k);
}

static const char *cannot_decide(const void *state)
{
    const struct scorecard *s = state;
    if (s->iv.state != INTERVIEW_SUBMITTED)
        return "the decision comes after the interview was submitted";
    return NULL;
}

static struct outcome enter_room(struct scorecard *s)
{
    struct err e = ERR_INIT;
    struct screen *room = room_open(s->app, s->iv.id, &e);
    return room ? out_replace(room) : out_failed(&e);
}

static struct outcome run_decide(void *state, struct key k)
{
    (void)k;
    return enter_room(state);
}

static const char *cannot_reopen(const void *state)
{
    const struct scorecard *s = state;
    return s->iv.state == INTERVIEW_ABANDONED ? NULL : "it was not abandoned";
}

static struct outcome run_reopen(void *state, struct key k)
{
    struct scorecard *s = state;
    struct err e = ERR_INIT;
    (void)k;
    return app_reopen(s->app, s->iv.id, &e) ? enter_room(s) : out_failed(&e);
}

/* ---- corrections ---- */

static const char *cannot_amend(const void *state)
{
    const struct scorecard *s = state;
    if (s->iv.state == INTERVIEW_SUBMITTED)
        return NULL;
    return s->iv.state == INTERVIEW_OPEN ? "it is open: change it there"
                                         : "only a submitted interview is amended";
}

static struct outcome push(struct screen *screen, const struct err *e)
{
    return screen != NULL ? out_push(screen) : out_failed(e);
}

static struct outcome run_amend(void *state, struct key k)
{
    struct scorecard *s = state;
    struct err e = ERR_INIT;
    (void)k;
    return push(amend_open(s->app, s->iv.id, false, &e), &e);
}

static struct outcome run_void(void *state, struct key k)
{
    struct scorecard *s = state;
    struct err e = ERR_INIT;
    (void)k;
    return push(amend_open(s->app, s->iv.id, true, &e), &e);
}

static struct outcome run_history(void *state, struct key k)
{
    struct scorecard *s = state;
    struct err e = ERR_INIT;
    (void)k;
    return push(history_open(s->app, s->iv.id, &e), &e);
}

/* Something may have been amended: it is read anew, and stays where it was read. */
static struct outcome resumed(void *state, long value)
{
    struct scorecard *s = state;
    struct interview iv;
    struct err e = ERR_INIT;
    (void)value;
    if (!view_interview(s->app, s->iv.id, &iv, &e))
        return out_failed(&e);
    interview_release(&s->iv);
    s->iv = iv;
    fill(s);
    return out_stay();
}

/* ---- hand over ---- */

static struct outcome run_hand_over(void *state, struct key k)
{
    struct scorecard *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *form = hand_over_open(s->app, s->iv.id, &e);
    return form ? out_push(form) : out_failed(&e);
}

static struct outcome run_candidate(void *state, struct key k)
{
    struct scorecard *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *page = candidate_open(s->app, s->iv.candidate_id, &e);
    return page ? out_push(page) : out_failed(&e);
}

static const char *no_shortlist(const void *state)
{
    const struct scorecard *s = state;
    return s->iv.state == INTERVIEW_SUBMITTED ? NULL : "it is not submitted";
}

static struct outcome run_shortlist(void *state, struct key k)
{
    struct scorecard *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *list = shortlist_open(s->app, s->iv.id, &e);
    return list ? out_push(list) : out_failed(&e);
}

static const struct action rows[] = {
    PAGES_READ_ON(NULL, run_on),
    PAGES_READ_BACK(NULL, run_up),
    {.name = "decide",
     .keys = "d",
     .label = "decide",
     .disabled = cannot_decide,
     .help = "Advance, hold or do not advance, with a reason; once more when it was decided.",
     .run = run_decide},
    {.name = "amend",
     .keys = "a",
     .label = "amend",
     .disabled = cannot_amend,
     .help = "Corrects a score, a point, a flag or a text, with a reason; the old one stays "
             "readable.",
     .run = run_amend},
    {.name = "history",
     .keys = "h",
     .label = "history",
     .help = "All that happened to it: recorded, amended, voided, decided; when, by whom and why.",
     .run = run_history},
    {.name = "hand over",
     .keys = "e",
     .label = "hand over",
     .help = "Saves the scorecard as a file, or puts it into the clipboard: as which, with what "
             "left out.",
     .run = run_hand_over},
    {.name = "candidate",
     .keys = "c",
     .label = "candidate",
     .help = "Everything about this candidate: other sessions, contact data.",
     .run = run_candidate},
    {.name = "reopen",
     .keys = "o",
     .label = "reopen",
     .disabled = cannot_reopen,
     .help = "Takes an abandoned interview up again, where it was left.",
     .run = run_reopen},
    {.name = "shortlist",
     .keys = "l",
     .label = "shortlist",
     .disabled = no_shortlist,
     .help = "All who were interviewed for this job with the same questions.",
     .run = run_shortlist},
    {.name = "void a question",
     .keys = "x",
     .label = "void",
     .disabled = cannot_amend,
     .help = "Takes a bad question out of every result, or back in; asks why first.",
     .run = run_void},
    {.name = "back",
     .keys = "Esc q",
     .label = "back",
     .help = "Back to where you came from.",
     .run = out_back},
};

const struct actions scorecard_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return scorecard_actions;
}

static void close_scorecard(void *state)
{
    struct scorecard *s = state;
    interview_release(&s->iv);
    bank_news_release(&s->news);
    pages_release(&s->pages);
    free(s);
}

static const struct screen_ops scorecard_ops = {
    .name = "scorecard",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .resumed = resumed,
    .working = working,
    .close = close_scorecard,
};

struct screen *scorecard_open(struct app *app, int64_t id, struct err *e)
{
    struct scorecard *s = xcalloc(1, sizeof *s);
    s->app = app;
    interview_init(&s->iv);
    pages_init(&s->pages);
    if (!view_interview(app, id, &s->iv, e)) {
        close_scorecard(s);
        return NULL;
    }
    fill(s);
    return screen_new(&scorecard_ops, s);
}
