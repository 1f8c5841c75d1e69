#include "base/osc52.h"

#include <string.h>

#include "support/unit.h"

/* Environments as pairs, as a still world takes them. */
static struct still_world world;

static struct sys terminal(const char *const *environment)
{
    world = (struct still_world){.environment = environment};
    return still_sys(&world);
}

static void sends(const char *const *environment, const char *text, const char *expected)
{
    struct str in = STR_INIT, out = STR_INIT;
    struct err e = ERR_INIT;
    struct sys sys = terminal(environment);
    str_add(&in, text);
    assert_done(osc52_add(&out, &in, &sys, &e), &e);
    assert_string_equal(out.s, expected);
    str_release(&in);
    str_release(&out);
}

static const char *const xterm[] = {"TERM", "xterm-256color", NULL};

/* The vectors of RFC 4648, section 10. */
static void text_goes_as_base64(void **state)
{
    (void)state;
    sends(xterm, "", "\x1b]52;c;\a");
    sends(xterm, "f", "\x1b]52;c;Zg==\a");
    sends(xterm, "fo", "\x1b]52;c;Zm8=\a");
    sends(xterm, "foo", "\x1b]52;c;Zm9v\a");
    sends(xterm, "foobar", "\x1b]52;c;Zm9vYmFy\a");
}

static void nothing_in_it_ends_the_sequence(void **state)
{
    (void)state;
    sends(xterm, "\a\x1b\\\x9c\x1b[31m", "\x1b]52;c;BxtcnBtbMzFt\a");
}

static void tmux_and_screen_hand_it_on(void **state)
{
    static const char *const tmux[] = {"TERM", "screen", "TMUX", "/tmp/tmux-0/default,1,0", NULL};
    static const char *const screen[] = {"TERM", "screen", "STY", "1.pts-0.host", NULL};
    struct str in = STR_INIT, out = STR_INIT;
    struct err e = ERR_INIT;
    (void)state;
    sends(tmux, "foo", "\x1b]52;c;Zm9v\a\x1bPtmux;\x1b\x1b]52;c;Zm9v\a\x1b\\");
    sends(screen, "foo", "\x1bP\x1b]52;c;Zm9v\a\x1b\\");
    struct sys sys = terminal(screen);
    str_repeat(&in, "a", 300);
    assert_done(osc52_add(&out, &in, &sys, &e), &e);
    int pieces = 0;
    for (const char *at = out.s; (at = strstr(at, "\x1bP")) != NULL; at++)
        pieces++;
    assert_int_equal(pieces, 2);
    str_release(&in);
    str_release(&out);
}

static void what_cannot_be_copied_is_said(void **state)
{
    static const char *const console[] = {"TERM", "linux", NULL};
    struct str in = STR_INIT, out = STR_INIT;
    struct err e = ERR_INIT;
    struct sys sys = terminal(xterm);
    (void)state;
    str_repeat(&in, "x", OSC52_MAX);
    assert_done(osc52_add(&out, &in, &sys, &e), &e);
    assert_int_equal(out.len, 100000);
    str_clear(&out);
    str_addc(&in, 'x');
    assert_false(osc52_add(&out, &in, &sys, &e));
    assert_string_equal(e.text, "this is 75 kB of text; a terminal's clipboard takes 74 kB. Leave "
                                "out the notes, or save a file");
    assert_int_equal(out.len, 0);
    sys = terminal(console);
    str_set(&in, "foo");
    assert_false(osc52_add(&out, &in, &sys, &e));
    assert_non_null(strstr(e.text, "no clipboard"));
    str_release(&in);
    str_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_goes_as_base64),
        cmocka_unit_test(nothing_in_it_ends_the_sequence),
        cmocka_unit_test(tmux_and_screen_hand_it_on),
        cmocka_unit_test(what_cannot_be_copied_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
