#include "base/osc52.h"

#include <stdint.h>

#define SCREEN_PIECE 252 /* bytes that screen hands on at a time */

enum way { PLAIN, TMUX, SCREEN };

static bool env_starts(struct sys *sys, const char *name, const char *prefix)
{
    const char *value = sys->env(sys, name);
    return value != NULL && str_starts(value, prefix);
}

static enum way way_of(struct sys *sys)
{
    if (sys->env(sys, "TMUX") != NULL)
        return TMUX;
    return sys->env(sys, "STY") != NULL ? SCREEN : PLAIN;
}

/* RFC 4648, section 4. */
static void add_base64(struct str *out, const char *text, size_t n)
{
    static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < n; i += 3) {
        uint32_t three = (uint32_t)(unsigned char)text[i] << 16;
        if (i + 1 < n)
            three |= (uint32_t)(unsigned char)text[i + 1] << 8;
        if (i + 2 < n)
            three |= (unsigned char)text[i + 2];
        str_addc(out, signs[three >> 18]);
        str_addc(out, signs[three >> 12 & 63]);
        str_addc(out, i + 1 < n ? signs[three >> 6 & 63] : '=');
        str_addc(out, i + 2 < n ? signs[three & 63] : '=');
    }
}

/* In the wrapping of tmux every escape stands twice. The bare sequence goes first: tmux takes it
 * itself where set-clipboard is on, and hands the wrapped one on where allow-passthrough is. */
static void add_tmux(struct str *out, const struct str *bare)
{
    str_addn(out, bare->s, bare->len);
    str_add(out, "\x1bPtmux;\x1b");
    str_addn(out, bare->s, bare->len);
    str_add(out, "\x1b\\");
}

static void add_screen(struct str *out, const struct str *bare)
{
    for (size_t at = 0; at < bare->len; at += SCREEN_PIECE) {
        size_t left = bare->len - at;
        str_add(out, "\x1bP");
        str_addn(out, bare->s + at, left < SCREEN_PIECE ? left : SCREEN_PIECE);
        str_add(out, "\x1b\\");
    }
}

static void add_wrapped(struct str *out, const struct str *bare, enum way way)
{
    if (way == TMUX)
        add_tmux(out, bare);
    else if (way == SCREEN)
        add_screen(out, bare);
    else
        str_addn(out, bare->s, bare->len);
}

bool osc52_fits(const struct str *text, struct err *e)
{
    return text->len <= OSC52_MAX ||
           err_set(e, ERR_INPUT,
                   "this is %zu kB of text; a terminal's clipboard takes %d kB. Leave out the "
                   "notes, or save a file",
                   (text->len + 999) / 1000, OSC52_MAX / 1000);
}

bool osc52_add(struct str *out, const struct str *text, struct sys *sys, struct err *e)
{
    struct str bare = STR_INIT;
    if (!osc52_fits(text, e))
        return false;
    if (env_starts(sys, "TERM", "linux"))
        return err_set(e, ERR_INPUT, "this console has no clipboard: save a file");
    str_add(&bare, "\x1b]52;c;");
    add_base64(&bare, text->s, text->len);
    str_add(&bare, "\a"); /* one byte: in the wrapping of tmux nothing of it need stand twice */
    add_wrapped(out, &bare, way_of(sys));
    str_release(&bare);
    return true;
}

const char *osc52_hint(struct sys *sys)
{
    switch (way_of(sys)) {
    case TMUX:
        return "Nothing to paste? tmux needs \"set -g set-clipboard on\".";
    case SCREEN:
        return "Nothing to paste? The terminal around screen may not take it: save a file.";
    default:
        return "Nothing to paste? Then this terminal does not take it: save a file.";
    }
}
