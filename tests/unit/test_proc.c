#include "support/unit.h"

#include <signal.h>
#include <stdlib.h>

#include "base/proc.h"

static int run(const char *line, const char *argument, struct err *e)
{
    struct proc_words words = {0};
    int status = -1;
    proc_split(&words, line);
    if (argument)
        proc_word(&words, argument);
    if (!proc_run(&words, &status, e))
        status = -1;
    proc_words_release(&words);
    return status;
}

static void splits_at_blanks_only(void **state)
{
    (void)state;
    struct proc_words words = {0};
    proc_split(&words, "  code\t--wait  'a ");
    proc_word(&words, "my file; rm -rf ~.yaml");
    assert_int_equal(words.n, 4);
    assert_string_equal(words.items[0], "code");
    assert_string_equal(words.items[1], "--wait");
    assert_string_equal(words.items[2], "'a");
    assert_string_equal(words.items[3], "my file; rm -rf ~.yaml");
    proc_words_release(&words);
}

static void gives_back_how_it_ended(void **state)
{
    (void)state;
    struct err e = ERR_INIT;
    assert_int_equal(run("true", NULL, &e), 0);
    assert_int_equal(run("sh -c", "exit 7", &e), 7);
    assert_int_equal(run("sh -c", "kill -TERM $$", &e), 128 + SIGTERM);
}

/* An argument is one argument: nothing in it is a command. */
static void no_shell_reads_an_argument(void **state)
{
    (void)state;
    struct err e = ERR_INIT;
    assert_int_equal(run("test \"$(id)\" =", "\"$(id)\"", &e), 0);
}

static void what_cannot_be_started_is_named(void **state)
{
    (void)state;
    struct err e = ERR_INIT;
    assert_int_equal(run("no-such-editor", "file", &e), -1);
    assert_string_equal(e.text,
                        "\"no-such-editor\" could not be started: No such file or directory");
    assert_int_equal(run("", NULL, &e), -1);
}

/* The child can be interrupted although slate does not hear signals while it waits. */
static void signals_of_the_child_are_as_a_shell_gives_them(void **state)
{
    (void)state;
    struct err e = ERR_INIT;
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    assert_int_equal(run("sh -c", "kill -INT $$; exit 3", &e), 128 + SIGINT);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

static void looks_in_the_folders_of_the_path(void **state)
{
    (void)state;
    assert_true(proc_found("/nowhere:/bin:/usr/bin", "sh"));
    assert_false(proc_found("/nowhere", "sh"));
    assert_false(proc_found(NULL, "sh"));
    assert_true(proc_found(NULL, "/bin/sh"));
    assert_false(proc_found("/bin", "/bin/no-such-program"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_at_blanks_only),
        cmocka_unit_test(gives_back_how_it_ended),
        cmocka_unit_test(no_shell_reads_an_argument),
        cmocka_unit_test(what_cannot_be_started_is_named),
        cmocka_unit_test(signals_of_the_child_are_as_a_shell_gives_them),
        cmocka_unit_test(looks_in_the_folders_of_the_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
