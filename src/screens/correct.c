#include <stdlib.h>
#include <string.h>

#include "app/amending.h"
#include "app/viewing.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/fields.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/form.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* One correction: what it should say and why, or why a question is void. What is typed is kept as a
 * draft per key, so that neither Esc nor a store that cannot be written loses it. */

#define HEAD 2 /* the line at the top and its rule */

#define CHOICES_MAX (SCALE_MAX + 1 + SKIPS)
#define REASON_MAX  ((size_t)16 << 10)
#define TEXT_MAX    ((size_t)256 << 10)

enum { ROW_VALUE, ROW_REASON, ROW_DO, ROWS };

struct correct {
    struct app *app;
    struct correction what;
    struct interview iv;
    struct void_state stands; /* of a question that is to be void, or not any more */
    struct str title, now, explanation;
    const char *choices[CHOICES_MAX], *values[CHOICES_MAX]; /* of a mark: in words, as stored */
    size_t n_choices;
    struct form_row specs[ROWS];
    struct form form;
    size_t first; /* of the rows there are: without ROW_VALUE when voiding */
    bool unsaved; /* the draft could not be written */
};

/* The row of the form that stands for one of the three. */
static size_t at(const struct correct *s, size_t row)
{
    return row - s->first;
}

static const struct form_row row_specs[ROWS] = {
    [ROW_VALUE] = {.key = "value", .label = "Should be"},
    [ROW_REASON] = {.key = "reason",
                    .label = "Because",
                    .kind = FORM_NOTE,
                    .lines = 3,
                    .required = true,
                    .max = REASON_MAX,
                    .hint = "Required: others read it beside what was recorded. Tab goes on."},
    [ROW_DO] = {.key = "do", .kind = FORM_BUTTON, .hint = "Enter stores it, for good."},
};

/* ---- drafts ---- */

static void draft_name(const struct correct *s, const char *key, struct str *out)
{
    const struct slot *slot = &s->what.slot;
    str_addf(out, "%s.%s.%s.%d.%d.%s", s->what.voiding ? "void" : "amend", s->iv.uuid,
             field_name(slot->field), slot->pos, slot->item, key);
}

static bool keep(struct correct *s, size_t row, struct err *e)
{
    struct str name = STR_INIT;
    draft_name(s, s->specs[row].key, &name);
    bool ok = app_set_draft(s->app, name.s, form_text(&s->form, at(s, row)), e);
    s->unsaved = !ok;
    str_release(&name);
    return ok;
}

static bool keep_all(struct correct *s, struct err *e)
{
    return (s->first > ROW_VALUE || keep(s, ROW_VALUE, e)) && keep(s, ROW_REASON, e);
}

static void take_draft(struct correct *s, size_t row)
{
    struct str name = STR_INIT, text = STR_INIT;
    draft_name(s, s->specs[row].key, &name);
    if (app_draft(s->app, name.s, &text))
        form_set(&s->form, at(s, row), text.s);
    str_release(&name);
    str_release(&text);
}

static bool drop_drafts(struct correct *s, struct err *e)
{
    struct str name = STR_INIT;
    draft_name(s, "", &name);
    bool ok = app_drop_drafts(s->app, name.s, e);
    str_release(&name);
    return ok;
}

/* ---- storing ---- */

static const char *value(const struct correct *s)
{
    int i = form_chosen(&s->form, at(s, ROW_VALUE));
    if (s->what.slot.field == FIELD_MARK)
        return i >= 0 ? s->values[i] : "";
    if (slot_is_text(s->what.slot))
        return form_text(&s->form, at(s, ROW_VALUE));
    return i == 0 ? "1" : "0";
}

static bool store(struct correct *s, int64_t *changed, struct err *e)
{
    const char *reason = form_text(&s->form, at(s, ROW_REASON));
    if (s->what.voiding) {
        struct void_request r = {void_target_of(&s->iv, s->what.slot.pos), !s->stands.on, reason};
        return void_set(s->app, &r, changed, e);
    }
    struct amend_request r = {s->what.id, s->what.slot, value(s), reason};
    return amend_set(s->app, &r, e);
}

static struct outcome stored(const struct correct *s, int64_t changed)
{
    struct outcome out =
        s->what.voiding ? out_say(TONE_GOOD, "%s: %lld submitted interview%s follow%s.",
                                  s->stands.on ? "It counts again" : "Void", (long long)changed,
                                  changed == 1 ? "" : "s", changed == 1 ? "s" : "")
                        : out_say(TONE_GOOD, "Amended. What was recorded stays in the history.");
    return out_leaving(out, 0);
}

