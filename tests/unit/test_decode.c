#include "support/unit.h"

#include <string.h>

#include "base/vec.h"
#include "tui/decode.h"

/* What the terminal says that it sends: one that nobody else knows, one that others use otherwise.
 */
static const struct decode_name names[] = {
    {"\x1b[11^~", {K_F1, 0}},
    {"\x1b[M", {K_F1, 0}},
    {"\x1b[25~", {K_F1 + 1, 0}},
};

static void add_event(struct str *out, const struct event *ev)
{
    if (out->len > 0)
        str_addc(out, ' ');
    if (ev->kind == EVENT_KEY)
        key_add_name(out, ev->key);
    else if (ev->kind == EVENT_PASTE)
        str_addf(out, "<%s>", ev->text);
    else
        str_addf(out, "button%u@%d,%d", (unsigned)ev->key.code, ev->rows, ev->cols);
}

static void drain(struct decode *d, bool give_up, struct str *out)
{
    struct event ev;
    while (decode_next(d, give_up, &ev))
        add_event(out, &ev);
}

/* Feeds the bytes at once, and then again cut at every place: the events are the same. */
static void becomes_n(const char *bytes, size_t n, const char *want)
{
    for (size_t cut = 0; cut <= n; cut++) {
        struct str got = STR_INIT;
        struct decode d;
        decode_init(&d, NULL, 0);
        decode_feed(&d, bytes, cut);
        drain(&d, false, &got);
        decode_feed(&d, bytes + cut, n - cut);
        drain(&d, false, &got);
        drain(&d, true, &got);
        assert_string_equal(got.s, want);
        assert_int_equal(decode_patience(&d), 0);
        decode_release(&d);
        str_release(&got);
    }
}

static void becomes(const char *bytes, const char *want)
{
    becomes_n(bytes, strlen(bytes), want);
}

static void plain_keys(void **state)
{
    (void)state;
    becomes("aZ5 é日😀", "a Z 5 Space é 日 😀");
    becomes("\r\n\t\x7f\b", "Enter Enter Tab Backspace Backspace");
    becomes("\x01\x1a\x1c\x1d\x1e\x1f", "Ctrl-A Ctrl-Z Ctrl-\\ Ctrl-] Ctrl-^ Ctrl-_");
    becomes_n("\0a", 2, "Ctrl-Space a");
}

static void sequences_of_every_kind(void **state)
{
    (void)state;
    becomes("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", "Up Down Right Left Home End");
    becomes("\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF", "Up Down Right Left Home End");
    becomes("\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~",
            "Home Ins Del End PgUp PgDn Home End");
    becomes("\x1b[Z", "Shift-Tab");
    becomes(
        "\x1bOP\x1bOQ\x1bOR\x1bOS\x1b[15~\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~\x1b[23~\x1b[24~",
        "F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12");
    becomes("\x1b[[A\x1b[[E", "F1 F5");                 /* linux */
    becomes("\x1b[11~\x1b[14~", "F1 F4");               /* rxvt */
    becomes("\x1bOM\x1bOp\x1bOy\x1bOk", "Enter 0 9 +"); /* number pad */
}

static void modifiers(void **state)
{
    (void)state;
    becomes("\x1b[1;2A\x1b[1;3B\x1b[1;5C\x1b[1;6D\x1b[1;9H",
            "Shift-Up Alt-Down Ctrl-Right Ctrl-Shift-Left Alt-Home");
    becomes("\x1b[3;5~\x1b[1;2P", "Ctrl-Del Shift-F1");
    becomes("\x1b[a\x1bOa\x1b[3^\x1b[3$\x1b[3@",
            "Shift-Up Ctrl-Up Ctrl-Del Shift-Del Ctrl-Shift-Del");
    becomes("\x1b[27;5;105~\x1b[105;5u\x1b[13;2u\x1b[9;5u", "Ctrl-I Ctrl-I Shift-Enter Ctrl-Tab");
    becomes("\x1b[1;5:1C", "Ctrl-Right");
}

static void alt(void **state)
{
    (void)state;
    becomes("\x1bx\x1bX\x1bé\x1b\r\x1b\x7f", "Alt-x Alt-X Alt-é Alt-Enter Alt-Backspace");
    becomes("\x1b\x1b[A\x1b\x1bOB", "Alt-Up Alt-Down");
    becomes("\x1b\x1bx", "Esc Alt-x");
    becomes("\x1b\x01", "Ctrl-Alt-A");
}

