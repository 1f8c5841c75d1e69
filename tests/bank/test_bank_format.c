/* The format is told three times: by the reader's tables, by bank.schema.json for editors, and by
 * slate-bank(5) for people. All three must name the same keys. */

#include "support/bank_reading.h"
#include "support/unit.h"

#include <jansson.h>
#include <string.h>

#include "bank/bank_schema.h"
#include "base/file.h"

static json_t *root;

static const json_t *resolve(const json_t *node)
{
    const json_t *items = json_object_get(node, "items"), *all = json_object_get(node, "allOf");
    if (items != NULL)
        node = items;
    else if (all != NULL)
        node = json_array_get(all, 0);
    const char *ref = json_string_value(json_object_get(node, "$ref"));
    if (ref == NULL)
        return node;
    assert_true(str_starts(ref, "#/definitions/"));
    return json_object_get(json_object_get(root, "definitions"), strrchr(ref, '/') + 1);
}

static bool lists(const json_t *array, const char *word)
{
    size_t i;
    json_t *item;
    json_array_foreach(array, i, item) if (strcmp(json_string_value(item), word) == 0) return true;
    return false;
}

static void compare(const struct schema *s, const json_t *node)
{
    const json_t *properties = json_object_get(node, "properties");
    const json_t *required = json_object_get(node, "required");
    if (json_object_size(properties) != s->n)
        fail_msg("%s: %zu keys in the table, %zu in the schema", s->what, s->n,
                 json_object_size(properties));
    for (size_t i = 0; i < s->n; i++) {
        const struct key *k = &s->keys[i];
        const json_t *value = json_object_get(properties, k->name);
        if (value == NULL || json_object_get(value, "title") == NULL ||
            json_object_get(value, "description") == NULL)
            fail_msg("%s: \"%s\" is not told", s->what, k->name);
        if ((k->flags & KEY_REQUIRED) && !lists(required, k->name))
            fail_msg("%s: \"%s\" is required", s->what, k->name);
        json_int_t max = json_integer_value(json_object_get(value, "maxItems")) +
                         json_integer_value(json_object_get(value, "maximum"));
        if (k->max > 0 && max != k->max)
            fail_msg("%s: \"%s\" has at most %d", s->what, k->name, k->max);
        if (k->inner != NULL)
            compare(k->inner, resolve(value));
    }
}

static void the_schema_names_what_the_reader_reads(void **state)
{
    (void)state;
    json_error_t error;
    root = json_load_file(SLATE_BANKS "/bank.schema.json", JSON_REJECT_DUPLICATES, &error);
    if (root == NULL)
        fail_msg("line %d: %s", error.line, error.text);
    compare(&bank_schema, root);
    json_decref(root);
}

static struct str read_manual(void)
{
    struct str manual = STR_INIT;
    struct err e = ERR_INIT;
    assert_done(file_read(SLATE_BANKS "/slate-bank.5", 1 << 20, &manual, NULL, &e), &e);
    return manual;
}

/* The manual between two of its headings. */
static struct str section(const struct str *manual, const char *heading)
{
    struct str text = STR_INIT, start = STR_INIT;
    str_addf(&start, "\n.Sh %s\n", heading);
    const char *from = strstr(manual->s, start.s);
    assert_non_null(from);
    const char *to = strstr(from + start.len - 1, "\n.Sh ");
    assert_non_null(to);
    str_addn(&text, from, (size_t)(to - from));
    str_release(&start);
    return text;
}

static bool is_told(const struct str *text, const char *name)
{
    size_t n = strlen(name);
    for (const char *p = text->s; (p = strstr(p, name)) != NULL; p += n)
        if (p[-1] == ' ' && (p[n] == '\n' || p[n] == ' '))
            return true;
    return false;
}

static void assert_told(const struct str *manual, const char *heading, const struct schema *s)
{
    struct str text = section(manual, heading);
    for (size_t i = 0; i < s->n; i++)
        if (!is_told(&text, s->keys[i].name))
            fail_msg("%s does not tell of \"%s\"", heading, s->keys[i].name);
    str_release(&text);
}

static const struct schema *inner(const struct schema *s, const char *name)
{
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->keys[i].name, name) == 0)
            return s->keys[i].inner;
    return NULL;
}

static void the_manual_names_what_the_reader_reads(void **state)
{
    (void)state;
    struct str manual = read_manual();
    const struct schema *levels = inner(&bank_schema, "levels"), *level = inner(levels, "mid");
    assert_told(&manual, "THE BANK", &bank_schema);
    assert_told(&manual, "THE BANK", levels);
    assert_told(&manual, "A LEVEL", level);
    assert_told(&manual, "A QUESTION", inner(level, "questions"));
    assert_told(&manual, "A FACT", inner(&bank_schema, "facts"));
    str_release(&manual);
}

static void the_example_of_the_manual_is_a_good_bank(void **state)
{
    (void)state;
    struct str manual = read_manual(), example = STR_INIT;
    const char *from = strstr(manual.s, ".Bd -literal\n") + strlen(".Bd -literal\n");
    str_addn(&example, from, (size_t)(strstr(from, ".Ed\n") - from));
    struct bank_reading r = bank_reading(example.s, example.len, "colorist");
    bank_reading_clean(&r);
    bank_reading_complete(&r.bank);
    bank_reading_release(&r);
    str_release(&example);
    str_release(&manual);
}

/* A test of the test's own bank: the other tests say that every key is read. */
static void the_bank_with_everything_has_every_key(void **state)
{
    (void)state;
    const struct schema *level = inner(inner(&bank_schema, "levels"), "senior");
    const struct schema *const tables[] = {&bank_schema, level, inner(level, "questions"),
                                           inner(&bank_schema, "facts")};
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (size_t i = 0; i < tables[t]->n; i++) {
            struct str name = STR_INIT;
            str_addf(&name, "%s:", tables[t]->keys[i].name);
            assert_non_null(strstr(bank_everything, name.s));
            str_release(&name);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_schema_names_what_the_reader_reads),
        cmocka_unit_test(the_manual_names_what_the_reader_reads),
        cmocka_unit_test(the_example_of_the_manual_is_a_good_bank),
        cmocka_unit_test(the_bank_with_everything_has_every_key),
    };
    return cmocka_run_group_tests_name("bank_format", tests, NULL, NULL);
}