static struct outcome submit(struct correct *s)
{
    struct err e = ERR_INIT;
    int64_t changed = 0;
    if (!form_check(&s->form))
        return out_say(TONE_WARN, "Something is missing; it is said under the field.");
    if (!store(s, &changed, &e)) {
        struct err later = ERR_INIT;
        if (s->unsaved)
            keep_all(s, &later);
        return out_failed(&e);
    }
    struct outcome out = stored(s, changed);
    drop_drafts(s, &e); /* a draft that stays is offered again, which harms nothing */
    return out;
}

/* ---- events ---- */

/* A store that could not be written is not waited for at every key: at the next tick. */
static struct outcome changed(struct correct *s, size_t row)
{
    struct err e = ERR_INIT;
    if (s->unsaved)
        return out_stay();
    return keep(s, row + s->first, &e) ? out_stay() : out_failed(&e);
}

static struct outcome try_again(struct correct *s)
{
    struct err e = ERR_INIT;
    if (!s->unsaved || !keep_all(s, &e))
        return out_stay();
    return out_say(TONE_GOOD, "What you typed is saved again.");
}

/* The question stands above the form as far as there is room. */
static int above_rows(const struct correct *s, int rows, int cols)
{
    int wanted = text_rows(s->explanation.s, cols > 2 ? cols - 2 : 1);
    int room = rows - 12;
    return room < 0 ? 0 : wanted < room ? wanted : room;
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct correct *s = state;
    struct form_change ch;
    struct area a;
    if (ev->kind == EVENT_RESIZE) {
        a = layout_body(ev->rows, ev->cols, HEAD);
        form_resize(&s->form, a.rows - above_rows(s, ev->rows, ev->cols), a.cols);
        return out_stay();
    }
    if (ev->kind == EVENT_TICK)
        return try_again(s);
    enum form_result result = form_handle(&s->form, ev, &ch);
    switch (result) {
    case FORM_CHANGED:
    case FORM_TAKEN:
        return changed(s, ch.row);
    case FORM_SUBMIT:
        return submit(s);
    default:
        return fields_say(result);
    }
}

static struct outcome run_next(void *state, struct key k)
{
    struct correct *s = state;
    (void)k;
    return fields_next(&s->form);
}

static struct outcome run_store(void *state, struct key k)
{
    (void)k;
    return submit(state);
}

static struct outcome answered(void *state, int choice)
{
    (void)state;
    return choice == 0 ? out_pop(-1) : out_stay();
}

static const struct choice leave_choices[] = {{'l', "leave, it is lost"}, {'s', "stay"}};
static const struct ask ask_leave = {"What you typed could not be saved.", leave_choices,
                                     COUNT_OF(leave_choices), answered};

static struct outcome run_back(void *state, struct key k)
{
    struct correct *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (s->unsaved && !keep_all(s, &e))
        return out_ask(&ask_leave);
    return out_pop(-1);
}

static const struct action rows[] = {
    FIELDS_NEXT(run_next),
    {.name = "store",
     .keys = "Ctrl-G",
     .label = "store",
     .when = ALWAYS,
     .help = "Stores the correction with its reason, for good.",
     .run = run_store},
    {.name = "back",
     .keys = "Esc",
     .label = "back",
     .when = ALWAYS,
     .help = "Back without a correction; what was typed is kept for the next time.",
     .run = run_back},
};

const struct actions correct_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return correct_actions;
}

static bool typing(const void *state)
{
    const struct correct *s = state;
    return form_typing(&s->form);
}

static void draw(const void *state, struct canvas *c)
{
    const struct correct *s = state;
    struct area rest = layout_body(c->rows, c->cols, HEAD);
    struct area above = layout_inset(layout_top(&rest, above_rows(s, c->rows, c->cols)), 0, 1);
    struct str who = STR_INIT;
    words_add_mark(&who, s->app);
    words_add_interview(&who, &s->iv);
    statusbar_header(c, 0, who.s, s->what.voiding ? "void" : "amend");
    canvas_rule(c, 1, s->title.s);
    if (s->unsaved)
        canvas_text_right(c, 1, c->cols - 12, 11, ROLE_ERROR, " NOT SAVED");
    if (above.rows > 0)
        canvas_wrapped(c, above, ROLE_TEXT, s->explanation.s);
    form_draw(&s->form, c, rest);
    str_release(&who);
}

static void close_correct(void *state)
{
    struct correct *s = state;
    form_release(&s->form);
    arena_release(&s->stands.arena);
    interview_release(&s->iv);
    str_release(&s->title);
    str_release(&s->now);
    str_release(&s->explanation);
    free(s);
}

static const struct screen_ops ops = {
    .name = "correction",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_correct,
};

/* ---- making it ---- */

static void add_choice(struct correct *s, struct mark m)
{
    struct str words = STR_INIT, stored = STR_INIT;
    mark_add_words(&words, m);
    mark_add(&stored, m);
    s->choices[s->n_choices] = arena_dup(&s->iv.arena, words.s);
    s->values[s->n_choices++] = arena_dup(&s->iv.arena, stored.s);
    str_release(&words);
    str_release(&stored);
}

