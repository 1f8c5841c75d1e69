/* Correcting a submitted interview through the use cases: what may be corrected, what it is called,
 * and what the history says. */

#include "app/amending.h"

#include <string.h>

#include "app/viewing.h"
#include "support/desk.h"

static int64_t submitted(struct desk *d, struct err *e)
{
    struct live *live = desk_call(d, "Ada Moreau");
    desk_score(live, 1, 2);
    desk_say(live, (struct slot){FIELD_NOTE, 1, 0}, "rings at once");
    int own = live_add_own(live, e);
    desk_say(live, (struct slot){FIELD_OWN, own, 0}, "Do you drive at night?");
    desk_finish(live);
    int64_t id = live_interview(live)->id;
    live_close(live);
    return id;
}

static bool amend(struct desk *d, struct amend_request r, struct err *e)
{
    desk_pass(d, 60000);
    return amend_set(&d->app, &r, e);
}

/* "heading | what = now; what = now", with a star where it was amended. */
static void items_are(struct desk *d, int64_t id, size_t from, size_t n, const char *expected)
{
    struct interview iv;
    struct amend_items items;
    struct str text = STR_INIT;
    struct err e = ERR_INIT;
    assert_done(view_interview(&d->app, id, &iv, &e), &e);
    amend_list(&iv, &items);
    for (size_t i = from; i < from + n && i < items.n; i++) {
        const struct amend_item *it = &items.items[i];
        if (it->heading != NULL)
            str_addf(&text, "%s |\n", it->heading);
        str_addf(&text, "%s = %s%s\n", it->what, it->now, it->was != NULL ? " *" : "");
    }
    assert_string_equal(text.s, expected);
    amend_items_release(&items);
    interview_release(&iv);
    str_release(&text);
}

static void what_may_be_amended_is_listed(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    int64_t id = submitted(&d, &e);
    items_are(&d, id, 7, 8,
              "2 late |\n"
              "score = 2\n"
              "heard: Rings before being late, not after = no\n"
              "heard: Says a new time and keeps it = no\n"
              "flag: Waits to be asked = no\n"
              "flag: Blames the traffic = no\n"
              "note = rings at once\n"
              "3 label |\n"
              "score = 4\n"
              "heard: Asks before touching what is on it = no\n");
    assert_done(
        amend(&d, (struct amend_request){id, {FIELD_MARK, 1, 0}, "skipped:time", "why"}, &e), &e);
    items_are(&d, id, 7, 1,
              "2 late |\n"
              "score = skipped (no time left) *\n");
    items_are(&d, id, 20, 5,
              "Off script |\n"
              "question = Do you drive at night?\n"
              "note = \n"
              "The interview as a whole |\n"
              "flag: Cannot say what they carried last = no\n"
              "flag: Was late and did not say so = no\n"
              "summary = \n");
    desk_remove(&d);
}

static void what_must_not_be_amended_is_refused(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct slot mark = {FIELD_MARK, 1, 0};
    desk_make(&d);
    int64_t id = submitted(&d, &e);
    desk_refused(amend(&d, (struct amend_request){id, mark, "4", " "}, &e), &e, ERR_INPUT,
                 "reason");
    desk_refused(amend(&d, (struct amend_request){id, mark, "4", NULL}, &e), &e, ERR_INPUT,
                 "reason");
    desk_refused(amend(&d, (struct amend_request){id, mark, "2", "why"}, &e), &e, ERR_REFUSED,
                 "already");
    desk_refused(amend(&d, (struct amend_request){id, mark, "6", "why"}, &e), &e, ERR_INPUT,
                 "1 to 5");
    desk_refused(amend(&d, (struct amend_request){id, mark, "unset", "why"}, &e), &e, ERR_REFUSED,
                 "no evidence");
    desk_refused(amend(&d, (struct amend_request){id, {FIELD_MARK, 4, 0}, "4", "why"}, &e), &e,
                 ERR_REFUSED, "never scored");
    desk_refused(amend(&d, (struct amend_request){id, {FIELD_STEP, 0, 0}, "1", "why"}, &e), &e,
                 ERR_REFUSED, "not amended");
    desk_refused(amend(&d, (struct amend_request){id, {FIELD_HEARD, 1, 7}, "1", "why"}, &e), &e,
                 ERR_MISSING, "heard");
    int64_t open = desk_start(&d, "Jun Watanabe");
    desk_refused(amend(&d, (struct amend_request){open, mark, "4", "why"}, &e), &e, ERR_REFUSED,
                 "only a submitted one");
    desk_remove(&d);
}

