#include "support/unit.h"

#include <string.h>

#include "base/path.h"
#include "base/uuid.h"
#include "base/vec.h"

static void homes_follow_xdg(void **state)
{
    (void)state;
    static const char *const all[] = {"XDG_DATA_HOME",
                                      "/d",
                                      "XDG_CONFIG_HOME",
                                      "/c/",
                                      "XDG_STATE_HOME",
                                      "/s",
                                      "HOME",
                                      "/h",
                                      NULL};
    static const char *const home[] = {"XDG_DATA_HOME", "",  "XDG_CONFIG_HOME", "rel/ative", "HOME",
                                       "/home/lea",     NULL};
    struct still_world world = {.environment = all};
    struct sys sys = still_sys(&world);
    struct str t = STR_INIT;
    struct err e = ERR_INIT;
    assert_done(path_home(&t, PATH_DATA, &sys, &e), &e);
    assert_str(&t, "/d/slate");
    assert_done(path_home(&t, PATH_CONFIG, &sys, &e), &e);
    assert_str(&t, "/c/slate");
    assert_done(path_home(&t, PATH_STATE, &sys, &e), &e);
    assert_str(&t, "/s/slate");
    world.environment = home;
    assert_done(path_home(&t, PATH_DATA, &sys, &e), &e);
    assert_str(&t, "/home/lea/.local/share/slate");
    assert_done(path_home(&t, PATH_CONFIG, &sys, &e), &e);
    assert_str(&t, "/home/lea/.config/slate");
    assert_done(path_home(&t, PATH_STATE, &sys, &e), &e);
    assert_str(&t, "/home/lea/.local/state/slate");
    str_release(&t);
}

static void without_a_home_it_says_so(void **state)
{
    (void)state;
    static const char *const relative[] = {"HOME", "lea", NULL};
    struct still_world world = {0};
    struct sys sys = still_sys(&world);
    struct str t = STR_INIT;
    struct err e = ERR_INIT;
    assert_false(path_home(&t, PATH_DATA, &sys, &e));
    assert_int_equal(e.kind, ERR_INPUT);
    assert_non_null(strstr(e.text, "HOME nor XDG_DATA_HOME"));
    world.environment = relative;
    assert_false(path_home(&t, PATH_DATA, &sys, &e));
    assert_string_equal(t.s, "");
}

static void takes_paths_apart(void **state)
{
    (void)state;
    static const struct {
        const char *path, *folder, *base, *stem;
    } rows[] = {
        {"/a/b.yaml", "/a", "b.yaml", "b"},
        {"b.yaml", ".", "b.yaml", "b"},
        {"/b", "/", "b", "b"},
        {"a/b.tar.gz", "a", "b.tar.gz", "b.tar"},
        {"a//b", "a", "b", "b"},
        {"//b", "/", "b", "b"},
        {"a/.hidden", "a", ".hidden", ".hidden"},
        {"a.d/b", "a.d", "b", "b"},
        {"a/", "a", "", ""},
        {"", ".", "", ""},
        {"a/b.", "a", "b.", "b"},
    };
    struct str t = STR_INIT;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        path_folder(&t, rows[i].path);
        assert_string_equal(t.s, rows[i].folder);
        assert_string_equal(path_base(rows[i].path), rows[i].base);
        str_clear(&t);
        path_stem(&t, rows[i].path);
        assert_string_equal(t.s, rows[i].stem);
        str_clear(&t);
    }
    str_release(&t);
}

static void joins_with_one_slash(void **state)
{
    (void)state;
    struct str t = STR_INIT;
    path_join(&t, "/a", "b");
    assert_str(&t, "/a/b");
    path_join(&t, "/a/", "b");
    assert_str(&t, "/a/b");
    path_join(&t, "", "b");
    assert_str(&t, "b");
    path_join(&t, "/", "b");
    assert_str(&t, "/b");
    str_release(&t);
}

/* The example of RFC 9562, A.6: 2022-02-22 14:22:22.00 UTC-5, its random bits set by hand. */
static void rfc_random(struct sys *sys, unsigned char *bytes, size_t n)
{
    static const unsigned char drawn[] = {0xFC, 0xC3, 0x18, 0xC4, 0xDC,
                                          0x0C, 0x0C, 0x07, 0x39, 0x8F};
    (void)sys;
    assert_int_equal(n, sizeof drawn);
    memcpy(bytes, drawn, n);
}

static void uuid_is_that_of_the_rfc(void **state)
{
    (void)state;
    struct still_world world = {.wall = INT64_C(1645557742000)};
    struct sys sys = still_sys(&world);
    char uuid[UUID_TEXT + 1];
    sys.random = rfc_random;
    uuid_new(&sys, uuid);
    assert_string_equal(uuid, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

static void uuids_have_their_version_and_differ(void **state)
{
    (void)state;
    struct sys sys = sys_real();
    char last[UUID_TEXT + 1] = "";
    for (int i = 0; i < 200; i++) {
        char uuid[UUID_TEXT + 1];
        uuid_new(&sys, uuid);
        assert_int_equal(strlen(uuid), UUID_TEXT);
        assert_int_equal(strspn(uuid, "0123456789abcdef-"), UUID_TEXT);
        assert_int_equal(uuid[14], '7');
        assert_non_null(strchr("89ab", uuid[19]));
        assert_string_not_equal(uuid, last);
        assert_true(strncmp(uuid, last, 13) >= 0); /* in the order of time */
        memcpy(last, uuid, sizeof uuid);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(homes_follow_xdg),
        cmocka_unit_test(without_a_home_it_says_so),
        cmocka_unit_test(takes_paths_apart),
        cmocka_unit_test(joins_with_one_slash),
        cmocka_unit_test(uuid_is_that_of_the_rfc),
        cmocka_unit_test(uuids_have_their_version_and_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
