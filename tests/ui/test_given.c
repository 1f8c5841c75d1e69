#include "support/desk.h"

#include <string.h>

#include "screens/open.h"

/* The form as `slate run` opens it, with what was given on the command line. */

static struct screen *open_with(struct desk *d, const char *bank, struct err *e)
{
    struct new_given given = {.candidate = "Ada Moreau", .bank = bank};
    return new_given_open(&d->app, &given, e);
}

static void draw(struct screen *s, struct str *out)
{
    struct canvas c;
    struct event size = {.kind = EVENT_RESIZE, .rows = 24, .cols = 400};
    canvas_init(&c, 24, 400);
    s->ops->handle(s->state, &size);
    s->ops->draw(s->state, &c);
    canvas_dump(&c, out);
    canvas_release(&c);
}

/* Not the bank of last time instead, which would be asked without a word. */
static void a_bank_is_given_by_its_path(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct str screen = STR_INIT;
    desk_make(&d);
    struct screen *s = open_with(&d, SLATE_BANKS "/editor.yaml", &e);
    assert_non_null(s);
    draw(s, &screen);
    assert_non_null(strstr(screen.s, "\xE2\x97\x8F " SLATE_BANKS "/editor.yaml"));
    assert_non_null(strstr(screen.s, "Ada Moreau"));
    screen_close(s);
    str_release(&screen);
    desk_remove(&d);
}

static void one_with_errors_is_refused(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    desk_make(&d);
    assert_null(open_with(&d, SLATE_TESTS "/ui/banks/broken.yaml", &e));
    assert_non_null(strstr(e.text, "has errors"));
    e = (struct err)ERR_INIT;
    assert_null(open_with(&d, "nowhere", &e));
    assert_int_equal(e.kind, ERR_MISSING);
    desk_remove(&d);
}

/* The form tells its choices apart by what it shows: of two with one title the first would be asked
 * whichever was meant. */
static void banks_with_one_title_are_told_apart(void **state)
{
    (void)state;
    static const char name[] = "bank: runner\n";
    struct desk d;
    struct err e = ERR_INIT;
    struct str bytes = STR_INIT, screen = STR_INIT;
    desk_make(&d);
    desk_read("runner.yaml", &bytes);
    char *at = strstr(bytes.s, name);
    assert_non_null(at);
    str_splice(&bytes, (size_t)(at - bytes.s), strlen(name), "bank: night-runner\n", 19);
    desk_write_bank(&d, "night-runner.yaml", bytes.s, bytes.len);
    struct screen *s = open_with(&d, "runner", &e);
    assert_done(s != NULL, &e);
    draw(s, &screen);
    assert_non_null(strstr(screen.s, "\xE2\x97\x8B Runner (night-runner)"));
    assert_non_null(strstr(screen.s, "\xE2\x97\x8F Runner (runner)"));
    screen_close(s);
    str_release(&bytes);
    str_release(&screen);
    desk_remove(&d);
}

/* One record for one person: whose record it is cannot be told from the name alone. */
static void it_starts_at_once_unless_the_name_is_known(void **state)
{
    (void)state;
    struct desk d;
    struct err e = ERR_INIT;
    struct new_given given = {.candidate = "Ada Moreau", .bank = "runner", .level = "mid"};
    desk_make(&d);
    struct screen *first = new_given_open(&d.app, &given, &e);
    assert_done(first != NULL, &e);
    assert_string_equal(first->ops->name, "steps");
    screen_close(first);
    given.candidate = "ada moreau";
    struct screen *second = new_given_open(&d.app, &given, &e);
    assert_done(second != NULL, &e);
    assert_string_equal(second->ops->name, "new interview");
    screen_close(second);
    given.level = "middle";
    assert_null(new_given_open(&d.app, &given, &e));
    assert_int_equal(e.kind, ERR_USAGE);
    desk_remove(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bank_is_given_by_its_path),
        cmocka_unit_test(one_with_errors_is_refused),
        cmocka_unit_test(banks_with_one_title_are_told_apart),
        cmocka_unit_test(it_starts_at_once_unless_the_name_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
