/* `slate compare` and `slate shortlist` on interviews that are played first: text files that say
 * who called whom and what was scored, then what the command prints. At tests/app's desk, with its
 * bank "runner" (the question late weighs 1.5).
 *
 *     # a remark
 *     call Ada Moreau by Kim for Night Ferry: 5+ 4 n 3!   submitted; + a point heard, ! a flag,
 *                                                         n no evidence, s skipped
 *     open, drop ...          the same, left open, or abandoned; plan ...: only planned
 *     level junior            of the calls that follow
 *     bank label seal         from now on the bank says the second word for the first
 *     hours 20                so many hours pass
 *     decide 1 hold           on the submitted interview 1
 *     me Kim                  who looks, from now on
 *     $ compare 1 2           what it prints, up to a line with "? " and the exit status
 *
 * REWRITE=1 puts what came out into the files: read the difference. */

#include "support/desk.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "base/vec.h"
#include "cli/cli.h"
#include "store/store.h"

#define ARGS_MAX 12

struct play {
    struct desk desk;
    enum level level;
    struct str bank;
    struct err e;
};

/* ---- what happened ---- */

static int64_t known(struct play *p, const char *candidate)
{
    struct name_rows names = {0};
    assert_done(start_namesakes(&p->desk.app, candidate, 1, &names, &p->e), &p->e);
    int64_t id = names.n > 0 ? names.items[0].id : 0;
    name_rows_release(&names);
    return id;
}

static char *behind(char *line, const char *word)
{
    char *at = strstr(line, word);
    if (at == NULL)
        fail_msg("no \"%s\" in: %s", word, line);
    *at = '\0';
    return at + strlen(word);
}

static void answer(struct play *p, struct live *live, int at, const char *word)
{
    struct mark mark = {.state = ANSWER_SCORED, .score = word[0] - '0'};
    if (word[0] == 'n')
        mark = (struct mark){.state = ANSWER_NO_EVIDENCE};
    else if (word[0] == 's')
        mark = (struct mark){.state = ANSWER_SKIPPED, .skip = SKIP_TIME};
    assert_done(live_go(live, STAGE_QUESTIONS, at, &p->e), &p->e);
    assert_done(live_mark(live, mark, &p->e), &p->e);
    if (strchr(word, '+') != NULL)
        assert_done(live_toggle(live, FIELD_HEARD, 0, &p->e), &p->e);
    if (strchr(word, '!') != NULL)
        assert_done(live_toggle(live, FIELD_FLAG, 0, &p->e), &p->e);
}

static void talk(struct play *p, int64_t id, char *answers, const char *how)
{
    struct live *live = live_open(&p->desk.app, id, &p->e);
    assert_done(live != NULL, &p->e);
    int at = 0;
    for (char *word; (word = strsep(&answers, " ")) != NULL;)
        if (word[0] != '\0')
            answer(p, live, at++, word);
    desk_pass(&p->desk, 1500000);
    if (strcmp(how, "call") == 0)
        assert_done(live_submit(live, &p->e), &p->e);
    else if (strcmp(how, "drop") == 0)
        assert_done(live_abandon(live, &p->e), &p->e);
    live_close(live);
}

/* "Ada Moreau by Kim for Night Ferry: 5 4 3" */
static void meet(struct play *p, const char *how, char *line)
{
    bool plan = strcmp(how, "plan") == 0;
    char *answers = plan ? NULL : behind(line, ":");
    char *job = behind(line, " for"), *who = behind(line, " by ");
    struct interview_plan what = {.candidate = line,
                                  .candidate_id = known(p, line),
                                  .interviewer = who,
                                  .job = job + strspn(job, " "),
                                  .level = p->level};
    int64_t id = 0;
    desk_pass(&p->desk, 300000);
    what.planned_at = plan ? p->desk.world.wall + 3600000 : 0;
    if (plan)
        assert_done(start_plan(&p->desk.app, &what, "runner", &id, &p->e), &p->e);
    else
        assert_done(start_now(&p->desk.app, &what, "runner", &id, &p->e), &p->e);
    if (!plan)
        talk(p, id, answers, how);
}

static void change_bank(struct play *p, char *line)
{
    char *to = behind(line, " "), *at = strstr(p->bank.s, line);
    if (at == NULL)
        fail_msg("the bank does not say \"%s\"", line);
    str_splice(&p->bank, (size_t)(at - p->bank.s), strlen(line), to, strlen(to));
    desk_write_bank(&p->desk, "runner.yaml", p->bank.s, p->bank.len);
}

static void decide(struct play *p, char *line)
{
    enum decision d;
    char *word = behind(line, " ");
    struct live *live = live_open(&p->desk.app, strtoll(line, NULL, 10), &p->e);
    assert_done(live != NULL, &p->e);
    assert_true(decision_parse(word, &d));
    desk_say(live, (struct slot){FIELD_DECISION, 0, 0}, "as we agreed");
    assert_done(live_decide(live, d, &p->e), &p->e);
    live_close(live);
}

/* ---- what is printed ---- */

static const struct command *row(const char *name)
{
    for (size_t i = 0; i < cli_commands.n; i++)
        if (strcmp(cli_commands.rows[i]->name, name) == 0)
            return cli_commands.rows[i];
    fail_msg("no command %s", name);
    return NULL;
}

static int into(int fd, const char *path)
{
    fflush(NULL);
    int kept = dup(fd);
    assert_non_null(freopen(path, "w", fd == STDOUT_FILENO ? stdout : stderr));
    return kept;
}

static void back(int fd, int kept)
{
    fflush(NULL);
    assert_true(dup2(kept, fd) == fd);
    close(kept);
}

