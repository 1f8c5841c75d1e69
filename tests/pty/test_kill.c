/* The first promise, with the real program on a terminal: whatever stood on the screen when it was
 * killed is there when it is started again. A whole interview is played; behind every single key
 * the program gets a SIGKILL, is started anew, and the picture is compared. */

#include "support/unit.h"

#include <locale.h>
#include <signal.h>
#include <string.h>

#include "base/file.h"
#include "base/vec.h"
#include "support/pty.h"

#define ROWS 24
#define COLS 80

/* How to get from the first screen to where the key was pressed. */
enum way { WAY_FORM, WAY_OPEN, WAY_NOTE, WAY_OWN, WAY_DECISION, WAY_REASON };

struct step {
    const char *keys;
    const char *shows; /* what the screen has once the key's effect is painted */
    enum way way;      /* to the place where the next key is pressed */
};

/* Text is typed a letter a step, so each has its own kill. What a step shows was not there before
 * it: that is how the test knows that the key has been painted. */
static const struct step steps[] = {
    {"n", "A new interview", WAY_FORM},
    {"L", "Candidate *      L", WAY_FORM},
    {"é", "Candidate *      Lé", WAY_FORM},
    {"a", "Candidate *      Léa", WAY_FORM},
    {"\x07", "Say that you will take notes", WAY_OPEN}, /* Ctrl-G starts */
    {"a", "a ✓ Say", WAY_OPEN},
    {"a", "a   Say", WAY_OPEN},
    {"a", "a ✓ Say", WAY_OPEN},
    {"\033[6~", "A drive is missing", WAY_OPEN}, /* PgDn */
    {"b", "b ✓ Looks", WAY_OPEN},
    {"a", "a ✓ Says", WAY_OPEN},
    {"a", "a   Says", WAY_OPEN},
    {"v", "v ⚑ Blames", WAY_OPEN},
    {"i", "i ✓ Whom", WAY_OPEN},
    {"3", "[3]", WAY_OPEN},
    {"5", "[5]", WAY_OPEN},
    {"u", "[3]", WAY_OPEN},
    {"\x19", "[5]", WAY_OPEN}, /* Ctrl-Y: redo */
    {"\tf", "\n f", WAY_NOTE},
    {"o", "\n fo", WAY_NOTE},
    {"u", "\n fou", WAY_NOTE},
    {"\r日", "\n fou\n 日", WAY_NOTE},
    {"\x7f"
     "é",
     "\n fou\n é", WAY_NOTE},
    {"\033[200~pasted, 4\033[201~", "\n fou\n épasted, 4", WAY_NOTE},
    {"\033", "note · saved", WAY_OPEN},
    {"\033[6~", "Somebody you do not know", WAY_OPEN},
    {"n", "[n no evidence]", WAY_OPEN},
    {"st", "[s skipped: no time left]", WAY_OPEN},
    {"2", "[2]", WAY_OPEN},
    {"oW", "\n W\n", WAY_OWN},
    {"h", "\n Wh\n", WAY_OWN},
    {"\033", "note · saved", WAY_OPEN},
    {"\033[6~", "CLOSING", WAY_OPEN},
    {"a", "a ✓ Ask", WAY_OPEN},
    {"\033[6~", "Submit: locks", WAY_OPEN},
    {"v", "v ⚑ Was rude", WAY_OPEN},
    {"Sy", "DECISION", WAY_DECISION},
    {"\tk", "\n k", WAY_REASON},
    {"i", "\n ki", WAY_REASON},
    {"n", "\n kin", WAY_REASON},
};

struct play {
    struct str folder;
    struct str home;
    struct pty *pty;
};

static void start(struct play *p)
{
    const char *const env[] = {
        p->home.s,      "XDG_DATA_HOME",          "XDG_CONFIG_HOME", "SLATE_DB",
        "SLATE_CONFIG", "SLATE_INTERVIEWER=Mara", "LC_ALL=C.UTF-8",  NULL};
    static char program[] = SLATE_BUILD "/slate", sh[] = "sh", flag[] = "-c",
                go[] = "cd \"$HOME\" && exec \"$0\"";
    char *argv[] = {sh, flag, go, program, NULL};
    p->pty = pty_open(ROWS, COLS, argv, env);
    assert_shows(p->pty, "? keys");
}

