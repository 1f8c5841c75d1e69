/* The key decoder: any bytes give the same events however they are cut, every key is one that has a
 * name, a paste is clean UTF-8, and nothing is left over. */

#include <stdlib.h>

#include "base/utf8.h"
#include "tui/decode.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_event(const struct event *ev)
{
    check(ev->kind == EVENT_KEY || ev->kind == EVENT_PASTE || ev->kind == EVENT_MOUSE);
    if (ev->kind == EVENT_KEY)
        check(ev->key.code > 0 && ev->key.code < K_LAST && ev->key.code != K_FIRST);
    if (ev->kind == EVENT_MOUSE)
        check(ev->key.code >= 1 && ev->key.code <= 5 && ev->rows >= 0 && ev->cols >= 0);
    if (ev->kind == EVENT_PASTE)
        for (size_t at = 0; at < ev->len;) {
            uint32_t cp;
            at += utf8_decode(ev->text + at, ev->len - at, &cp);
            check(!utf8_is_control(cp) && !utf8_is_bidi(cp));
        }
}

static void drain(struct decode *d, bool give_up, struct str *log)
{
    struct event ev;
    while (decode_next(d, give_up, &ev)) {
        check_event(&ev);
        str_addf(log, "%d %u %u %d %d ", (int)ev.kind, (unsigned)ev.key.code, (unsigned)ev.key.mods,
                 ev.rows, ev.cols);
        if (ev.kind == EVENT_PASTE)
            str_addn(log, ev.text, ev.len);
    }
}

/* Whatever was given up on, a paste too: a key by itself is a key again. */
static void check_late(struct decode *d, const char *bytes, size_t n)
{
    struct str log = STR_INIT;
    struct event ev;
    decode_feed(d, "q", 1);
    check(decode_next(d, false, &ev) && ev.kind == EVENT_KEY && ev.key.code == 'q');
    decode_feed(d, bytes, n);
    drain(d, true, &log);
    check(decode_patience(d) == 0);
    str_release(&log);
}

static void decode_cut(const char *bytes, size_t n, size_t size, struct str *log)
{
    struct decode d;
    decode_init(&d, NULL, 0);
    for (size_t at = 0; at < n; at += size) {
        decode_feed(&d, bytes + at, n - at < size ? n - at : size);
        drain(&d, false, log);
    }
    drain(&d, true, log);
    check(decode_patience(&d) == 0);
    check_late(&d, bytes, n);
    decode_release(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct str whole = STR_INIT, cut = STR_INIT;
    if (n == 0)
        return 0;
    decode_cut((const char *)bytes + 1, n - 1, n, &whole);
    decode_cut((const char *)bytes + 1, n - 1, (size_t)bytes[0] % 16 + 1, &cut);
    check(str_same(whole.s, cut.s));
    str_release(&whole);
    str_release(&cut);
    return 0;
}
