#include "bank/text_checks.h"

#include <string.h>

#include "base/utf8.h"

static bool is_plain(const struct events *ev)
{
    return ev->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

static void check_cut(struct events *ev)
{
    static const struct advice advice = {
        "comment", "Put the text in quotes if the rest belongs to it; else move the rest to a line "
                   "of its own."};
    size_t at = cursor_byte(&ev->file, &ev->event.end_mark), from = at;
    while (at < ev->file.n && (ev->file.bytes[at] == ' ' || ev->file.bytes[at] == '\t'))
        at++;
    if (at == ev->file.n || ev->file.bytes[at] != '#')
        return;
    struct place place = {(uint32_t)ev->event.end_mark.line + 1,
                          (uint32_t)(ev->event.end_mark.column + at - from) + 1};
    events_warn(ev, place, advice, "a blank and # end the text here; the rest is not read");
}

/* Only double quotes can smuggle in, as \0 or \e, what libyaml refuses in the file itself. */
static void check_control(struct events *ev)
{
    static const struct advice advice = {"control", "Take it out of the text."};
    const char *s = (const char *)ev->event.data.scalar.value;
    size_t n = ev->event.data.scalar.length;
    for (size_t at = 0; at < n;) {
        uint32_t cp;
        at += utf8_decode(s + at, n - at, &cp);
        if (!utf8_is_control(cp) || cp == '\r' || cp == 0x85)
            continue;
        events_error(ev, events_place(ev), advice, "the text holds a control character, number %u",
                     (unsigned)cp);
        return;
    }
}

/* A line of the text, behind its indentation, that begins with a dash. */
static bool is_dash(const char *s, size_t n)
{
    return n > 1 && s[0] == '-' && s[1] != '-' && s[1] != '\n' && s[1] != '\r';
}

static void check_joined(struct events *ev)
{
    static const struct advice advice = {
        "joined", "Indent the dash like the other dashes, with a blank behind it; or put the whole "
                  "text in quotes."};
    size_t at = cursor_byte(&ev->file, &ev->event.start_mark);
    size_t end = cursor_byte(&ev->file, &ev->event.end_mark);
    uint32_t line = (uint32_t)ev->event.start_mark.line + 1;
    for (const char *p; (p = memchr(ev->file.bytes + at, '\n', end - at)) != NULL;) {
        size_t from = (size_t)(p - ev->file.bytes) + 1;
        for (at = from; at < end && ev->file.bytes[at] == ' ';)
            at++;
        line++;
        if (at < end && is_dash(ev->file.bytes + at, end - at)) {
            events_warn(ev, (struct place){line, (uint32_t)(at - from) + 1}, advice,
                        "this line is read as part of the text above, its dash included");
            return;
        }
    }
}

void text_checks(struct events *ev, bool prose)
{
    if (ev->event.data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        check_control(ev);
    if (!is_plain(ev))
        return;
    if (ev->event.start_mark.line != ev->event.end_mark.line)
        check_joined(ev);
    if (prose && ev->has_cuts && ev->event.data.scalar.length > 0)
        check_cut(ev);
}

void text_checks_glued_dash(struct events *ev)
{
    static const struct advice advice = {"dash",
                                         "Put a blank behind the dash, or put the text in quotes."};
    const char *s = (const char *)ev->event.data.scalar.value;
    if (is_plain(ev) && is_dash(s, strlen(s)) && (s[1] < '0' || s[1] > '9'))
        events_warn(ev, events_place(ev), advice,
                    "this is read as one text and not as entries of a list");
}