static void kill_it(struct play *p)
{
    int status;
    pty_kill(p->pty, SIGKILL);
    assert_true(pty_wait_end(p->pty, &status, PTY_PATIENCE));
    pty_close(p->pty);
}

/* The rows that are the interview's own: not the header with its clock, nor the strip's right half
 * with the time of the question, nor the footer, which depends on where the cursor is. */
static void body(struct play *p, struct str *out)
{
    struct str screen = STR_INIT;
    int row = 0;
    pty_screen(p->pty, &screen);
    char *rest = screen.s;
    str_clear(out);
    for (char *line; (line = strsep(&rest, "\n")) != NULL && row < ROWS - 1; row++)
        if (row >= 2)
            str_addf(out, "%s\n", line);
    while (out->len && out->s[out->len - 1] == '\n')
        str_splice(out, out->len - 1, 1, "", 0);
    str_release(&screen);
}

static void press(struct play *p, const char *keys, const char *shows)
{
    pty_send(p->pty, keys);
    assert_shows(p->pty, shows);
}

/* Ctrl-S answers in the footer: then all that was painted before it has arrived. */
static void settle(struct play *p)
{
    assert_gone(p->pty, "Already saved");
    press(p, "\x13", "Already saved");
}

/* From the first screen back to where the key was pressed. */
static void go_back(struct play *p, enum way way)
{
    switch (way) {
    case WAY_FORM:
        press(p, "n", "A new interview");
        break;
    case WAY_OPEN:
    case WAY_NOTE:
    case WAY_OWN:
        press(p, "\r", "of 10");
        break;
    case WAY_DECISION:
    case WAY_REASON:
        press(p, "\r", "Not decided yet");
        press(p, "d", "DECISION");
        break;
    }
}

/* Into the text again, so that typing goes on where it stopped. */
static void go_on(struct play *p, enum way way)
{
    if (way == WAY_NOTE || way == WAY_REASON)
        press(p, "\t", "F1 keys");
    if (way == WAY_OWN)
        press(p, "o", "F1 keys");
}

static void begin(struct play *p, const struct str *bank)
{
    struct str banks = STR_INIT;
    struct err e = ERR_INIT;
    str_init(&p->folder);
    str_init(&p->home);
    scratch_make(&p->folder);
    str_addf(&p->home, "HOME=%s", p->folder.s);
    str_addf(&banks, "%s/questionbanks", p->folder.s);
    assert_done(file_make_dirs(banks.s, 0700, &e), &e);
    scratch_write(banks.s, "runner.yaml", bank->s, bank->len);
    str_release(&banks);
    start(p);
}

static void end(struct play *p)
{
    pty_close(p->pty);
    scratch_remove(&p->folder);
    str_release(&p->home);
}

static void play_undisturbed(const struct str *bank, struct str pictures[])
{
    struct play p;
    begin(&p, bank);
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        str_init(&pictures[i]);
        press(&p, steps[i].keys, steps[i].shows);
        settle(&p);
        body(&p, &pictures[i]);
    }
    end(&p);
}

static void every_key_survives_a_kill(void **state)
{
    struct str pictures[COUNT_OF(steps)], bank = STR_INIT, after = STR_INIT;
    struct play p;
    struct err e = ERR_INIT;
    (void)state;
    assert_done(file_read(SLATE_TESTS "/pty/banks/runner.yaml", 1 << 16, &bank, NULL, &e), &e);
    play_undisturbed(&bank, pictures);
    begin(&p, &bank);
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        press(&p, steps[i].keys, steps[i].shows);
        kill_it(&p);
        start(&p);
        go_back(&p, steps[i].way);
        settle(&p);
        body(&p, &after);
        if (!str_same(after.s, pictures[i].s))
            fail_msg("behind key %zu (%s) the screen was\n%s\nand is now\n%s", i + 1,
                     steps[i].shows, pictures[i].s, after.s);
        go_on(&p, steps[i].way);
        str_release(&pictures[i]);
    }
    end(&p);
    str_release(&after);
    str_release(&bank);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_key_survives_a_kill)};
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