static void the_history_tells_who_what_and_why(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct history_lines h;
    struct str text = STR_INIT;
    int64_t changed;
    desk_make(&d);
    int64_t id = submitted(&d, &e);
    assert_done(amend_decide(&d.app, id, DECISION_HOLD, "not sure yet", &e), &e);
    assert_done(amend(&d, (struct amend_request){id, {FIELD_MARK, 1, 0}, "5", "misheard"}, &e), &e);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    struct void_request v = {void_target_of(&iv, 0), true, "two questions in one"};
    desk_pass(&d, 60000);
    assert_done(void_set(&d.app, &v, &changed, &e), &e);
    interview_release(&iv);
    desk_pass(&d, 60000);
    assert_done(amend_decide(&d.app, id, DECISION_ADVANCE, "clear now", &e), &e);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    assert_done(history_lines(&d.app, &iv, &h, &e), &e);
    assert_true(h.n > 8);
    size_t after = h.n;
    while (after > 0 && h.items[after - 1].kind != PAST_ENDED)
        after--;
    memmove(h.items, h.items + after - 1, (h.n - after + 1) * sizeof *h.items);
    h.n -= after - 1;
    history_text(&h, &iv, 78, &text);
    assert_string_equal(text.s,
                        "2026-11-21 14:05  Mara Lindqvist: submitted\n"
                        "2026-11-21 14:05  Mara Lindqvist: decided, at 3.3 (4 of 4 scored)\n"
                        "                  Hold\n"
                        "                  because: not sure yet\n"
                        "2026-11-21 14:06  Mara Lindqvist: score of question 2 (late)\n"
                        "                  2 -> 5\n"
                        "                  because: misheard\n"
                        "2026-11-21 14:07  Mara Lindqvist: question 1 (drives) voided, in every\n"
                        "                  interview with these questions\n"
                        "                  because: two questions in one\n"
                        "2026-11-21 14:08  Mara Lindqvist: decided again, at 4.4 (3 of 3 scored)\n"
                        "                  Hold -> Advance\n"
                        "                  because: clear now\n");
    history_lines_release(&h);
    interview_release(&iv);
    str_release(&text);
    desk_remove(&d);
}

static void no_score_of_an_open_interview_is_told(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct history_lines h;
    struct str text = STR_INIT;
    desk_make(&d);
    struct live *live = desk_call(&d, "Ada Moreau");
    desk_score(live, 0, 2);
    desk_score(live, 0, 5);
    int64_t id = live_interview(live)->id;
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    assert_done(history_lines(&d.app, &iv, &h, &e), &e);
    history_text(&h, &iv, 200, &text);
    assert_non_null(strstr(text.s, "shown once it is submitted"));
    assert_null(strstr(text.s, "-> 2"));
    assert_null(strstr(text.s, "-> 5"));
    history_lines_release(&h);
    interview_release(&iv);
    str_release(&text);
    live_close(live);
    desk_remove(&d);
}

static void a_decision_says_what_it_was_made_on(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct interview iv;
    struct str text = STR_INIT;
    desk_make(&d);
    int64_t id = submitted(&d, &e);
    assert_done(amend_decide(&d.app, id, DECISION_HOLD, "not sure yet", &e), &e);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    amend_add_drift(&text, &iv);
    assert_str(&text, "");
    interview_release(&iv);
    assert_done(amend(&d, (struct amend_request){id, {FIELD_MARK, 1, 0}, "5", "misheard"}, &e), &e);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    amend_add_drift(&text, &iv);
    assert_str(&text, "decided at 3.3, now 4.3");
    interview_release(&iv);
    str_release(&text);
    desk_remove(&d);
}

