#include <stdlib.h>
#include <string.h>

#include "app/starting.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/vec.h"
#include "screens/fields.h"
#include "screens/new_state.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"

/* Before a call: candidate, job, bank and level; started at once or stored as planned. What is
 * typed is kept as a draft per key, so that neither Esc nor a power cut loses it. */

#define MINUTES_MAX 600

static const char *const level_choices[LEVELS] = {"junior", "mid", "senior"};

static const struct form_row row_specs[ROWS] = {
    [ROW_CANDIDATE] = {.key = "candidate",
                       .label = "Candidate",
                       .kind = FORM_TEXT,
                       .required = true,
                       .max = NAME_MAX_BYTES,
                       .hint = "The name. Known candidates are offered below: Down, then Enter."},
    [ROW_JOB] = {.key = "job",
                 .label = "Job",
                 .kind = FORM_TEXT,
                 .max = NAME_MAX_BYTES,
                 .hint = "The show or the opening, such as \"Soho S2\". May stay empty."},
    [ROW_BANK] = {.key = "bank",
                  .label = "Question bank",
                  .kind = FORM_CHOICE,
                  .required = true,
                  .hint = "Left and Right choose, or the first letter."},
    [ROW_LEVEL] = {.key = "level",
                   .label = "Level",
                   .kind = FORM_CHOICE,
                   .required = true,
                   .choices = level_choices,
                   .n = LEVELS,
                   .hint = "Left and Right choose, or the first letter."},
    [ROW_INTERVIEWER] = {.key = "interviewer",
                         .label = "Interviewer",
                         .kind = FORM_TEXT,
                         .required = true,
                         .max = NAME_MAX_BYTES,
                         .hint = "Who scores. The configuration can hold your name."},
    [ROW_MINUTES] = {.key = "minutes",
                     .label = "Minutes",
                     .kind = FORM_TEXT,
                     .max = 8,
                     .hint = "Planned length. Empty: as the bank says."},
    [ROW_WHEN] = {.key = "when",
                  .label = "When",
                  .kind = FORM_DATE,
                  .max = 40,
                  .hint = "For a planned call: 14:00, tomorrow 9:30, mon 14:00, 2026-11-23 14:00."},
    [ROW_START] = {.key = "start",
                   .label = "Start now",
                   .kind = FORM_BUTTON,
                   .hint = "Enter starts the interview."},
    [ROW_PLAN] = {.key = "plan",
                  .label = "Store as planned",
                  .kind = FORM_BUTTON,
                  .hint = "Enter keeps it on the first screen, to be started later."},
};

/* ---- confirming ---- */

static bool read_minutes(struct new_screen *s, int *minutes)
{
    const char *text = form_text(&s->form, ROW_MINUTES);
    long value = 0;
    if (text[0] && !str_int(text, 1, MINUTES_MAX, &value)) {
        form_error(&s->form, ROW_MINUTES, "Give whole minutes, such as 30, or leave it empty.");
        return false;
    }
    *minutes = (int)value;
    return true;
}

static bool read_when(struct new_screen *s, int64_t *when)
{
    const char *text = form_text(&s->form, ROW_WHEN);
    int64_t now = app_now(s->app);
    *when = 0;
    if (text[0] && !clock_parse(text, now, app_offset(s->app, now), when)) {
        form_error(&s->form, ROW_WHEN,
                   "Give a time such as 14:00, tomorrow 9:30 or 2026-11-23 14:00.");
        return false;
    }
    return true;
}

static bool check_level(struct new_screen *s)
{
    int level = form_chosen(&s->form, ROW_LEVEL), bank = form_chosen(&s->form, ROW_BANK);
    struct err e = ERR_INIT;
    struct kit kit;
    if (level < 0 || bank < 0 || !s->banks.items[bank])
        return true; /* form_check says that they are missing, the store what the plan has */
    const struct app_bank *b = app_bank_find(s->app, s->banks.items[bank], &e);
    if (b && kit_of(b->bank, (enum level)level, &kit))
        return true;
    form_error(&s->form, ROW_LEVEL,
               "This bank has no questions of that level: choose another one.");
    return false;
}

static bool read_form(struct new_screen *s, struct interview_plan *plan)
{
    int minutes = 0;
    int64_t when = 0;
    bool good = read_minutes(s, &minutes);
    good = read_when(s, &when) && good;
    good = check_level(s) && good;
    if (!form_check(&s->form) || !good)
        return false;
    *plan = (struct interview_plan){
        .candidate = form_text(&s->form, ROW_CANDIDATE),
        .candidate_id = s->candidate_id,
        .interviewer = form_text(&s->form, ROW_INTERVIEWER),
        .job = form_text(&s->form, ROW_JOB),
        .level = (enum level)form_chosen(&s->form, ROW_LEVEL),
        .minutes = minutes,
        .planned_at = when,
    };
    return true;
}

