#include "support/unit.h"

#include <string.h>

#include "app/outside.h"

/* EDITOR and VISUAL as the test sets them, nothing on the PATH. */
struct world {
    const char *visual, *editor, *path;
};

static const char *env(struct sys *sys, const char *name)
{
    const struct world *w = sys->data;
    return strcmp(name, "VISUAL") == 0   ? w->visual
           : strcmp(name, "EDITOR") == 0 ? w->editor
           : strcmp(name, "PATH") == 0   ? w->path
                                         : NULL;
}

/* The words that would be run, each in brackets; or the message. */
static void expect(struct world w, const char *file, uint32_t line, const char *words)
{
    struct app app = {.sys = {.env = env, .data = &w}};
    struct proc_words got = {0};
    struct str text = STR_INIT;
    struct err e = ERR_INIT;
    if (!outside_editor(&app, file, line, &got, &e))
        str_add(&text, e.text);
    for (size_t i = 0; i < got.n; i++)
        str_addf(&text, "[%s]", got.items[i]);
    assert_string_equal(text.s, words);
    str_release(&text);
    proc_words_release(&got);
}

static void the_line_is_given_as_each_editor_takes_it(void **state)
{
    (void)state;
    expect((struct world){.editor = "vim"}, "a.yaml", 12, "[vim][+12][a.yaml]");
    expect((struct world){.editor = "/usr/bin/nano -w"}, "a.yaml", 3,
           "[/usr/bin/nano][-w][+3][a.yaml]");
    expect((struct world){.editor = "hx"}, "a.yaml", 3, "[hx][a.yaml:3]");
    expect((struct world){.editor = "code --wait"}, "a.yaml", 3,
           "[code][--wait][--goto][a.yaml:3]");
    expect((struct world){.editor = "ed"}, "a.yaml", 3, "[ed][a.yaml]");
    expect((struct world){.editor = "vim"}, "a.yaml", 0, "[vim][a.yaml]");
}

static void a_file_name_is_one_argument(void **state)
{
    (void)state;
    expect((struct world){.editor = "vim"}, "my bank; rm -rf ~.yaml", 0,
           "[vim][my bank; rm -rf ~.yaml]");
}

static void visual_goes_before_editor_and_both_before_what_is_found(void **state)
{
    (void)state;
    expect((struct world){"hx", "vim", "/bin"}, "a", 0, "[hx][a]");
    expect((struct world){" ", "vim", "/bin"}, "a", 0, "[vim][a]");
    expect((struct world){.path = "/nowhere"}, "a", 0,
           "there is no editor here: set EDITOR to the one you like, such as EDITOR=nano, or "
           "install nano");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_is_given_as_each_editor_takes_it),
        cmocka_unit_test(a_file_name_is_one_argument),
        cmocka_unit_test(visual_goes_before_editor_and_both_before_what_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
