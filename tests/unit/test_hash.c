#include "support/unit.h"

#include <string.h>

#include "base/hash.h"
#include "base/vec.h"

static void assert_hex(struct hash h, const char *expected)
{
    char hex[HASH_HEX + 1];
    hash_hex(&h, hex);
    assert_string_equal(hex, expected);
}

/* The vectors of FIPS 180-4 as published by NIST. */
static void known_digests(void **state)
{
    (void)state;
    assert_hex(hash_of("", 0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_hex(hash_of("abc", 3),
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    struct hasher *h = hasher_new();
    for (int i = 0; i < 1000000; i++)
        hasher_bytes(h, "a", 1);
    assert_hex(hasher_end(h), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* Two fields as the bytes that the header promises. */
static void fields_carry_their_length(void **state)
{
    (void)state;
    static const char stream[] = "\0\0\0\0\0\0\0\2ab"
                                 "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"
                                 "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFE";
    struct hasher *h = hasher_new();
    hasher_field(h, "ab");
    hasher_field(h, NULL);
    hasher_number(h, -2);
    struct hash fields = hasher_end(h), bytes = hash_of(stream, sizeof stream - 1);
    assert_true(hash_same(&fields, &bytes));
}

static struct hash pair(const char *a, const char *b)
{
    struct hasher *h = hasher_new();
    hasher_field(h, a);
    hasher_field(h, b);
    return hasher_end(h);
}

static void no_two_records_are_the_same(void **state)
{
    (void)state;
    const struct hash hashes[] = {pair("ab", "c"), pair("a", "bc"),   pair("abc", ""),
                                  pair("", "abc"), pair(NULL, "abc"), pair("abc", NULL)};
    for (size_t i = 0; i < COUNT_OF(hashes); i++)
        for (size_t k = 0; k < COUNT_OF(hashes); k++)
            assert_int_equal(hash_same(&hashes[i], &hashes[k]), i == k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_digests),
        cmocka_unit_test(fields_carry_their_length),
        cmocka_unit_test(no_two_records_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