static void what_is_unknown_is_swallowed_whole(void **state)
{
    (void)state;
    becomes("\x1b[99;5~a", "a");
    becomes("\x1b[?62;1;4ca", "a");
    becomes("\x1b[>0;276;0ca", "a");
    becomes("\x1b[Ia\x1b[Ob", "a b"); /* focus */
    becomes("\x1b[1;2;3;4;5;6;7;8;9;10ya", "a");
    becomes("\x1b[99999999999999999999~a", "a");
    becomes("\x1b[?2004;1$ya", "a");
    becomes("\x1b[201~a", "a"); /* the end of a paste that never began */
    becomes("\x1b[1114120ua", "a");
    becomes("\x1b[ua", "a");
    becomes("\x1b[[Za", "a");
    becomes("\x1bOza", "a");
}

static void a_broken_sequence_ends_where_the_next_begins(void **state)
{
    (void)state;
    becomes("\x1b[1;\x1b[A", "Up");
    becomes("\x1b[1;5\ra", "Enter a");
    becomes("\x1bO\x1b[A", "Up");
    becomes("\x1b[5é", "é");
}

static void bytes_that_are_no_utf8(void **state)
{
    (void)state;
    becomes("\xff"
            "a",
            "\xEF\xBF\xBD a");
    becomes("\xc3"
            "a",
            "\xEF\xBF\xBD a");
    becomes("\xe6\x97", "\xEF\xBF\xBD \xEF\xBF\xBD");
    becomes("\xed\xa0\x80"
            "a",
            "\xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD a");
}

static void pastes(void **state)
{
    (void)state;
    becomes("\x1b[200~one\r\ntwo\rthree\nfour\x1b[201~q", "<one\ntwo\nthree\nfour> q");
    becomes("\x1b[200~\x1b[201~", "<>");
    becomes("\x1b[200~a\tb\x1b[A\x07\xff\x1b[201~", "<a\tb␛[A␇\xEF\xBF\xBD>");
    becomes("\x1b[200~\x1b[200~x\x1b[201~y", "<␛[200~x> y");
    becomes("\x1b[200~x\x1b[201", "<x␛[201>"); /* the input ended */
}

static void a_huge_paste_is_cut(void **state)
{
    struct decode d;
    struct event ev;
    struct str bytes = STR_INIT;
    (void)state;
    str_add(&bytes, "\x1b[200~");
    for (size_t i = 0; i < DECODE_PASTE_MAX / 8 + 1000; i++)
        str_add(&bytes, "12345678");
    str_add(&bytes, "\x1b[201~x");
    decode_init(&d, NULL, 0);
    for (size_t at = 0; at < bytes.len; at += 4096) {
        assert_false(decode_next(&d, false, &ev));
        decode_feed(&d, bytes.s + at, bytes.len - at < 4096 ? bytes.len - at : 4096);
    }
    assert_true(decode_next(&d, false, &ev) && ev.kind == EVENT_PASTE);
    assert_int_equal(ev.len, DECODE_PASTE_MAX);
    assert_true(decode_next(&d, false, &ev) && key_is(ev.key, 'x', 0));
    decode_release(&d);
    str_release(&bytes);
}

static void the_mouse(void **state)
{
    (void)state;
    becomes("\x1b[<0;1;1M\x1b[<0;1;1m", "button1@0,0");
    becomes("\x1b[<2;80;24M\x1b[<64;5;6M\x1b[<65;5;6M", "button3@23,79 button4@5,4 button5@5,4");
    becomes("\x1b[<35;5;6M\x1b[<0;0;0M\x1b[<0M\x1b[<99999999999;1;1Ma", "a");
    becomes("\x1b[M !!a", "a"); /* reported as of old */
}

static void names_of_the_terminal_go_first(void **state)
{
    struct str got = STR_INIT;
    struct decode d;
    (void)state;
    decode_init(&d, names, COUNT_OF(names));
    decode_feed(&d, "\x1b[11^~\x1b[M\x1b[25~\x1b[11", 18);
    drain(&d, false, &got);
    assert_str(&got, "F1 F1 F2");
    decode_feed(&d, "~", 1);
    drain(&d, false, &got);
    assert_str(&got, "F1");
    decode_release(&d);
    str_release(&got);
}

