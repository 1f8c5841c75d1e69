#include <string.h>

#include "base/vec.h"
#include "screens/bank_state.h"
#include "screens/open.h"

/* Copies and moves of what is chosen in a bank, and taking it out. */

const char *bank_no_question(const void *state)
{
    return bank_is_question(bank_chosen(state)) ? NULL : "choose a question first";
}

const char *bank_no_entry(const void *state)
{
    const struct outline_line *line = bank_chosen(state);
    return line != NULL && !outline_is_heading(line) ? NULL : "choose a question or an entry first";
}

static struct outcome copied(void *state, int choice)
{
    struct bank_screen *s = state;
    const struct outline_line *line = bank_chosen(s);
    struct err e = ERR_INIT;
    struct str id = STR_INIT, place = STR_INIT;
    const struct question *q =
        &bank_editing_view(s->edit)->bank->levels[line->level].questions[line->i];
    enum level level = (enum level)choice;
    bank_editing_free_id(s->edit, level, q->ask.s != NULL ? q->ask.s : "", &id);
    str_addf(&place, "%s/%s", level_name(level), id.s);
    bool ok = bank_editing_copy(s->edit, &(struct bank_copy){NULL, line->place, id.s},
                                level == line->level
                                    ? &(struct edit_target){EDIT_AFTER, line->place}
                                    : &(struct edit_target){EDIT_INTO, level_name(level)},
                                &e);
    bank_refresh(s, ok ? place.s : NULL);
    struct outcome o = ok ? out_say(TONE_GOOD, "Copied as %s.", place.s) : out_failed(&e);
    str_release(&id);
    str_release(&place);
    return o;
}

static const struct choice level_choices[] = {{'j', "junior"}, {'m', "mid"}, {'s', "senior"}};
static const struct ask copy_ask = {"Copy this question to which level?", level_choices,
                                    COUNT_OF(level_choices), copied};

struct outcome bank_run_copy(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&copy_ask);
}

static struct outcome move_to(struct bank_screen *s, const struct edit_target *to)
{
    const struct outline_line *line = bank_chosen(s);
    struct err e = ERR_INIT;
    struct str place = STR_INIT;
    if (to->where == EDIT_INTO)
        str_addf(&place, "%s%s", to->place, strchr(line->place, '/'));
    else
        str_add(&place, line->place);
    bool ok = bank_editing_move(s->edit, line->place, to, &e);
    bank_refresh(s, ok ? place.s : NULL);
    str_release(&place);
    return ok ? out_stay() : out_failed(&e);
}

static struct outcome moved(void *state, int choice)
{
    static const enum edit_where ways[] = {EDIT_UP, EDIT_DOWN};
    if (choice < (int)COUNT_OF(ways))
        return move_to(state, &(struct edit_target){ways[choice], NULL});
    enum level level = (enum level)(choice - (int)COUNT_OF(ways));
    return move_to(state, &(struct edit_target){EDIT_INTO, level_name(level)});
}

static const struct choice move_choices[] = {
    {'u', "up"}, {'d', "down"}, {'j', "to junior"}, {'m', "to mid"}, {'s', "to senior"}};
static const struct ask move_ask = {"Move it where?", move_choices, COUNT_OF(move_choices), moved};
static const struct ask move_entry_ask = {"Move it where?", move_choices, 2, moved};

struct outcome bank_run_move(void *state, struct key k)
{
    struct bank_screen *s = state;
    (void)k;
    return out_ask(bank_is_question(bank_chosen(s)) ? &move_ask : &move_entry_ask);
}

struct outcome bank_run_shift(void *state, struct key k)
{
    return move_to(state, &(struct edit_target){k.code == '<' ? EDIT_UP : EDIT_DOWN, NULL});
}

struct outcome bank_run_remove(void *state, struct key k)
{
    struct bank_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    struct screen *confirm = bank_remove_open(s->app, s->edit, bank_chosen(s)->place, &e);
    return confirm != NULL ? out_push(confirm) : out_failed(&e);
}

/* ---- from bank to bank ---- */

struct outcome bank_run_yank(void *state, struct key k)
{
    struct bank_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (!bank_editing_yank(s->edit, bank_chosen(s)->place, &e))
        return out_failed(&e);
    return out_say(TONE_GOOD, "Taken along: v puts it in, here or in another bank.");
}

const char *bank_no_yank(const void *state)
{
    const struct bank_screen *s = state;
    const struct outline_line *line = bank_chosen(s);
    if (bank_editing_yanked(s->app) == NULL)
        return "no question was taken along: y on a question, of any bank, does";
    return line->level < LEVELS ? NULL : "choose a level or one of its questions first";
}

struct outcome bank_run_paste(void *state, struct key k)
{
    struct bank_screen *s = state;
    const struct outline_line *line = bank_chosen(s);
    struct edit_target to = {line->kind == OUTLINE_LEVEL ? EDIT_INTO : EDIT_AFTER, line->place};
    struct err e = ERR_INIT;
    struct str place = STR_INIT;
    (void)k;
    bool ok = bank_editing_paste(s->edit, &to, &place, &e);
    bank_refresh(s, ok ? place.s : NULL);
    struct outcome o = ok ? out_say(TONE_GOOD, "Put in as %s.", place.s) : out_failed(&e);
    str_release(&place);
    return o;
}