/* Nothing is chosen until it is chosen: no score is suggested. */
static void offer_marks(struct correct *s)
{
    for (int score = 1; score <= s->iv.kit.scale; score++)
        add_choice(s, (struct mark){.state = ANSWER_SCORED, .score = score});
    add_choice(s, (struct mark){.state = ANSWER_NO_EVIDENCE});
    for (enum skip_reason r = SKIP_TIME; r < SKIPS; r++)
        add_choice(s, (struct mark){.state = ANSWER_SKIPPED, .skip = r});
}

static void spec_value(struct correct *s)
{
    struct form_row *row = &s->specs[ROW_VALUE];
    if (s->what.slot.field == FIELD_MARK) {
        offer_marks(s);
        row->kind = FORM_CHOICE;
        row->choices = s->choices;
        row->n = s->n_choices;
        row->required = true;
        row->hint = "Left and Right choose, or the first letter or digit.";
    } else if (slot_is_text(s->what.slot)) {
        row->kind = FORM_NOTE;
        row->lines = 4;
        row->max = TEXT_MAX;
        row->hint = "The whole text as it should read. Tab goes on.";
    } else {
        row->kind = FORM_YESNO;
        row->required = true;
        row->hint = "y or n.";
    }
}

/* A score is given by the anchors, now as then. */
static void explain_mark(struct correct *s, const struct question *q)
{
    str_add(&s->explanation, q->ask.s);
    for (int score = 1; score <= s->iv.kit.scale; score++)
        if (q->anchors[score].s != NULL)
            str_addf(&s->explanation, "\n%d  %s", score, q->anchors[score].s);
}

static void explain(struct correct *s)
{
    enum field f = s->what.slot.field;
    if (f != FIELD_MARK && f != FIELD_HEARD && f != FIELD_FLAG && f != FIELD_PROBE &&
        f != FIELD_NOTE)
        return;
    const struct question *q = s->iv.answers[s->what.slot.pos].question;
    if (f == FIELD_MARK)
        explain_mark(s, q);
    else if (q != NULL)
        str_add(&s->explanation, q->ask.s);
}

static void describe(struct correct *s)
{
    const struct slot *slot = &s->what.slot;
    struct str raw = STR_INIT;
    interview_value(&s->iv, *slot, &raw);
    amend_add_value(&s->now, &s->iv, *slot, raw.s);
    amend_add_what(&s->title, &s->iv, *slot);
    if (!slot_is_text(*slot))
        str_addf(&s->title, ": now %s", s->now.s);
    str_release(&raw);
    explain(s);
}

static void describe_void(struct correct *s)
{
    const struct answer *a = &s->iv.answers[s->what.slot.pos];
    struct str warning = STR_INIT;
    str_addf(&s->title, "%s question %d (%s)", s->stands.on ? "count again" : "void",
             s->what.slot.pos + 1, a->question->id.s);
    str_add(&s->explanation, a->question->ask.s);
    if (s->stands.on)
        str_addf(&s->explanation, "\nVoid since %s said: %s", s->stands.who, s->stands.reason);
    else
        str_add(&s->explanation, "\nIt will count in no interview with these questions, past or to "
                                 "come. What was scored stays, and it can be taken back.");
    void_add_warning(&warning, &s->stands);
    if (warning.len > 0)
        str_addf(&s->explanation, "\n%s", warning.s);
    str_release(&warning);
}

static bool prepare(struct correct *s, struct err *e)
{
    if (!view_interview(s->app, s->what.id, &s->iv, e))
        return false;
    if (!s->what.voiding) {
        describe(s);
        spec_value(s);
        return true;
    }
    struct void_target t = void_target_of(&s->iv, s->what.slot.pos);
    if (!void_look(s->app, &t, &s->stands, e))
        return false;
    s->first = ROW_REASON;
    describe_void(s);
    return true;
}

static void fill(struct correct *s)
{
    s->specs[ROW_DO].label = !s->what.voiding ? "Amend" : s->stands.on ? "Count it" : "Void it";
    form_init(&s->form, s->specs + s->first, ROWS - s->first);
    if (s->first == ROW_VALUE && slot_is_text(s->what.slot))
        form_set(&s->form, ROW_VALUE, s->now.s);
    for (size_t row = s->first; row < ROW_DO; row++)
        take_draft(s, row);
}

struct screen *correct_open(struct app *app, const struct correction *what, struct err *e)
{
    struct correct *s = xcalloc(1, sizeof *s);
    s->app = app;
    s->what = *what;
    interview_init(&s->iv);
    str_init(&s->title);
    str_init(&s->now);
    str_init(&s->explanation);
    memcpy(s->specs, row_specs, sizeof row_specs);
    if (prepare(s, e)) {
        fill(s);
        return screen_new(&ops, s);
    }
    close_correct(s);
    return NULL;
}