static void patience_after(const char *bytes, int want, const char *given_up)
{
    struct str got = STR_INIT;
    struct decode d;
    decode_init(&d, NULL, 0);
    decode_feed(&d, bytes, strlen(bytes));
    drain(&d, false, &got);
    assert_string_equal(got.s, "");
    assert_int_equal(decode_patience(&d), want);
    drain(&d, true, &got);
    assert_string_equal(got.s, given_up);
    assert_int_equal(decode_patience(&d), 0);
    decode_release(&d);
    str_release(&got);
}

static void patience(void **state)
{
    (void)state;
    patience_after("", 0, "");
    patience_after("\x1b", DECODE_ESC_MS, "Esc");
    patience_after("\x1b\x1b", DECODE_ESC_MS, "Esc Esc");
    patience_after("\x1b[", DECODE_REST_MS, "Alt-[");
    patience_after("\x1bO", DECODE_REST_MS, "Alt-O");
    patience_after("\x1b[1;5", DECODE_REST_MS, "");
    patience_after("\xe6\x97", DECODE_REST_MS, "\xEF\xBF\xBD \xEF\xBF\xBD");
    patience_after("\x1b\xc3", DECODE_REST_MS, "");
    patience_after("\x1b[200~text", DECODE_PASTE_MS, "<text>");
}

/* Fed, given up, fed again. */
static void late(const char *first, const char *then, const char *want)
{
    struct str got = STR_INIT;
    struct decode d;
    decode_init(&d, NULL, 0);
    decode_feed(&d, first, strlen(first));
    drain(&d, true, &got);
    decode_feed(&d, then, strlen(then));
    drain(&d, false, &got);
    drain(&d, true, &got);
    assert_string_equal(got.s, want);
    decode_release(&d);
    str_release(&got);
}

/* The mark behind a paste was lost: keys are keys again. The connection had only stalled: what was
 * pasted does not score. */
static void a_paste_without_an_end(void **state)
{
    (void)state;
    late("\x1b[200~text", "q", "<text> q");
    late("\x1b[200~text", "\x1b[B", "<text> Down");
    late("\x1b[200~text", "\x1b[201~", "<text>");
    late("\x1b[200~1, 2", ", 3\x1b[201~", "<1, 2> <, 3>");
    late("\x1b[200~1, 2", ", 3 and all that follows", "<1, 2> <, 3 and all that follows>");
    late("\x1b[200~a\x1b[200", "~b", "<a␛[200> ~ b");
}

/* Whatever comes: every byte is used up, no key is out of range, text is UTF-8. */
static void random_bytes(void **state)
{
    static const char alphabet[] = "\x1b\x1b\x1b[[[O;;~<>?$:0123459AMZmu\r\x03\xc3\xa9\xe6\x97\xa5"
                                   "ab";
    uint64_t seed = seed_start("random bytes");
    (void)state;
    for (int round = 0; round < 20000; round++) {
        char bytes[24];
        struct decode d;
        struct event ev;
        int n = seed_below(&seed, (int)sizeof bytes);
        for (int i = 0; i < n; i++)
            bytes[i] = alphabet[seed_below(&seed, (int)sizeof alphabet - 1)];
        decode_init(&d, round % 2 == 0 ? names : NULL, round % 2 == 0 ? COUNT_OF(names) : 0);
        decode_feed(&d, bytes, (size_t)n);
        while (decode_next(&d, false, &ev) || decode_next(&d, true, &ev))
            assert_true(ev.kind != EVENT_KEY || (ev.key.code > 0 && ev.key.code < K_LAST));
        assert_int_equal(d.at, d.bytes.len);
        decode_release(&d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_keys),
        cmocka_unit_test(sequences_of_every_kind),
        cmocka_unit_test(modifiers),
        cmocka_unit_test(alt),
        cmocka_unit_test(what_is_unknown_is_swallowed_whole),
        cmocka_unit_test(a_broken_sequence_ends_where_the_next_begins),
        cmocka_unit_test(bytes_that_are_no_utf8),
        cmocka_unit_test(pastes),
        cmocka_unit_test(a_huge_paste_is_cut),
        cmocka_unit_test(the_mouse),
        cmocka_unit_test(names_of_the_terminal_go_first),
        cmocka_unit_test(patience),
        cmocka_unit_test(a_paste_without_an_end),
        cmocka_unit_test(random_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
