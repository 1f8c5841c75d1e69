/* Every message of the reader and of the check, as a recruiter sees it. Each file of
 * tests/bank/messages holds a bank, a line "----", and what is said about it (nothing, when nothing
 * is wrong). The file's name without its ending is the bank's name, as for a real one.
 *
 * \xNN in the bank stands for a byte that an editor would not show or keep; \x5C is a backslash.
 *
 * The check speaks only about the banks of "check-...": the others have too few questions all. */

#include "support/unit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bank/bank_check.h"
#include "bank/bank_read.h"
#include "base/file.h"
#include "base/path.h"

#define MESSAGES SLATE_TESTS "/bank/messages"

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static void add_bytes(struct str *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool escape = i + 3 < n && s[i] == '\\' && s[i + 1] == 'x' && hex(s[i + 2]) >= 0 &&
                      hex(s[i + 3]) >= 0;
        str_addc(out, escape ? (char)(hex(s[i + 2]) * 16 + hex(s[i + 3])) : s[i]);
        i += escape ? 3 : 0;
    }
}

static void say(struct str *out, const struct str *bank, const char *stem)
{
    struct bank b = {0};
    struct findings found = {0};
    struct str path = STR_INIT;
    str_addf(&path, "%s.yaml", stem);
    bool good = bank_read(bank->s, bank->len, stem, &b, &found);
    assert_int_equal(good, findings_errors(&found) == 0);
    if (str_starts(stem, "check-"))
        bank_check(&b, &(struct check_setup){0}, &found);
    for (size_t i = 0; i < found.n; i++)
        finding_add_text(out, &found.items[i], path.s, bank->s, bank->len);
    str_release(&path);
    findings_release(&found);
    bank_release(&b);
}

static void a_message_is_as_written(void **state)
{
    const char *name = *state;
    struct str path = STR_INIT, file = STR_INIT, bank = STR_INIT, said = STR_INIT, stem = STR_INIT;
    struct err e = ERR_INIT;
    path_join(&path, MESSAGES, name);
    assert_done(file_read(path.s, 1 << 20, &file, NULL, &e), &e);
    char *cut = strncmp(file.s, "----\n", 5) == 0 ? file.s : strstr(file.s, "\n----\n");
    assert_non_null(cut);
    const char *expected = strstr(cut, "----\n") + 5;
    add_bytes(&bank, file.s, (size_t)(cut - file.s) + (cut > file.s));
    path_stem(&stem, name);
    say(&said, &bank, stem.s);
    if (strcmp(said.s, expected) != 0)
        fail_msg("%s\nsays:\n%s", path.s, said.s);
    str_release(&path);
    str_release(&file);
    str_release(&bank);
    str_release(&said);
    str_release(&stem);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    struct file_names names = {0};
    struct err e = ERR_INIT;
    if (!file_list(MESSAGES, ".txt", &names, &e) || names.n == 0) {
        fprintf(stderr, "no messages to test: %s\n", e.text);
        return 1;
    }
    struct CMUnitTest *tests = calloc(names.n, sizeof *tests);
    for (size_t i = 0; tests != NULL && i < names.n; i++)
        tests[i] = (struct CMUnitTest){names.items[i], a_message_is_as_written, NULL, NULL,
                                       names.items[i]};
    int failed = tests == NULL || _cmocka_run_group_tests("messages", tests, names.n, NULL, NULL);
    free(tests);
    file_names_release(&names);
    return failed;
}
