#include "support/unit.h"

#include "base/json.h"

static void writes_objects_in_order(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    struct json *o = json_object_new();
    json_text(o, "zebra", "Léa \"said\"\n\x1B");
    json_int(o, "score", INT64_C(-9007199254740993));
    json_bool(o, "blind", true);
    json_null_in(o, "bank");
    json_text(o, "note", NULL);
    struct json *list = json_array_in(o, "answers");
    json_int(list, NULL, 3);
    json_text(json_object_in(list, NULL), "id", "juggling");
    json_array_in(list, NULL);
    json_object_in(o, "empty");
    json_dump(o, &t);
    json_release(o);
    assert_str(&t, "{\n"
                   "  \"zebra\": \"Léa \\\"said\\\"\\n\\u001B\",\n"
                   "  \"score\": -9007199254740993,\n"
                   "  \"blind\": true,\n"
                   "  \"bank\": null,\n"
                   "  \"note\": null,\n"
                   "  \"answers\": [\n"
                   "    3,\n"
                   "    {\n"
                   "      \"id\": \"juggling\"\n"
                   "    },\n"
                   "    []\n"
                   "  ],\n"
                   "  \"empty\": {}\n"
                   "}\n");
    str_release(&t);
}

static void broken_text_is_cleaned(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    struct json *list = json_array_new();
    json_text(list, NULL,
              "a\xFF"
              "b");
    json_dump(list, &t);
    json_release(list);
    assert_str(&t, "[\n  \"a\xEF\xBF\xBD"
                   "b\"\n]\n");
    str_release(&t);
}

static void a_key_twice_is_the_last(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    struct json *o = json_object_new();
    json_int(o, "a", 1);
    json_int(o, "a", 2);
    json_dump(o, &t);
    json_release(o);
    assert_str(&t, "{\n  \"a\": 2\n}\n");
    str_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_objects_in_order),
        cmocka_unit_test(broken_text_is_cleaned),
        cmocka_unit_test(a_key_twice_is_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
