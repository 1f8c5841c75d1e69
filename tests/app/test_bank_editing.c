/* Editing a bank as the screens and subcommands do it. */

#include "support/desk.h"

#include <stdlib.h>
#include <string.h>

#include "app/bank_editing.h"
#include "app/bank_versions.h"
#include "base/alloc.h"
#include "base/path.h"
#include "base/vec.h"

static struct bank_editing *opened(struct desk *d)
{
    struct err e = ERR_INIT;
    struct bank_editing *b = bank_editing_open(&d->app, "runner", &e);
    if (b == NULL)
        fail_msg("%s", e.text);
    return b;
}

static void a_form_is_saved_as_one_step_or_not_at_all(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    struct bank_editing *b = opened(&d);
    const struct edit_field form[] = {{"id", "handover"},
                                      {"ask", "What: until then?"},
                                      {"expect", "One\nTwo"},
                                      {"why", ""},
                                      {NULL, NULL}};
    assert_done(bank_editing_set_all(b, "mid/drives", form, &e), &e);
    const struct bank_view *v = bank_editing_view(b);
    const struct question *q = &v->bank->levels[LEVEL_MID].questions[0];
    assert_string_equal(q->id.s, "handover");
    assert_string_equal(q->ask.s, "What: until then?");
    assert_int_equal(q->expect.n, 2);
    assert_string_equal(v->undo, "question drives");
    assert_true(v->dirty);
    assert_done(bank_editing_undo(b, &e), &e);
    assert_false(bank_editing_view(b)->dirty);
    desk_refused(bank_editing_undo(b, &e), &e, ERR_REFUSED, "nothing to undo");
    const struct edit_field bad[] = {{"ask", "Another"}, {"minutes", "soon"}, {NULL, NULL}};
    desk_refused(bank_editing_set_all(b, "mid/drives", bad, &e), &e, ERR_INPUT, "1 to 240");
    assert_false(bank_editing_view(b)->dirty);
    assert_null(bank_editing_view(b)->undo);
    bank_editing_close(b);
    desk_remove(&d);
}

static void findings_stand_beside_their_fields(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct finding_list beside = {0}, whole = {0};
    struct str place = STR_INIT;
    desk_make(&d);
    struct bank_editing *b = opened(&d);
    assert_done(bank_editing_set(b, "mid/drives/ask", "How old are you?", &e), &e);
    bank_editing_findings(b, "mid/drives/ask", &beside);
    bank_editing_findings(b, "mid/drives", &whole);
    assert_int_equal(beside.n, 1);
    assert_string_equal(beside.items[0]->rule, "law-age");
    assert_in_range(whole.n, 1, 20);
    bank_editing_place(b, beside.items[0]->line, &place);
    assert_string_equal(place.s, "mid/drives/ask");
    assert_int_equal(bank_editing_line(b, "mid/drives/ask"), beside.items[0]->line);
    VEC_RELEASE(&beside);
    VEC_RELEASE(&whole);
    str_release(&place);
    bank_editing_close(b);
    desk_remove(&d);
}

static void saving_is_seen_by_the_app_and_a_change_underneath_by_us(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str diff = STR_INIT;
    desk_make(&d);
    struct bank_editing *b = opened(&d);
    assert_done(bank_editing_set(b, "title", "Night Runner", &e), &e);
    assert_string_equal(app_bank_find(&d.app, "runner", &e)->title, "Runner");
    assert_done(bank_editing_save(b, &e), &e);
    assert_string_equal(app_bank_find(&d.app, "runner", &e)->title, "Night Runner");
    assert_false(bank_editing_changed(b, NULL));
    desk_write_bank(&d, "runner.yaml", "bank: runner\n", 13);
    assert_true(bank_editing_changed(b, &diff));
    assert_non_null(strstr(diff.s, "-title: Night Runner\n"));
    assert_done(bank_editing_set(b, "title", "Day Runner", &e), &e);
    desk_refused(bank_editing_save(b, &e), &e, ERR_REFUSED, "changed by somebody else");
    assert_done(bank_editing_reload(b, &e), &e);
    assert_string_equal(bank_editing_view(b)->bytes, "bank: runner\n");
    str_release(&diff);
    bank_editing_close(b);
    desk_remove(&d);
}

