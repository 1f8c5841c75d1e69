/* Texts written as YAML: libyaml itself reads each of them again, byte for byte, wherever it stands
 * and in every style that is allowed for it. */

#include "support/unit.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "bank/scalar.h"
#include "base/utf8.h"
#include "base/vec.h"

/* Pieces that have a meaning somewhere in YAML, and some that have none. */
static const char *const pieces[] = {
    "a",      "word",
    " ",      "  ",
    "\n",     "\n\n",
    ": ",     ":",
    " #",     "#",
    "- ",     "-",
    "? ",     "?",
    "'",      "\"",
    "\\",     "{",
    "}",      "[",
    "]",      ",",
    "&a",     "*a",
    "!t",     "|",
    ">",      "%",
    "@",      "`",
    "---",    "...",
    "~",      "null",
    "yes",    "12:30",
    "1.5",    "2026-11",
    "0x1F",   "\t",
    "\r",     "\xC2\x85",
    "\u2028", "\u2029",
    "\uFEFF", "\u202E",
    "\u200F", "\x1b",
    "\x7f",   "é",
    "日本",   "\U0001F3AC",
    "\u00A0", "<<",
    "=",      "a longer run of words that fills a good part of one line, and then",
};

static void add_piece(struct str *out, uint64_t *seed)
{
    str_add(out, pieces[seed_below(seed, (int)COUNT_OF(pieces))]);
}

struct place {
    const char *what, *before, *after;
    struct scalar_spot spot;
    int nth; /* the text is this scalar of the file */
};

static const struct place places[] = {
    {"a value", "k: ", "\nl: end\n", {.column = 3, .indent = 2}, 1},
    {"an item", "k:\n    - ", "\n    - end\n", {.column = 6, .indent = 6}, 1},
    {"a deep item", "k:\n  - x:\n      - ", "\n    y: end\n", {.column = 8, .indent = 8}, 2},
    {"a name", "k:\n  ", ": end\n", {.column = 2, .indent = 4, .one_line = true}, 1},
    {"in brackets", "k: [", ", end]\n", {.column = 4, .indent = 2, .flow = true}, 1},
    {"in braces", "k: {n: ", ", m: end}\n", {.column = 7, .indent = 2, .flow = true}, 2},
};

/* The nth scalar of the file, and that what stands behind it still does. */
static bool reads(const struct str *file, const struct place *p, const struct str *text)
{
    yaml_parser_t parser;
    yaml_event_t event;
    bool found = false, ended = false, more = true;
    int nth = 0;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)file->s, file->len);
    while (more && yaml_parser_parse(&parser, &event)) {
        if (event.type == YAML_SCALAR_EVENT) {
            const char *s = (const char *)event.data.scalar.value;
            if (nth++ == p->nth)
                found = event.data.scalar.length == text->len && memcmp(s, text->s, text->len) == 0;
            ended = ended || (nth > p->nth + 1 && strcmp(s, "end") == 0);
        }
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return found && ended && !more;
}

static void write_and_read(const struct str *text, const struct place *p, enum scalar_style style,
                           const char *eol)
{
    struct str file = STR_INIT;
    struct scalar_spot spot = p->spot;
    spot.eol = eol;
    str_add(&file, p->before);
    scalar_add(&file, style, text->s, text->len, &spot);
    str_add(&file, p->after);
    if (!reads(&file, p, text))
        fail_msg("%s, style %d:\n%s\nis not read as\n%s", p->what, (int)style, file.s, text->s);
    str_release(&file);
}

static void try_everywhere(const struct str *text)
{
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        const struct scalar_spot *spot = &places[i].spot;
        enum scalar_style chosen = scalar_choose(text->s, text->len, spot);
        assert_true(scalar_can(chosen, text->s, text->len, spot));
        for (int style = SCALAR_PLAIN; style <= SCALAR_LITERAL; style++)
            if (scalar_can((enum scalar_style)style, text->s, text->len, spot)) {
                write_and_read(text, &places[i], (enum scalar_style)style, NULL);
                write_and_read(text, &places[i], (enum scalar_style)style, "\r\n");
            }
    }
}

static void any_text_is_read_again(void **state)
{
    (void)state;
    uint64_t seed = seed_start("any_text_is_read_again");
    int rounds = getenv("SLATE_LONG") != NULL ? 200000 : 1000;
    struct str text = STR_INIT;
    for (int i = 0; i < rounds; i++) {
        str_clear(&text);
        for (int n = seed_below(&seed, 7); n >= 0; n--)
            add_piece(&text, &seed);
        if (text.len < 900) /* libyaml takes no longer names */
            try_everywhere(&text);
    }
    str_release(&text);
}

static void every_character_is_read_again(void **state)
{
    (void)state;
    uint32_t step = getenv("SLATE_LONG") != NULL ? 1 : 61;
    struct str text = STR_INIT;
    for (uint32_t cp = 1; cp < 0x11000; cp += cp < 0x180 || (cp & ~0x7Fu) == 0x2000 ? 1 : step) {
        char bytes[4];
        if (cp >= 0xD800 && cp <= 0xDFFF)
            continue;
        str_set(&text, "a");
        str_addn(&text, bytes, utf8_put(cp, bytes));
        str_add(&text, "b");
        try_everywhere(&text);
        str_splice(&text, 0, 1, "", 0);
        try_everywhere(&text);
    }
    str_release(&text);
}

/* ---- the style of the house ---- */

static void assert_written(const char *text, const char *expected)
{
    struct str out = STR_INIT;
    struct scalar_spot spot = {.column = 10, .indent = 10};
    size_t n = strlen(text);
    scalar_add(&out, scalar_choose(text, n, &spot), text, n, &spot);
    assert_string_equal(out.s, expected);
    str_release(&out);
}

static void is_written_as_the_house_does(void **state)
{
    (void)state;
    assert_written("One master schedule, with a day for each",
                   "One master schedule, with a day for each");
    assert_written("Says why: the client", "\"Says why: the client\"");
    assert_written("\"It is great\", and no more", "'\"It is great\", and no more'");
    assert_written("'tis", "\"'tis\"");
    assert_written("\"That's it\"", "'\"That''s it\"'");
    assert_written("yes", "\"yes\"");
    assert_written("12:30", "\"12:30\"");
    assert_written("5.1", "\"5.1\"");
    assert_written("2-pop", "2-pop");
    assert_written("0-2 years", "0-2 years");
    assert_written("5+ years", "5+ years");
    assert_written("", "\"\"");
    assert_written("one\ntwo", "|-\n          one\n          two");
    assert_written("\u202Eright to left", "\"\\u202Eright to left\"");
    assert_written("Two of your shows slip in the same week, and both clients call before noon. "
                   "How do you keep both moving?",
                   ">-\n          Two of your shows slip in the same week, and both clients call "
                   "before\n          noon. How do you keep both moving?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_written_as_the_house_does),
        cmocka_unit_test(every_character_is_read_again),
        cmocka_unit_test(any_text_is_read_again),
    };
    return cmocka_run_group_tests_name("scalar", tests, NULL, NULL);
}
