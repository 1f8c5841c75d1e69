#include "support/drawn.h"

#include <locale.h>
#include <string.h>

void drawn_locale(void)
{
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
        fail_msg("there is no locale C.UTF-8 to reckon widths with");
}

static void assert_dump(const struct canvas *c, void (*dump)(const struct canvas *, struct str *),
                        const char *expected)
{
    struct str got = STR_INIT;
    dump(c, &got);
    bool same = strcmp(got.s, expected) == 0;
    if (!same)
        print_error("expected:\n%s\nbut drawn was:\n%s\n", expected, got.s);
    str_release(&got);
    assert_true(same);
}

void assert_drawn(const struct canvas *c, const char *expected)
{
    assert_dump(c, canvas_dump, expected);
}

void assert_roles(const struct canvas *c, const char *expected)
{
    assert_dump(c, canvas_dump_roles, expected);
}

void assert_cursor(const struct canvas *c, int row, int col)
{
    assert_true(c->cursor);
    assert_int_equal(c->cursor_row, row);
    assert_int_equal(c->cursor_col, col);
}

struct key key_named(const char *name)
{
    struct key k;
    if (!key_parse(name, &k))
        fail_msg("%s is no key", name);
    return k;
}

struct event pressed(const char *name)
{
    return (struct event){.kind = EVENT_KEY, .key = key_named(name)};
}

struct event pasted(const char *text)
{
    return (struct event){.kind = EVENT_PASTE, .text = text, .len = strlen(text)};
}
