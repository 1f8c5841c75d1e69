#include "support/desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/viewing.h"
#include "base/vec.h"

/* A random walk of values, undo and redo, held against pictures that were taken on the way. Time
 * stands still, so that a picture is nothing but the values. */

struct pictures {
    char **items;
    size_t n, cap;
};

static char *picture(struct live *live)
{
    struct str out = STR_INIT;
    view_json(live_interview(live), &out);
    return str_steal(&out);
}

static void push(struct pictures *p, char *taken)
{
    *VEC_PUSH(p) = taken;
}

static void cut(struct pictures *p, size_t n)
{
    while (p->n > n)
        free(p->items[--p->n]);
}

struct walk {
    struct desk desk;
    struct live *live;
    uint64_t seed;
    struct pictures pictures; /* of the values after each change that could be undone */
    size_t at;                /* the picture that shows the present */
};

static const struct slot texts[] = {
    {FIELD_NOTE, 0, 0},      {FIELD_NOTE, 2, 0},    {FIELD_NOTE, 4, 0},    {FIELD_OWN, 4, 0},
    {FIELD_STEP_NOTE, 1, 0}, {FIELD_GENERAL, 0, 0}, {FIELD_SUMMARY, 0, 0}, {FIELD_FACT, 3, 0},
};

/* Types something somewhere in the text, or takes something away, and leaves the field. */
static void write_text(struct walk *w)
{
    static const char *const pieces[] = {"a", "\xC3\xA9", "\n", "\xF0\x9F\x8E\xAC film", "  ", ""};
    struct slot slot = texts[seed_below(&w->seed, (int)COUNT_OF(texts))];
    struct err e = ERR_INIT;
    for (int i = seed_below(&w->seed, 4); i >= 0; i--) {
        struct str now = STR_INIT;
        interview_value(live_interview(w->live), slot, &now);
        const char *piece = pieces[seed_below(&w->seed, (int)COUNT_OF(pieces))];
        bool all = seed_below(&w->seed, 3) == 0;
        struct splice s = {
            .at = all ? 0 : now.len, .del = all ? now.len : 0, .ins = piece, .n = strlen(piece)};
        assert_done(live_edit(w->live, slot, &s, &e), &e);
        str_release(&now);
    }
    if (seed_below(&w->seed, 2) == 0)
        assert_done(live_fold(w->live, slot, &e), &e);
}

static void set_mark(struct walk *w)
{
    struct err e = ERR_INIT;
    struct mark m = {.state = (enum answer_state)seed_below(&w->seed, 4)};
    if (m.state == ANSWER_SCORED)
        m.score = 1 + seed_below(&w->seed, 5);
    if (m.state == ANSWER_SKIPPED)
        m.skip = (enum skip_reason)(1 + seed_below(&w->seed, SKIPS - 1));
    assert_done(live_go(w->live, STAGE_QUESTIONS, seed_below(&w->seed, 4), &e), &e);
    assert_done(live_mark(w->live, m, &e), &e);
}

static void toggle(struct walk *w)
{
    static const struct {
        enum field field;
        int items;
    } rows[] = {{FIELD_HEARD, 3}, {FIELD_FLAG, 1},    {FIELD_PROBE, 1},
                {FIELD_STEP, 3},  {FIELD_OVERALL, 2}, {FIELD_HEARD, 2}};
    struct err e = ERR_INIT;
    int i = seed_below(&w->seed, (int)COUNT_OF(rows));
    assert_done(live_go(w->live, STAGE_QUESTIONS, 0, &e), &e);
    assert_done(live_toggle(w->live, rows[i].field, seed_below(&w->seed, rows[i].items), &e), &e);
}

static void change(struct walk *w)
{
    struct err e = ERR_INIT;
    int which = seed_below(&w->seed, 4);
    if (which == 0)
        write_text(w);
    else if (which == 1)
        set_mark(w);
    else if (which == 2)
        toggle(w);
    else
        assert_done(live_set(w->live, (struct slot){FIELD_FACT, 1, 0},
                             seed_below(&w->seed, 2) ? "yes" : "no", &e),
                    &e);
}

/* What one undo takes back is known only after folding. */
static void do_something(struct walk *w)
{
    struct err e = ERR_INIT;
    change(w);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_done(live_fold(w->live, texts[i], &e), &e);
    char *taken = picture(w->live);
    if (strcmp(taken, w->pictures.items[w->at]) == 0) {
        free(taken);
        return;
    }
    cut(&w->pictures, w->at + 1);
    push(&w->pictures, taken);
    w->at++;
}

static void assert_picture(struct walk *w)
{
    char *taken = picture(w->live);
    assert_string_equal(taken, w->pictures.items[w->at]);
    free(taken);
}

static void undo_or_redo(struct walk *w, bool undo)
{
    struct err e = ERR_INIT;
    struct str what = STR_INIT;
    struct slot slot;
    bool possible = undo ? w->at > 0 : w->at + 1 < w->pictures.n;
    assert_int_equal(undo ? live_can_undo(w->live) : live_can_redo(w->live), possible);
    bool done = undo ? live_undo(w->live, &what, &slot, &e) : live_redo(w->live, &what, &slot, &e);
    if (possible) {
        assert_done(done, &e);
        assert_true(str_starts(what.s, undo ? "undone: " : "redone: "));
        w->at = undo ? w->at - 1 : w->at + 1;
    } else {
        desk_refused(done, &e, ERR_MISSING, undo ? "nothing to undo" : "nothing to redo");
    }
    assert_picture(w);
    str_release(&what);
}