static struct outcome stored(struct new_screen *s, int64_t id, bool start)
{
    struct err e = ERR_INIT;
    if (!new_drop_drafts(s, &e))
        return out_failed(&e);
    if (start) {
        struct screen *room = room_open(s->app, id, &e);
        return room ? out_replace(room) : out_failed(&e);
    }
    return out_leaving(out_say(TONE_GOOD, "Planned: it stands on the first screen."), -1);
}

static struct outcome confirm(struct new_screen *s)
{
    struct interview_plan plan;
    struct err e = ERR_INIT;
    int64_t id = s->planned_id;
    if (!read_form(s, &plan))
        return out_say(TONE_WARN, "Something is missing; it is said under the field.");
    const char *bank = s->banks.items[form_chosen(&s->form, ROW_BANK)];
    bool ok = s->planned_id ? start_replan(s->app, id, &plan, bank, &e) &&
                                  (!s->start || start_planned(s->app, id, &e))
              : s->start ? start_now(s->app, &plan, bank, &id, &e)
                         : start_plan(s->app, &plan, bank, &id, &e);
    return ok ? stored(s, id, s->start) : out_failed(&e);
}

static const struct choice same_choices[] = {{'y', "the same person"}, {'n', "somebody else"}};

static struct outcome answered(void *state, int choice)
{
    struct new_screen *s = state;
    if (choice == 0)
        s->candidate_id = s->names.items[0].id;
    s->somebody_else = choice == 1;
    return confirm(s);
}

static struct outcome ask_who(struct new_screen *s)
{
    const struct name_row *known = &s->names.items[0];
    str_clear(&s->question);
    str_addf(&s->question, "%s is known", known->name);
    if (known->detail[0])
        str_addf(&s->question, " (%s)", known->detail);
    str_add(&s->question, ". Is it the same person?");
    s->ask = (struct ask){s->question.s, same_choices, COUNT_OF(same_choices), answered};
    return out_ask(&s->ask);
}

/* A typed name that is known already is asked about: one record for one person is what keeps
 * interviews apart. */
static struct outcome submit(struct new_screen *s, bool start)
{
    struct err e = ERR_INIT;
    s->start = start;
    if (s->candidate_id || s->somebody_else)
        return confirm(s);
    form_suggest(&s->form, ROW_CANDIDATE, NULL, 0);
    name_rows_release(&s->names);
    if (!start_namesakes(s->app, form_text(&s->form, ROW_CANDIDATE), 1, &s->names, &e))
        return out_failed(&e);
    return s->names.n ? ask_who(s) : confirm(s);
}

/* ---- events ---- */

static void suggest(struct new_screen *s, size_t row)
{
    struct err e = ERR_INIT;
    const char *typed = form_text(&s->form, row);
    name_rows_release(&s->names);
    bool ok = typed[0] &&
              (row == ROW_CANDIDATE ? start_candidates(s->app, typed, SUGGESTIONS, &s->names, &e)
                                    : start_jobs(s->app, typed, SUGGESTIONS, &s->names, &e));
    size_t n = ok ? s->names.n : 0; /* without suggestions the form works all the same */
    for (size_t i = 0; i < n && i < SUGGESTIONS; i++)
        s->texts[i] = s->names.items[i].name;
    form_suggest(&s->form, row, s->texts, n < SUGGESTIONS ? n : SUGGESTIONS);
}

static struct outcome changed(struct new_screen *s, const struct form_change *ch, bool taken)
{
    struct err e = ERR_INIT;
    if (ch->row == ROW_CANDIDATE) {
        s->candidate_id = taken && ch->taken >= 0 ? s->names.items[ch->taken].id : 0;
        s->somebody_else = false;
    }
    if (!new_keep_draft(s, ch->row, &e))
        return out_failed(&e);
    if (taken)
        form_suggest(&s->form, ch->row, NULL, 0);
    else if (ch->row == ROW_CANDIDATE || ch->row == ROW_JOB)
        suggest(s, ch->row);
    return out_stay();
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct new_screen *s = state;
    struct form_change ch;
    if (ev->kind == EVENT_RESIZE)
        return fields_resize(&s->form, ev);
    enum form_result result = form_handle(&s->form, ev, &ch);
    switch (result) {
    case FORM_CHANGED:
        return changed(s, &ch, false);
    case FORM_TAKEN:
        return changed(s, &ch, true);
    case FORM_SUBMIT:
        return submit(s, ch.row != ROW_PLAN);
    default:
        return fields_say(result);
    }
}

