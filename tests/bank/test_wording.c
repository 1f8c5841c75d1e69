/* Words of a text, patterns of words, terms, and questions that are alike. */

#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bank/bank_check.h"
#include "bank/likeness.h"
#include "bank/pattern.h"
#include "bank/terms.h"
#include "base/vec.h"
#include "support/bank_reading.h"

/* ---- words ---- */

static struct str words_of(const char *text)
{
    struct wording w = {0};
    struct str out = STR_INIT;
    wording_read(&w, text);
    for (size_t i = 0; i < w.n; i++) {
        str_add(&out, w.items[i].opens ? "/" : " ");
        str_addn(&out, wording_word(&w, i), w.items[i].len);
        assert_int_equal(w.items[i].key, word_key(wording_word(&w, i), w.items[i].len));
    }
    wording_release(&w);
    return out;
}

static void assert_words(const char *text, const char *expected)
{
    struct str out = words_of(text);
    if (strcmp(out.s, expected) != 0)
        fail_msg("\"%s\": \"%s\", not \"%s\"", text, out.s, expected);
    str_release(&out);
}

static void a_text_is_taken_apart_into_words(void **state)
{
    (void)state;
    assert_words("", "");
    assert_words("...!?", "");
    assert_words("How OLD are you?", "/how old are you");
    assert_words("Rec.709, 5.1 mix. Then: a LUT", "/rec 709 5 1 mix/then/a lut");
    assert_words("don't\xE2\x80\x99s L\xC3\xA9"
                 "a\xE2\x80\x94S\xC3\xB8ren",
                 "/don t s lea soren");
    assert_words("\xC2\xAB\xC2\xA0Quel \xC3\xA2ge\xC2\xA0?\xC2\xA0\xC2\xBB Oui", "/quel age/oui");
    assert_words("one\ntwo\nThree\n\n- four", "/one two/three/four");
    assert_words("x\xE2\x80\xA6y \xFF z", "/x/y z");
    assert_words("@A[Z`a{z|09", "/a z a z 09");
}

static void words_know_their_place(void **state)
{
    (void)state;
    struct wording w = {0};
    wording_read(&w, "Ist die \xC3\x9C"
                     "bergabe\r\nfertig?");
    assert_int_equal(w.n, 4);
    assert_int_equal(w.items[2].at, 8);
    assert_int_equal(w.items[2].end, 17);
    wording_release(&w);
}

static void assert_stem(const char *word, const char *stem)
{
    if (word_stem(word, strlen(word)) != strlen(stem))
        fail_msg("%s", word);
}

static void plurals_lose_their_ending(void **state)
{
    (void)state;
    assert_stem("proxies", "prox");
    assert_stem("proxy", "prox");
    assert_stem("stems", "stem");
    assert_stem("passes", "pass");
    assert_stem("pass", "pass");
    assert_stem("bus", "bus");
    assert_stem("matches", "match");
    assert_stem("key", "key");
    assert_stem("keys", "key");
    assert_stem("s", "s");
    assert_stem("", "");
}

/* ---- patterns ---- */

static bool is_found(const char *pattern, const char *text)
{
    struct patterns p = {0};
    struct wording w = {0};
    size_t span[2];
    bool found = false;
    if (!patterns_add(&p, pattern, 0))
        fail_msg("no pattern: %s", pattern);
    wording_read(&w, text);
    for (size_t x = 0; x < p.n; x++)
        for (size_t i = 0; i < w.n && !found; i++)
            found = pattern_fits(&p, &p.items[x], &w, i, span) && span[0] <= i && i < span[1] &&
                    span[1] <= w.n;
    wording_release(&w);
    patterns_release(&p);
    return found;
}

static void patterns_find_what_they_say(void **state)
{
    (void)state;
    assert_true(is_found("how old are you", "So how old are you?"));
    assert_false(is_found("how old are you", "How old. Are you"));
    assert_false(is_found("how old are you", "how old are your drives"));
    assert_true(is_found("do/have you", "Have you"));
    assert_true(is_found("pregnan*", "pregnancy"));
    assert_false(is_found("pregnan*", "pregna"));
    assert_true(is_found("your/the? age", "the age"));
    assert_true(is_found("your/the? age", "age"));
    assert_true(is_found("have .. children", "have children"));
    assert_true(is_found("have .. children", "have one or two children"));
    assert_false(is_found("have .. children", "have one or two small children"));
    assert_false(is_found("have .. children", "have none. Two children"));
    assert_true(is_found("born in #", "born in 1971"));
    assert_false(is_found("born in #", "born in May"));
    assert_true(is_found("one | two", "two"));
    assert_true(is_found("a .. a .. longest", "a b a a b longest"));
}