/* A word in quotes keeps its blanks. */
static int words_of(char *line, char **argv)
{
    int argc = 0;
    while (*line != '\0' && argc < ARGS_MAX) {
        char end = *line == '"' ? '"' : ' ';
        line += end == '"';
        argv[argc++] = line;
        line += strcspn(line, end == '"' ? "\"" : " ");
        if (*line != '\0')
            *line++ = '\0';
        line += strspn(line, " ");
    }
    argv[argc] = NULL;
    return argc;
}

static void add_file(struct play *p, const char *path, const char *lead, struct str *out)
{
    struct str text = STR_INIT;
    assert_done(file_read(path, 1 << 20, &text, NULL, &p->e), &p->e);
    for (char *line = text.s; *line != '\0';) {
        size_t n = strcspn(line, "\n");
        str_add(out, lead);
        str_addn(out, line, n);
        str_addc(out, '\n');
        line += n + (line[n] == '\n');
    }
    str_release(&text);
}

static void print(struct play *p, const char *command, struct str *out)
{
    struct str line = STR_INIT, printed = STR_INIT, said = STR_INIT;
    char *argv[ARGS_MAX + 1];
    path_join(&printed, p->desk.home.s, "printed");
    path_join(&said, p->desk.home.s, "said");
    str_add(&line, command);
    int argc = words_of(line.s, argv);
    int kept_out = into(STDOUT_FILENO, printed.s), kept_err = into(STDERR_FILENO, said.s);
    int status = row(argv[0])->run(&p->desk.app, argc, argv);
    back(STDOUT_FILENO, kept_out);
    back(STDERR_FILENO, kept_err);
    add_file(p, printed.s, "", out);
    add_file(p, said.s, "! ", out);
    str_addf(out, "? %d\n", status);
    str_release(&line);
    str_release(&printed);
    str_release(&said);
}

/* ---- the file ---- */

static const char *after_word(const char *line, const char *word)
{
    size_t n = strlen(word);
    return strncmp(line, word, n) == 0 && line[n] == ' ' ? line + n + 1 : NULL;
}

static void set_me(struct play *p, const char *who)
{
    str_set(&p->desk.app.me, who);
    store_set_me(p->desk.app.store, who);
}

static bool do_meeting(struct play *p, const char *line)
{
    static const char *const ways[] = {"call", "open", "drop", "plan"};
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        const char *rest = after_word(line, ways[i]);
        if (rest == NULL)
            continue;
        struct str copy = STR_INIT;
        str_add(&copy, rest);
        meet(p, ways[i], copy.s);
        str_release(&copy);
        return true;
    }
    return false;
}

static void do_line(struct play *p, const char *line)
{
    const char *rest;
    struct str copy = STR_INIT;
    if (line[0] == '#' || line[0] == '\0' || do_meeting(p, line))
        return;
    str_add(&copy, strchr(line, ' ') != NULL ? strchr(line, ' ') + 1 : "");
    if ((rest = after_word(line, "level")) != NULL)
        assert_true(level_parse(rest, &p->level));
    else if (after_word(line, "bank") != NULL)
        change_bank(p, copy.s);
    else if ((rest = after_word(line, "hours")) != NULL)
        desk_pass(&p->desk, strtoll(rest, NULL, 10) * 3600000);
    else if (after_word(line, "decide") != NULL)
        decide(p, copy.s);
    else if ((rest = after_word(line, "me")) != NULL)
        set_me(p, rest);
    else
        fail_msg("not understood: %s", line);
    str_release(&copy);
}

static char *next_line(char **at)
{
    return **at != '\0' ? strsep(at, "\n") : NULL;
}

/* The file as it comes out. */
static void replay(struct play *p, char *text, struct str *out)
{
    char *at = text;
    for (char *line; at != NULL && (line = next_line(&at)) != NULL;) {
        str_addf(out, "%s\n", line);
        if (strncmp(line, "$ ", 2) != 0) {
            do_line(p, line);
            continue;
        }
        print(p, line + 2, out);
        while (at != NULL && (line = next_line(&at)) != NULL && strncmp(line, "? ", 2) != 0)
            continue;
    }
}

static void plays(const char *name)
{
    struct play p = {.level = LEVEL_MID, .bank = STR_INIT, .e = ERR_INIT};
    struct str path = STR_INIT, expected = STR_INIT, copy = STR_INIT, out = STR_INIT;
    str_addf(&path, SLATE_TESTS "/cli/compared/%s.txt", name);
    assert_done(file_read(path.s, 1 << 20, &expected, NULL, &p.e), &p.e);
    str_add(&copy, expected.s);
    desk_make(&p.desk);
    desk_read("runner.yaml", &p.bank);
    replay(&p, copy.s, &out);
    desk_remove(&p.desk);
    if (getenv("REWRITE") != NULL)
        assert_done(file_replace(path.s, out.s, out.len, 0644, &p.e), &p.e);
    else
        assert_string_equal(out.s, expected.s);
    str_release(&path);
    str_release(&expected);
    str_release(&copy);
    str_release(&out);
    str_release(&p.bank);
}

static void one_kit(void **state)
{
    (void)state;
    plays("one-kit");
}

static void other_kits(void **state)
{
    (void)state;
    plays("other-kits");
}

static void blind(void **state)
{
    (void)state;
    plays("blind");
}

static void voided(void **state)
{
    (void)state;
    plays("voided");
}

static void shortlist(void **state)
{
    (void)state;
    plays("shortlist");
}

static void contrast(void **state)
{
    (void)state;
    plays("contrast");
}

static void refusals(void **state)
{
    (void)state;
    plays("refusals");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_kit),  cmocka_unit_test(other_kits), cmocka_unit_test(blind),
        cmocka_unit_test(voided),   cmocka_unit_test(shortlist),  cmocka_unit_test(contrast),
        cmocka_unit_test(refusals),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
