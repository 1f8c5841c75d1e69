#include "support/unit.h"

#include <locale.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"
#include "tui/action.h"

struct place {
    const char *nothing_to_undo;
    uint32_t ran;
};

static const char *no_undo(const void *state)
{
    return ((const struct place *)state)->nothing_to_undo;
}

static struct outcome run(void *state, struct key key)
{
    ((struct place *)state)->ran = key.code;
    return out_stay();
}

static const struct action rows[] = {
    {.name = "heard", .keys = "a-e", .label = "heard", .run = run, .by_key = true},
    {.name = "top", .keys = "g", .run = run},
    {.name = "bottom", .keys = "G", .run = run},
    {.name = "next",
     .keys = "Right PgDn",
     .shown = "→",
     .label = "next",
     .run = run,
     .when = ALWAYS},
    {.name = "undo", .keys = "u Ctrl-Z", .label = "undo", .disabled = no_undo, .run = run},
    {.name = "keys", .keys = "? F1", .label = "keys", .run = run, .when = ALWAYS},
    {.name = "quit", .keys = "q", .label = "quit", .run = run},
};
static const struct actions plain = {rows, COUNT_OF(rows), false};
static const struct actions folded = {rows, COUNT_OF(rows), true};

static const char *found(struct actions in, const char *name, bool typing)
{
    struct key k;
    const struct action *a;
    assert_true(key_parse(name, &k));
    a = action_find(in, k, typing);
    return a == NULL ? "none" : a->name;
}

static void finding(void **state)
{
    (void)state;
    assert_string_equal(found(plain, "c", false), "heard");
    assert_string_equal(found(plain, "C", false), "none");
    assert_string_equal(found(folded, "C", false), "heard");
    assert_string_equal(found(plain, "Ctrl-Z", false), "undo");
    assert_string_equal(found(plain, "z", false), "none");
}

static void a_capital_of_its_own_wins_over_folding(void **state)
{
    (void)state;
    assert_string_equal(found(folded, "g", false), "top");
    assert_string_equal(found(folded, "G", false), "bottom");
}

static void letters_are_text_while_typing(void **state)
{
    (void)state;
    assert_string_equal(found(folded, "c", true), "none");
    assert_string_equal(found(folded, "u", true), "none");
    assert_string_equal(found(folded, "PgDn", true), "next");
}

static void running_or_saying_why_not(void **state)
{
    struct place place = {0};
    struct outcome out = action_run(&rows[4], &place, (struct key){'u', 0});
    (void)state;
    assert_int_equal(out.kind, OUT_STAY);
    assert_int_equal(place.ran, 'u');
    place = (struct place){.nothing_to_undo = "nothing to undo yet"};
    out = action_run(&rows[4], &place, (struct key){'u', 0});
    assert_int_equal(place.ran, 0);
    assert_int_equal(out.kind, OUT_STAY);
    assert_int_equal(out.tone, TONE_WARN);
    assert_string_equal(out.message, "undo: nothing to undo yet");
}

static void without_a_key_it_is_said_which(void **state)
{
    struct place place = {0};
    struct outcome out = action_run(&rows[0], &place, (struct key){0});
    (void)state;
    assert_string_equal(out.message, "heard: press a-e");
    assert_int_equal(place.ran, 0);
    struct action none = rows[0];
    none.keys = none.shown = "";
    out = action_run(&none, &place, (struct key){0});
    assert_string_equal(out.message, "heard: there is none here");
    out = action_run(&rows[0], &place, (struct key){'b', 0});
    assert_string_equal(out.message, "");
    assert_int_equal(place.ran, 'b');
}

static void footer(int cols, bool typing, const char *why_no_undo, const char *text,
                   const char *roles)
{
    struct place place = {.nothing_to_undo = why_no_undo};
    struct canvas c;
    struct str got = STR_INIT;
    canvas_init(&c, 1, cols);
    action_footer(&c, 0, &place, plain, typing);
    canvas_dump(&c, &got);
    assert_string_equal(got.s, text);
    str_clear(&got);
    canvas_dump_roles(&c, &got);
    if (roles != NULL)
        assert_string_equal(got.s, roles);
    str_release(&got);
    canvas_release(&c);
}

static void the_footer_as_drawn(void **state)
{
    (void)state;
    footer(80, false, NULL, " a-e heard  → next  u undo  ? keys  q quit\n",
           ".kkk.ddddd..k.dddd..k.dddd..k.dddd..k.dddd\n");
    footer(80, false, "nothing yet", " a-e heard  → next  u undo  ? keys  q quit\n",
           ".kkk.ddddd..k.dddd..x.xxxx..k.dddd..k.dddd\n");
    footer(80, true, NULL, " → next  ? keys\n", NULL);
}

static void what_does_not_fit_falls_off_the_end(void **state)
{
    (void)state;
    footer(42, false, NULL, " a-e heard  → next  u undo  ? keys  q quit\n", NULL);
    footer(41, false, NULL, " a-e heard  → next  u undo  ? keys\n", NULL);
    footer(34, false, NULL, " a-e heard  → next  u undo  ? keys\n", NULL);
    footer(33, false, NULL, " a-e heard  → next  ? keys\n", NULL);
    footer(25, false, NULL, " a-e heard  ? keys\n", NULL);
    footer(18, false, NULL, " a-e heard  ? keys\n", NULL);
    footer(17, false, NULL, " ? keys\n", NULL);
    footer(7, false, NULL, " ? keys\n", NULL);
    footer(5, false, NULL, " ? k…\n", NULL);
    footer(2, false, NULL, " ?\n", NULL);
    footer(1, false, NULL, "\n", NULL);
}

static void a_message_too_long_is_cut(void **state)
{
    struct str text = STR_INIT;
    struct outcome out;
    (void)state;
    str_repeat(&text, "é", OUTCOME_TEXT);
    out = out_say(TONE_ERROR, "%s", text.s);
    assert_int_equal(strlen(out.message), OUTCOME_TEXT - 2); /* a whole é less, no half of one */
    str_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finding),
        cmocka_unit_test(a_capital_of_its_own_wins_over_folding),
        cmocka_unit_test(letters_are_text_while_typing),
        cmocka_unit_test(running_or_saying_why_not),
        cmocka_unit_test(without_a_key_it_is_said_which),
        cmocka_unit_test(the_footer_as_drawn),
        cmocka_unit_test(what_does_not_fit_falls_off_the_end),
        cmocka_unit_test(a_message_too_long_is_cut),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