static void what_is_no_pattern_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"Age", "\xC3\xA2ge", "abc*", "*",    "a//b", "/a",  "#",
                                      "..",  "a? b?",      "a|",   "a | ", " | a", "it's"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct patterns p = {0};
        bool good = patterns_add(&p, bad[i], 0);
        patterns_release(&p);
        if (good && strcmp(bad[i], "a|") != 0)
            fail_msg("\"%s\" is taken", bad[i]);
    }
}

/* ---- terms ---- */

static struct terms *terms_with(const char *const *names, size_t n)
{
    struct terms *t = terms_new();
    for (size_t i = 0; i < n; i++)
        terms_add_word(t, names[i]);
    return t;
}

static void assert_term(const struct terms *t, const char *text, const char *name)
{
    struct wording w = {0};
    const char *found = "";
    wording_read(&w, text);
    for (size_t i = 0; i < w.n && *found == '\0'; i++) {
        int at = terms_find(t, &w, i);
        found = at >= 0 ? terms_at(t, (size_t)at)->name : "";
    }
    wording_release(&w);
    if (strcmp(found, name) != 0)
        fail_msg("\"%s\": \"%s\", not \"%s\"", text, found, name);
}

static void terms_are_found_as_people_write_them(void **state)
{
    (void)state;
    static const char *const names[] = {"LUT",     "show LUT",     "dailies", "clean-up",
                                        "proxy",   "ST 2067",      "M&E",     "5.1",
                                        "conform", "Dolby Vision", "key",     "conform"};
    struct terms *t = terms_with(names, COUNT_OF(names));
    assert_int_equal(terms_count(t), COUNT_OF(names) - 1);
    assert_term(t, "applies a LUT", "LUT");
    assert_term(t, "two LUTs", "LUT");
    assert_term(t, "the lut of a luthier", "");
    assert_term(t, "the show LUTs", "show LUT");
    assert_term(t, "watch the dailies", "dailies");
    assert_term(t, "Dailies first", "dailies");
    assert_term(t, "a daily fault", "");
    assert_term(t, "seniors clean up", "");
    assert_term(t, "after clean-up", "clean-up");
    assert_term(t, "both proxies", "proxy");
    assert_term(t, "SMPTE ST 2067-2", "ST 2067");
    assert_term(t, "an M&E mix", "M&E");
    assert_term(t, "in 5.1", "5.1");
    assert_term(t, "5. 1 left", "");
    assert_term(t, "dolby vision", "Dolby Vision");
    assert_term(t, "the keys", "key");
    assert_term(t, "it conformed", "");
    terms_free(t);
}

static void many_terms_are_all_found(void **state)
{
    (void)state;
    struct terms *t = terms_new();
    struct str name = STR_INIT;
    for (int i = 0; i < 3000; i++) {
        str_clear(&name);
        str_addf(&name, "term%d of%d", i % 50, i);
        terms_add_word(t, name.s);
    }
    assert_int_equal(terms_count(t), 3000);
    for (int i = 0; i < 3000; i += 7) {
        str_clear(&name);
        str_addf(&name, "term%d of%d", i % 50, i);
        assert_term(t, name.s, name.s);
    }
    str_release(&name);
    terms_free(t);
}

static struct str glossary_findings(const char *text, const struct terms *terms)
{
    struct bank_reading r = bank_reading_good(text);
    struct str said = STR_INIT;
    bank_check(&r.bank, &(struct check_setup){.terms = terms}, &r.found);
    for (size_t i = 0; i < r.found.n; i++)
        if (strcmp(r.found.items[i].rule, "glossary") == 0)
            str_addf(&said, "%u: %s. %s\n", r.found.items[i].line, r.found.items[i].what,
                     r.found.items[i].todo);
    bank_reading_release(&r);
    return said;
}

static void a_bank_explains_the_terms_that_others_explain(void **state)
{
    (void)state;
    static const char other[] = "bank: other\ntitle: Mixer\ncompetencies: {c: d}\n"
                                "glossary:\n  scopes: Instruments.\n  LUT: A table.\n"
                                "  show LUT: The LUT of a show.\n  Show: A made-up term.\n"
                                "  project: A file.\n"
                                "levels: {mid: {questions: [{id: a, ask: b, competency: c, "
                                "anchors: {1: a, 3: b, 5: c}}]}}\n";
    struct bank_reading r = bank_reading_good(other);
    struct terms *terms = terms_new();
    terms_add(terms, &r.bank);
    bank_reading_release(&r);
    struct str said = glossary_findings(bank_everything, terms);
    assert_str(&said, "41: \"Show\" is not in the glossary. Explain it there; the bank \"other\" "
                      "says: A made-up term.\n"
                      "44: \"scopes\" is not in the glossary. Explain it there; the bank \"other\" "
                      "says: Instruments.\n");
    str_release(&said);
    said = glossary_findings(other, terms);
    assert_str(&said, "");
    str_release(&said);
    terms_free(terms);
}

