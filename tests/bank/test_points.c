/* Answers in prose as points to listen for, and tables as text. */

#include "support/unit.h"

#include <string.h>

#include "bank/csv.h"
#include "bank/import_words.h"
#include "bank/points.h"
#include "base/vec.h"
#include "domain/level.h"

/* The points with " | " between. */
static void assert_points(const char *prose, const char *expected)
{
    struct arena arena = ARENA_INIT;
    struct phrase_list points = {0};
    struct str all = STR_INIT;
    points_split(&points, &arena, &(struct phrase){prose, 7, 0});
    for (size_t i = 0; i < points.n; i++) {
        str_addf(&all, "%s%s", i > 0 ? " | " : "", points.items[i].s);
        assert_int_equal(points.items[i].line, 7);
    }
    assert_string_equal(all.s, expected);
    str_release(&all);
    VEC_RELEASE(&points);
    arena_release(&arena);
}

static void prose_is_split_at_sentences(void **state)
{
    (void)state;
    assert_points("Stays calm.", "Stays calm.");
    assert_points("Stays calm. asks nobody", "Stays calm. asks nobody");
    assert_points("Stays calm. Asks the client!  Writes it down.",
                  "Stays calm | Asks the client! | Writes it down");
    assert_points("Works with e.g. Resolve. Says vs. Whom.",
                  "Works with e.g. Resolve | Says vs. Whom");
    assert_points("Asks J. Smith about version 2.1 first. Then goes on...",
                  "Asks J. Smith about version 2.1 first | Then goes on...");
    assert_points("Says \"no.\" Then explains.", "Says \"no.\" | Then explains");
    assert_points("one\ntwo", "One | Two");
}

static void listed_things_are_points(void **state)
{
    (void)state;
    assert_points("Should discuss scope, budget, and time.", "Scope | Budget | Time");
    assert_points("Should discuss scope, budget and time.", "Scope | Budget | Time");
    assert_points("Explains stages like offline, grade (look, match), or mix.",
                  "Offline | Grade (look, match) | Mix");
    assert_points("Asks first; looks at scopes; answers last.",
                  "Asks first | Looks at scopes | Answers last");
    /* No list: nothing joins, it is too short, or it is a sentence with commas in it. */
    assert_points("Should discuss scope, budget.", "Should discuss scope, budget.");
    assert_points("Should discuss scope and budget.", "Should discuss scope and budget.");
    assert_points("Should explain the plan, which nobody likes, and then wait.",
                  "Should explain the plan, which nobody likes, and then wait.");
    assert_points("Asks the client, the editor, and the cook.",
                  "Asks the client, the editor, and the cook.");
    /* More than the live screen has letters for: the sentences stay whole. */
    assert_points("Should name a, b, c, d, e, f, g, h, and i. Says more.",
                  "Should name a, b, c, d, e, f, g, h, and i | Says more");
}

static void headings_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *s;
        enum topic topic;
    } all[] = {{"Expected Answer", TOPIC_EXPECT},
               {"RED FLAGS to watch for", TOPIC_FLAGS},
               {"Réponse attendue", TOPIC_EXPECT},
               {"Follow-up questions", TOPIC_PROBES},
               {"Example Interview Questions", TOPIC_QUESTIONS},
               {"Why?", TOPIC_WHY},
               {"Answer?", TOPIC_NONE},
               {"Red flags.", TOPIC_NONE},
               {"Colorist", TOPIC_NONE},
               {"Any questions?", TOPIC_NONE}};
    for (size_t i = 0; i < COUNT_OF(all); i++)
        if (words_topic(all[i].s, strlen(all[i].s)) != all[i].topic)
            fail_msg("%s", all[i].s);
}

static void levels_are_known(void **state)
{
    (void)state;
    static const struct {
        const char *s, *years;
        unsigned levels;
    } all[] = {{"Senior Level Questions", "", 1u << LEVEL_SENIOR},
               {"Junior (0-2 years)", "0-2 years", 1u << LEVEL_JUNIOR},
               {"Mid – 2 to 5 years:", "2 to 5 years", 1u << LEVEL_MID},
               {"Débutant (0-2 ans)", "0-2 ans", 1u << LEVEL_JUNIOR},
               {"Junior, Mid", "", 1u << LEVEL_JUNIOR | 1u << LEVEL_MID},
               {"Senior Colorist", "", 0},
               {"Senior?", "", 0},
               {"0-2 years", "", 0}};
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        struct str years = STR_INIT;
        if (words_levels(all[i].s, strlen(all[i].s), &years) != all[i].levels ||
            strcmp(years.s, all[i].years) != 0)
            fail_msg("%s: \"%s\"", all[i].s, years.s);
        str_release(&years);
    }
}

static void identifiers_are_made_of_telling_words(void **state)
{
    (void)state;
    struct str id = STR_INIT;
    words_add_id(&id, "How do you match two cameras in one scene?", 3);
    assert_str(&id, "match-two-cameras");
    words_add_id(&id, "Décrivez l'étalonnage !", 3);
    assert_str(&id, "decrivez-etalonnage");
    words_add_id(&id, "What would you do?", 3);
    assert_str(&id, "what-would-you");
    words_add_id(&id, "日本語?", 3);
    assert_str(&id, "");
    str_release(&id);
}

/* ---- tables ---- */

/* Rows with their lines, cells between bars. */
static void assert_table(const char *text, const char *expected)
{
    struct arena arena = ARENA_INIT;
    struct csv t = {0};
    struct str all = STR_INIT;
    csv_read(&t, &arena, text, strlen(text), csv_separator(text, strlen(text)));
    for (size_t r = 0; r < t.n; r++) {
        str_addf(&all, "%u:", t.items[r].line);
        for (size_t c = 0; c < t.items[r].n; c++)
            str_addf(&all, "%s|", csv_at(&t, &t.items[r], c).s);
        assert_string_equal(csv_at(&t, &t.items[r], t.items[r].n).s, "");
    }
    if (t.open_quote > 0)
        str_addf(&all, "open %u", t.open_quote);
    assert_string_equal(all.s, expected);
    str_release(&all);
    csv_release(&t);
    arena_release(&arena);
}

static void tables_are_read_as_rfc_4180_says(void **state)
{
    (void)state;
    assert_table("a,b\r\n1,2\r\n", "1:a|b|2:1|2|");
    assert_table("a,b\n1,2", "1:a|b|2:1|2|");
    assert_table("a,b\r1,\r", "1:a|b|2:1||");
    assert_table("a,\"b,\"\"c\"\"\r\nd\"\r\n1", "1:a|b,\"c\"\r\nd|3:1|");
    assert_table("a;\"x,y,z\"\n1;2\n", "1:a|x,y,z|2:1|2|");
    assert_table("a\tb,c\n", "1:a|b,c|");
    assert_table("\n\na,b\n\n,\n1,2\n", "3:a|b|6:1|2|");
    assert_table("a \"quoted\" word,b\n", "1:a \"quoted\" word|b|");
    assert_table("\"a\"b,c\n", "1:ab|c|");
    assert_table("a,b\n1,\"open\n2,3", "1:a|b|2:1|open\n2,3|open 2");
    assert_table("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prose_is_split_at_sentences),
        cmocka_unit_test(listed_things_are_points),
        cmocka_unit_test(headings_are_known),
        cmocka_unit_test(levels_are_known),
        cmocka_unit_test(identifiers_are_made_of_telling_words),
        cmocka_unit_test(tables_are_read_as_rfc_4180_says),
    };
    return cmocka_run_group_tests_name("points", tests, NULL, NULL);
}