static struct outcome run_start(void *state, struct key k)
{
    (void)k;
    return submit(state, true);
}

static struct outcome run_plan(void *state, struct key k)
{
    (void)k;
    return submit(state, false);
}

static struct outcome run_next(void *state, struct key k)
{
    struct new_screen *s = state;
    (void)k;
    return fields_next(&s->form);
}

static const struct action new_rows[] = {
    FIELDS_NEXT(run_next),
    {.name = "start now",
     .keys = "Ctrl-G",
     .label = "start",
     .when = ALWAYS,
     .help = "Starts the interview with what the form says.",
     .run = run_start},
    {.name = "store as planned",
     .keys = "Ctrl-O",
     .label = "plan",
     .when = ALWAYS,
     .help = "Keeps the interview on the first screen, to be started later.",
     .run = run_plan},
    {.name = "back",
     .keys = "Esc",
     .label = "back",
     .when = ALWAYS,
     .help = "To the first screen; what was typed is kept for the next time.",
     .run = out_back},
};

const struct actions new_actions = {new_rows, COUNT_OF(new_rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return new_actions;
}

static bool typing(const void *state)
{
    const struct new_screen *s = state;
    return form_typing(&s->form);
}

static void draw(const void *state, struct canvas *c)
{
    const struct new_screen *s = state;
    fields_draw(&s->form, c, s->planned_id ? "A planned interview" : "A new interview",
                s->app->demo || s->app->rehearsal ? words_title(s->app) : NULL);
}

static void close_new(void *state)
{
    struct new_screen *s = state;
    form_release(&s->form);
    VEC_RELEASE(&s->titles);
    arena_release(&s->arena);
    VEC_RELEASE(&s->banks);
    name_rows_release(&s->names);
    str_release(&s->broken);
    str_release(&s->planned_bank);
    str_release(&s->candidate);
    str_release(&s->question);
    free(s);
}

static const struct screen_ops new_ops = {
    .name = "new interview",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_new,
};

static struct new_screen *new_screen(struct app *app, int64_t planned_id)
{
    struct new_screen *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->planned_id = planned_id;
    str_init(&s->broken);
    str_init(&s->planned_bank);
    str_init(&s->candidate);
    str_init(&s->question);
    memcpy(s->specs, row_specs, sizeof row_specs);
    new_list_banks(s);
    form_init(&s->form, s->specs, ROWS);
    return s;
}

static bool some_bank(const struct new_screen *s, struct err *e)
{
    if (s->banks.n)
        return true;
    return err_set(
        e, ERR_MISSING,
        "There is no question bank that can be used. slate bank list says where it looks "
        "and what is wrong.");
}

struct screen *new_open(struct app *app, int64_t planned_id, struct err *e)
{
    struct new_screen *s = new_screen(app, planned_id);
    if (planned_id ? !new_load_planned(s, e) : !some_bank(s, e)) {
        close_new(s);
        return NULL;
    }
    if (!planned_id)
        new_preset(s);
    new_take_drafts(s);
    return screen_new(&new_ops, s);
}

static struct screen *form_with(struct app *app, const struct new_given *given, struct err *e)
{
    struct new_screen *s = new_screen(app, 0);
    new_preset(s);
    if (given->bank ? !new_give_bank(s, given->bank, e) : !some_bank(s, e)) {
        close_new(s);
        return NULL;
    }
    if (given->candidate)
        form_set(&s->form, ROW_CANDIDATE, given->candidate);
    if (given->job)
        form_set(&s->form, ROW_JOB, given->job);
    if (given->level)
        form_set(&s->form, ROW_LEVEL, given->level);
    return screen_new(&new_ops, s);
}

static bool is_known(struct app *app, const char *name, bool *known, struct err *e)
{
    struct name_rows rows;
    if (!start_namesakes(app, name, 1, &rows, e))
        return false;
    *known = rows.n > 0;
    name_rows_release(&rows);
    return true;
}

struct screen *new_given_open(struct app *app, const struct new_given *given, struct err *e)
{
    struct interview_plan plan = {.candidate = given->candidate,
                                  .interviewer = app->me.s,
                                  .job = given->job ? given->job : ""};
    bool known = false;
    int64_t id;
    if (given->level && !level_read(given->level, &plan.level, e))
        return NULL;
    if (given->candidate && !is_known(app, given->candidate, &known, e))
        return NULL;
    if (!given->bank || !given->level || !given->candidate || known)
        return form_with(app, given, e);
    return start_now(app, &plan, given->bank, &id, e) ? room_open(app, id, e) : NULL;
}
