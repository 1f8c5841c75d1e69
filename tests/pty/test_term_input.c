/* What comes in from the real terminal: keys, pastes, signals, its end. */

#include "support/unit.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "base/vec.h"
#include "support/echo.h"

static void keys_arrive_by_name(void **state)
{
    static const char *const sent[][2] = {
        {"a", "key a"},          {"\x1b[A", "key Up"},
        {"\x1bOB", "key Down"},  {"\x1b[1;5C", "key Ctrl-Right"},
        {"\x1b[H", "key Home"},  {"\x1b[4~", "key End"},
        {"\x1b[3~", "key Del"},  {"\x7f", "key Backspace"},
        {"\b", "key Backspace"}, {"\x1b[Z", "key Shift-Tab"},
        {"\t", "key Tab"},       {"\r", "key Enter"},
        {"\x1bx", "key Alt-x"},  {"\x1b", "key Esc"},
        {"\x03", "key Ctrl-C"},  {"\x1a", "key Ctrl-Z"},
        {"\x13", "key Ctrl-S"},  {"\x11", "key Ctrl-Q"},
        {"\x1c", "key Ctrl-\\"}, {"\x16", "key Ctrl-V"},
        {"\x0f", "key Ctrl-O"},  {"\x1bOP", "key F1"},
        {"\x1b[24~", "key F12"}, {"é", "key é"},
        {"日", "key 日"},        {"\x1b[<0;3;2M", "mouse 1 at 1,2"},
        {" ", "key Space"},
    };
    struct pty *p = echo_start(NULL);
    (void)state;
    for (size_t i = 0; i < COUNT_OF(sent); i++) {
        char want[64];
        pty_send(p, sent[i][0]);
        snprintf(want, sizeof want, "%zu %s\n", i + 1, sent[i][1]);
        assert_shows(p, want);
    }
    echo_finish(p);
}

static void an_unknown_sequence_is_no_key(void **state)
{
    struct pty *p = echo_start(NULL);
    (void)state;
    pty_send(p, "\x1b[99;5~\x1b[?62;1;4c\x1b[12345yx");
    assert_shows(p, "1 key x\n");
    echo_finish(p);
}

static void input_split_anywhere(void **state)
{
    struct pty *p = echo_start(NULL);
    (void)state;
    pty_send(p, "a\xE6"); /* the program has read what stands before "a" is shown */
    assert_shows(p, "1 key a\n");
    pty_send(p, "\x97");
    pty_send(p, "\xA5");
    assert_shows(p, "2 key 日\n");
    pty_send(p, "b\x1b[1;");
    assert_shows(p, "3 key b\n");
    pty_send(p, "5D");
    assert_shows(p, "4 key Ctrl-Left\n");
    echo_finish(p);
}

static void a_paste_is_text(void **state)
{
    struct pty *p = echo_start(NULL);
    (void)state;
    assert_true(pty_wait_bytes(p, "\x1b[?2004h", PTY_PATIENCE));
    pty_send(p, "\x1b[200~q\r\nb\rc\n\x03\x1b[A\xff\x1b[201~");
    assert_shows(p, "1 paste 17 q|b|c|␃␛[A\xEF\xBF\xBD\n");
    pty_send(p, "a");
    assert_shows(p, "2 key a\n");
    pty_send(p, "\x1b[200~split");
    pty_send(p, " in two\x1b[20");
    pty_send(p, "1~");
    assert_shows(p, "3 paste 12 split in two\n");
    echo_finish(p);
}

static void signals_ask_to_leave(void **state)
{
    static const int sigs[] = {SIGTERM, SIGHUP, SIGINT};
    struct pty *p = echo_start(NULL);
    (void)state;
    for (size_t i = 0; i < COUNT_OF(sigs); i++) {
        char want[32];
        pty_kill(p, sigs[i]);
        snprintf(want, sizeof want, "%zu terminate\n", i * 2 + 1);
        assert_shows(p, want);
        pty_send(p, "a"); /* it goes on until it wants to leave */
        snprintf(want, sizeof want, "%zu key a\n", i * 2 + 2);
        assert_shows(p, want);
    }
    echo_finish(p);
}

static void the_terminal_goes_away(void **state)
{
    struct pty *p = echo_start(NULL);
    int status;
    (void)state;
    pty_hang_up(p);
    pty_wait_end(p, &status, PTY_PATIENCE);
    assert_true(WIFEXITED(status)); /* no SIGPIPE, no SIGHUP: it had its event and left by itself */
    assert_int_equal(WEXITSTATUS(status), ECHO_NO_MORE);
    pty_close(p);
}

/* poll(2) lets no signal through while there is input: the terminal must see to it itself. */
static void a_flood_of_input_does_not_hold_a_signal_off(void **state)
{
    struct pty *p = echo_start(NULL);
    int rounds = 0;
    (void)state;
    pty_kill(p, SIGTERM);
    while (!pty_wait_text(p, "asked to leave\n", 0) && rounds++ < 100000)
        pty_send(p, "aaaaaaaa");
    assert_shows(p, "asked to leave\n");
    echo_finish(p);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_arrive_by_name),
        cmocka_unit_test(an_unknown_sequence_is_no_key),
        cmocka_unit_test(input_split_anywhere),
        cmocka_unit_test(a_paste_is_text),
        cmocka_unit_test(signals_ask_to_leave),
        cmocka_unit_test(the_terminal_goes_away),
        cmocka_unit_test(a_flood_of_input_does_not_hold_a_signal_off),
    };
    int status = echo_main(argc, argv);
    if (status != ECHO_NOT)
        return status;
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