static void restart(struct walk *w)
{
    struct err e = ERR_INIT;
    int64_t id = live_interview(w->live)->id;
    live_close(w->live);
    desk_reopen(&w->desk);
    w->live = live_open(&w->desk.app, id, &e);
    assert_done(w->live != NULL, &e);
    assert_picture(w);
}

static void a_walk_goes_back_as_it_came(void **state)
{
    (void)state;
    struct walk w = {.seed = seed_start("undo")};
    struct err e = ERR_INIT;
    desk_make(&w.desk);
    w.live = desk_call(&w.desk, "Ada Moreau");
    assert_int_equal(live_add_own(w.live, &e), 4);
    push(&w.pictures, picture(w.live));
    int steps = getenv("SLATE_LONG") != NULL ? 20000 : 600;
    for (int i = 0; i < steps; i++) {
        int what = seed_below(&w.seed, 20);
        if (what == 0)
            restart(&w);
        else if (what < 7)
            undo_or_redo(&w, true);
        else if (what < 10)
            undo_or_redo(&w, false);
        else
            do_something(&w);
    }
    while (w.at > 0)
        undo_or_redo(&w, true);
    live_close(w.live);
    desk_remove(&w.desk);
    cut(&w.pictures, 0);
    VEC_RELEASE(&w.pictures);
}

static void says(struct live *live, bool undo, const char *words, struct slot at)
{
    struct err e = ERR_INIT;
    struct str what = STR_INIT;
    struct slot slot;
    assert_done(undo ? live_undo(live, &what, &slot, &e) : live_redo(live, &what, &slot, &e), &e);
    assert_string_equal(what.s, words);
    assert_true(slot_same(slot, at));
    str_release(&what);
}

static void it_says_what_and_goes_there(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    const struct interview *iv = live_interview(live);
    assert_done(live_toggle(live, FIELD_STEP, 2, &e), &e);
    desk_score(live, 2, 4);
    assert_done(live_toggle(live, FIELD_HEARD, 1, &e), &e);
    desk_say(live, (struct slot){FIELD_NOTE, 2, 0}, "asks first");
    assert_done(live_toggle(live, FIELD_OVERALL, 1, &e), &e);
    assert_int_equal(live_add_own(live, &e), 4);
    desk_say(live, (struct slot){FIELD_OWN, 4, 0}, "And the keys?");
    assert_done(live_go(live, STAGE_WRAP_UP, 0, &e), &e);
    desk_say(live, (struct slot){FIELD_FACT, 3, 0}, "the north");

    says(live, true, "undone: fact 4", (struct slot){FIELD_FACT, 3, 0});
    assert_int_equal(iv->stage, STAGE_WRAP_UP);
    says(live, true, "undone: text of off-script question 1", (struct slot){FIELD_OWN, 4, 0});
    assert_int_equal(iv->stage, STAGE_QUESTIONS);
    assert_int_equal(iv->at, 4);
    says(live, true, "undone: flag 2 of the interview", (struct slot){FIELD_OVERALL, 0, 1});
    says(live, true, "undone: note of question 3", (struct slot){FIELD_NOTE, 2, 0});
    assert_int_equal(iv->at, 2);
    says(live, true, "undone: heard b of question 3", (struct slot){FIELD_HEARD, 2, 1});
    says(live, true, "undone: score 4 of question 3", (struct slot){FIELD_MARK, 2, 0});
    says(live, true, "undone: tick at closing step 1", (struct slot){FIELD_STEP, 2, 0});
    assert_false(live_can_undo(live));
    says(live, false, "redone: tick at closing step 1", (struct slot){FIELD_STEP, 2, 0});
    says(live, false, "redone: score 4 of question 3", (struct slot){FIELD_MARK, 2, 0});
    live_close(live);
    desk_remove(&d);
}

/* Typed, not left, and undone from outside of the field. */
static void typing_is_one_undo(void **state)
{
    (void)state;
    struct desk d;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    desk_say(live, (struct slot){FIELD_SUMMARY, 0, 0}, "Careful.");
    desk_type(live, (struct slot){FIELD_SUMMARY, 0, 0}, " And");
    desk_type(live, (struct slot){FIELD_SUMMARY, 0, 0}, " punctual.");
    says(live, true, "undone: summary", (struct slot){FIELD_SUMMARY, 0, 0});
    assert_string_equal(live_interview(live)->summary.s, "Careful.");
    says(live, false, "redone: summary", (struct slot){FIELD_SUMMARY, 0, 0});
    assert_string_equal(live_interview(live)->summary.s, "Careful. And punctual.");
    live_close(live);
    desk_remove(&d);
}

/* What is not of its kind is undone like any other text. */
static void a_fact_in_words_is_undone(void **state)
{
    (void)state;
    struct desk d;
    struct slot date = {FIELD_FACT, 0, 0};
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    const struct str *value = &live_interview(live)->facts[0].value;
    desk_say(live, date, "2026-12-01");
    desk_type(live, date, " or so");
    says(live, true, "undone: fact 1", date);
    assert_string_equal(value->s, "2026-12-01");
    says(live, false, "redone: fact 1", date);
    assert_string_equal(value->s, "2026-12-01 or so");
    live_close(live);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_walk_goes_back_as_it_came),
        cmocka_unit_test(it_says_what_and_goes_there),
        cmocka_unit_test(typing_is_one_undo),
        cmocka_unit_test(a_fact_in_words_is_undone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