static void a_new_bank_can_be_used_at_once(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str id = STR_INIT;
    desk_make(&d);
    struct bank_editing *b = bank_editing_new(&d.app, "gaffer", "Gaffer \"best boy\"", &e);
    assert_non_null(b);
    const struct bank_view *v = bank_editing_view(b);
    assert_true(v->good && v->fresh && v->dirty);
    assert_int_equal(v->errors, 0);
    assert_string_equal(v->title, "Gaffer \"best boy\"");
    bank_editing_free_id(b, LEVEL_MID, "How would you tell a plan that changed?", &id);
    assert_string_equal(id.s, "plan-changed-2");
    assert_null(app_bank_find(&d.app, "gaffer", &e));
    assert_done(bank_editing_save(b, &e), &e);
    assert_non_null(app_bank_find(&d.app, "gaffer", &e));
    assert_null(bank_editing_new(&d.app, "gaffer", NULL, &e));
    assert_null(bank_editing_new(&d.app, "two words", NULL, &e));
    str_release(&id);
    bank_editing_close(b);
    desk_remove(&d);
}

static void a_question_is_copied_between_banks_with_its_comments(void **state)
{
    (void)state;
    static const char other[] = "bank: other\ntitle: Other\ncompetencies: {timing: Is there}\n"
                                "levels:\n    mid:\n        questions:\n"
                                "            # ours\n"
                                "            - id: theirs\n"
                                "              ask: \"What: now?\" # aloud\n"
                                "              anchors: {1: a, 3: b, 5: c}\n";
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    desk_write_bank(&d, "other.yaml", other, strlen(other));
    app_banks_forget(&d.app);
    struct bank_editing *b = opened(&d), *from = bank_editing_open(&d.app, "other", &e);
    assert_non_null(from);
    const struct bank_copy copy = {from, "mid/theirs", "here"};
    assert_done(bank_editing_copy(b, &copy, &(struct edit_target){EDIT_BEFORE, "mid/drives"}, &e),
                &e);
    const struct bank_view *v = bank_editing_view(b);
    assert_non_null(strstr(v->bytes, "      # ours\n      - id: here\n"
                                     "        ask: \"What: now?\" # aloud\n"));
    assert_string_equal(v->bank->levels[LEVEL_MID].questions[0].id.s, "here");
    bank_editing_close(from);
    bank_editing_close(b);
    desk_remove(&d);
}

static void a_bank_is_compared_with_what_a_session_was_asked(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct bank_versions v;
    struct bank_uses uses;
    struct str text = STR_INIT;
    int64_t latest = 0;
    desk_make(&d);
    int64_t id = desk_start(&d, "Ada Moreau");
    struct bank_editing *b = opened(&d);
    assert_done(bank_editing_uses(b, &uses, &e), &e);
    assert_int_equal(uses.version, 1);
    assert_int_equal(uses.bank, 1);
    assert_done(bank_versions(&d.app, "runner", id, &v, &e), &e);
    bank_versions_text(&v, &text);
    assert_string_equal(text.s, "Nothing differs.\n");
    bank_versions_release(&v);
    assert_done(bank_editing_set(b, "mid/drives/ask", "What until then?", &e), &e);
    assert_done(bank_editing_set(b, "mid/drives/why", "It shows care", &e), &e);
    assert_done(bank_editing_remove(b, "closing", &e), &e);
    assert_done(bank_editing_save(b, &e), &e);
    assert_done(bank_editing_uses(b, &uses, &e), &e);
    assert_int_equal(uses.version, 0);
    assert_int_equal(uses.bank, 1);
    assert_done(bank_versions_latest(&d.app, "runner", &latest, &e), &e);
    assert_int_equal(latest, id);
    assert_done(bank_versions(&d.app, "runner", latest, &v, &e), &e);
    str_clear(&text);
    bank_versions_text(&v, &text);
    assert_string_equal(
        text.s, "changed  closing steps\n"
                "changed  mid/drives: text, reason (its scores no longer compare with earlier "
                "ones)\n"
                "Mid interviews from before and after are compared only where they were asked the "
                "same.\n");
    bank_versions_release(&v);
    str_release(&text);
    bank_editing_close(b);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_is_saved_as_one_step_or_not_at_all),
        cmocka_unit_test(findings_stand_beside_their_fields),
        cmocka_unit_test(saving_is_seen_by_the_app_and_a_change_underneath_by_us),
        cmocka_unit_test(a_new_bank_can_be_used_at_once),
        cmocka_unit_test(a_question_is_copied_between_banks_with_its_comments),
        cmocka_unit_test(a_bank_is_compared_with_what_a_session_was_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