/* ---- likeness ---- */

struct pairs {
    struct pair {
        size_t later, earlier;
    } * items;
    size_t n, cap;
};

static void note_pair(void *data, size_t later, size_t earlier)
{
    struct pairs *pairs = data;
    *VEC_PUSH(pairs) = (struct pair){later, earlier};
}

static struct pairs pairs_of(const char *const *texts, size_t n)
{
    struct likeness l = {0};
    struct wording w = {0};
    struct pairs pairs = {0};
    for (size_t i = 0; i < n; i++) {
        wording_read(&w, texts[i]);
        likeness_add(&l, &w);
    }
    likeness_find(&l, note_pair, &pairs);
    likeness_release(&l);
    wording_release(&w);
    return pairs;
}

static void likeness_is_told_of_those_that_ask_the_same(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Tell me about a delivery that failed quality control. What did you do?",
        "How do you prepare a turnover for the sound house?",
        "Tell me about a time when your delivery failed its quality control.",
        "How would you prepare the turnovers for a sound house?",
        "How do you prepare a turnover for the effects house, and what do they need from you?",
        "And then?",
        "And then?",
        "Tell me about a show that passed quality control at the first delivery.",
    };
    struct pairs pairs = pairs_of(texts, COUNT_OF(texts));
    assert_int_equal(pairs.n, 2);
    assert_int_equal(pairs.items[0].later, 2);
    assert_int_equal(pairs.items[0].earlier, 0);
    assert_int_equal(pairs.items[1].later, 3);
    assert_int_equal(pairs.items[1].earlier, 1);
    VEC_RELEASE(&pairs);
}

enum { TEXTS = 600, WORDS = 9 };

static int words_in_common(const char *a, const char *b)
{
    int same = 0;
    for (int k = 0; k < WORDS; k++)
        same += memcmp(a + 8 * k, b + 8 * k, 7) == 0;
    return same;
}

/* Among many, each pair that a comparison of all with all finds. */
static void no_likeness_is_missed_among_many(void **state)
{
    (void)state;
    uint64_t seed = seed_start("likeness");
    char(*texts)[WORDS * 8] = calloc(TEXTS, sizeof *texts);
    const char *all[TEXTS];
    assert_non_null(texts);
    for (int i = 0; i < TEXTS; i++) {
        int copied = i > 0 && seed_below(&seed, 3) == 0 ? seed_below(&seed, i) : -1;
        for (int k = 0; k < WORDS; k++) {
            if (copied >= 0 && k != 4)
                memcpy(texts[i] + 8 * k, texts[copied] + 8 * k, 8);
            else
                snprintf(texts[i] + 8 * k, 8, "q%05dz", seed_below(&seed, 99999));
            texts[i][8 * k + 7] = k + 1 < WORDS ? ' ' : '\0';
        }
        all[i] = texts[i];
    }
    struct pairs pairs = pairs_of(all, TEXTS);
    bool later[TEXTS] = {false};
    size_t at = 0;
    for (size_t i = 0; i < TEXTS; i++) {
        int most = 0;
        later[i] = at < pairs.n && pairs.items[at].later == i;
        /* What is alike to an earlier one is not compared with. */
        for (size_t j = 0; j < i; j++) {
            int same = later[j] ? 0 : words_in_common(all[i], all[j]);
            most = same > most ? same : most;
        }
        if (later[i])
            assert_int_equal(most, words_in_common(all[i], all[pairs.items[at].earlier]));
        assert_int_equal(later[i], 100 * most >= LIKENESS_PERCENT * (2 * WORDS - most));
        at += later[i];
    }
    assert_int_equal(at, pairs.n);
    assert_in_range(pairs.n, TEXTS / 6, TEXTS / 2);
    VEC_RELEASE(&pairs);
    free(texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_taken_apart_into_words),
        cmocka_unit_test(words_know_their_place),
        cmocka_unit_test(plurals_lose_their_ending),
        cmocka_unit_test(patterns_find_what_they_say),
        cmocka_unit_test(what_is_no_pattern_is_refused),
        cmocka_unit_test(terms_are_found_as_people_write_them),
        cmocka_unit_test(many_terms_are_all_found),
        cmocka_unit_test(a_bank_explains_the_terms_that_others_explain),
        cmocka_unit_test(likeness_is_told_of_those_that_ask_the_same),
        cmocka_unit_test(no_likeness_is_missed_among_many),
    };
    return cmocka_run_group_tests_name("wording", tests, NULL, NULL);
}