static void a_question_of_a_bank_is_found_by_level(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct void_target t, same;
    struct void_state v;
    struct interview iv;
    struct str warning = STR_INIT;
    desk_make(&d);
    const struct app_bank *b = app_bank_find(&d.app, "runner", &e);
    assert_non_null(b);
    assert_done(void_target_in(b->bank, "late", -1, &t, &e), &e);
    desk_refused(void_look(&d.app, &t, &v, &e), &e, ERR_MISSING, "change the question bank");
    int64_t id = submitted(&d, &e);
    assert_done(view_interview(&d.app, id, &iv, &e), &e);
    same = void_target_of(&iv, 1);
    assert_true(hash_same(&t.kit, &same.kit) && hash_same(&t.question, &same.question));
    interview_release(&iv);
    assert_done(void_look(&d.app, &t, &v, &e), &e);
    void_add_warning(&warning, &v);
    assert_str(&warning, "Only 3 questions will count then: fewer than 6 make a weak interview.");
    arena_release(&v.arena);
    desk_refused(void_target_in(b->bank, "1", -1, &t, &e), &e, ERR_INPUT, "--level");
    desk_refused(void_target_in(b->bank, "late", LEVEL_JUNIOR, &t, &e), &e, ERR_MISSING, "late");
    str_release(&warning);
    desk_remove(&d);
}

static void news_are(struct desk *d, int64_t id, enum bank_news_kind kind, const char *lines)
{
    struct interview iv;
    struct bank_news news;
    struct str text = STR_INIT;
    struct err e = ERR_INIT;
    app_banks_forget(&d->app);
    assert_done(view_interview(&d->app, id, &iv, &e), &e);
    view_bank_news(&d->app, &iv, &news);
    assert_int_equal(news.kind, kind);
    for (size_t i = 0; i < news.n; i++)
        str_addf(&text, "%s%s", i > 0 ? "; " : news.counted ? "!" : "", news.lines[i]);
    assert_string_equal(text.s, lines);
    bank_news_release(&news);
    interview_release(&iv);
    str_release(&text);
}

/* The bank's file with `old` as `new`, in place of the one there. */
static void rewrite_bank(struct desk *d, const char *old, const char *new)
{
    struct str text = STR_INIT;
    desk_read("runner.yaml", &text);
    const char *found = strstr(text.s, old);
    assert_non_null(found);
    str_splice(&text, (size_t)(found - text.s), strlen(old), new, strlen(new));
    desk_write_bank(d, "runner.yaml", text.s, text.len);
    str_release(&text);
}

static void the_bank_of_today_is_compared(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    int64_t id = submitted(&d, &e);
    news_are(&d, id, NEWS_SAME, "");
    rewrite_bank(&d, "# A small bank", "# One small bank");
    news_are(&d, id, NEWS_SAME, "");
    rewrite_bank(&d, "What if nobody is at the desk?", "And at night?");
    news_are(&d, id, NEWS_DIFFERS, "drives: other follow-ups");
    rewrite_bank(&d, "1: Hopes that nobody notices", "1: Says nothing");
    news_are(&d, id, NEWS_DIFFERS, "!late: other anchors");
    rewrite_bank(&d, "id: order", "id: both");
    news_are(&d, id, NEWS_DIFFERS, "!order: not asked any more; both: new");
    rewrite_bank(&d, "  mid:\n", "  senior:\n");
    news_are(&d, id, NEWS_NO_LEVEL, "");
    rewrite_bank(&d, "bank: runner", "bank runner");
    news_are(&d, id, NEWS_BROKEN, "");
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_may_be_amended_is_listed),
        cmocka_unit_test(what_must_not_be_amended_is_refused),
        cmocka_unit_test(the_history_tells_who_what_and_why),
        cmocka_unit_test(no_score_of_an_open_interview_is_told),
        cmocka_unit_test(a_decision_says_what_it_was_made_on),
        cmocka_unit_test(a_question_of_a_bank_is_found_by_level),
        cmocka_unit_test(the_bank_of_today_is_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
