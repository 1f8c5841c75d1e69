/* The real terminal: this program starts itself on a pseudo-terminal, as a small one that paints
 * what happens to it. Row 0 has the number of events so far and the last of them. */

#include "support/unit.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/vec.h"
#include "support/pty.h"
#include "tui/term.h"

/* newterm of an unknown terminal leaves this behind; nothing of ours can free it. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:new_prescr";
}

/* ---- the program on the terminal ---- */

enum { CHILD_DONE = 0, CHILD_REFUSED = 3, CHILD_NO_MORE = 4 };

struct child {
    struct term *term;
    struct canvas canvas;
    struct str last;
    int events;
    int picture;
    bool terminated;
};

static void describe(struct child *c, const struct event *ev)
{
    str_clear(&c->last);
    switch (ev->kind) {
    case EVENT_KEY:
        str_add(&c->last, "key ");
        key_add_name(&c->last, ev->key);
        break;
    case EVENT_PASTE:
        str_addf(&c->last, "paste %zu ", ev->len);
        for (size_t i = 0; i < ev->len && i < 40; i++)
            str_addc(&c->last, ev->text[i] == '\n' ? '|' : ev->text[i]);
        break;
    case EVENT_RESIZE:
        str_addf(&c->last, "resize %dx%d", ev->rows, ev->cols);
        break;
    case EVENT_MOUSE:
        str_addf(&c->last, "mouse %u at %d,%d", (unsigned)ev->key.code, ev->rows, ev->cols);
        break;
    case EVENT_TERMINATE:
        str_add(&c->last, "terminate");
        break;
    case EVENT_TICK:
        str_add(&c->last, "tick");
        break;
    }
}

/* What stands in row 2; the keys 0 to 9 choose. */
static const char *const pictures[] = {"",
                                       "日本語",
                                       " 日本",
                                       "x日y",
                                       "xy日z",
                                       "e\xCC\x81"
                                       "a",
                                       "👩\xE2\x80\x8D💻|",
                                       "❤\xEF\xB8\x8F|",
                                       "\xF4\x8F\xBF\xBE|",
                                       "日本x"};

static void child_draw(struct child *c)
{
    int rows, cols;
    c->term->ops->size(c->term, &rows, &cols);
    canvas_resize(&c->canvas, rows, cols);
    c->canvas.ascii = c->term->ascii;
    canvas_textf(&c->canvas, 0, 0, 200, ROLE_TEXT, "%d %s", c->events, c->last.s);
    canvas_text(&c->canvas, 1, 0, 1, ROLE_TEXT, canvas_glyph(&c->canvas, GLYPH_TICK));
    canvas_text(&c->canvas, 1, 2, 200, ROLE_TEXT, "Léa");
    canvas_text(&c->canvas, 2, 0, 200, ROLE_TEXT, pictures[c->picture]);
    for (int role = 0; role < ROLES; role++)
        canvas_text(&c->canvas, 3, role, 1, (enum role)role, "R");
    if (c->events % 2 == 1)
        canvas_cursor(&c->canvas, 1, 4);
    c->term->ops->paint(c->term, &c->canvas);
}

/* Keys with a meaning to this program; false ends it. */
static bool child_handle(struct child *c, const struct event *ev)
{
    if (ev->kind == EVENT_TERMINATE)
        c->terminated = true;
    if (ev->kind != EVENT_KEY || ev->key.mods != 0)
        return true;
    if (ev->key.code >= '0' && ev->key.code <= '9')
        c->picture = (int)ev->key.code - '0';
    if (ev->key.code == 's') {
        c->term->ops->suspend(c->term);
        printf("the shell has it\n");
        fflush(stdout);
        c->term->ops->resume(c->term);
    }
    if (ev->key.code == 'z')
        term_stop_process(c->term);
    if (ev->key.code == 'b')
        c->term->ops->bell(c->term);
    return ev->key.code != 'q';
}

static int child_main(const char *theme)
{
    struct sys sys = sys_real();
    struct term_setup setup = {.sys = &sys, .theme = theme_find(theme), .mouse = true};
    struct child c = {.last = STR_INIT};
    struct event ev;
    struct err e = ERR_INIT;
    bool asked_to_quit = false;
    term_locale();
    if ((c.term = term_curses_open(&setup, &e)) == NULL) {
        printf("%s\n", e.text);
        return CHILD_REFUSED;
    }
    canvas_init(&c.canvas, 1, 1);
    str_set(&c.last, "ready");
    child_draw(&c);
    while (!asked_to_quit && c.term->ops->next(c.term, -1, &ev)) {
        c.events++;
        describe(&c, &ev);
        asked_to_quit = !child_handle(&c, &ev);
        child_draw(&c);
    }
    c.term->ops->close(c.term);
    canvas_release(&c.canvas);
    str_release(&c.last);
    printf("closed\n");
    return asked_to_quit ? CHILD_DONE : c.terminated ? CHILD_NO_MORE : 99;
}

static void take_foreground(pid_t group)
{
    signal(SIGTTOU, SIG_IGN);
    tcsetpgrp(STDIN_FILENO, group);
    signal(SIGTTOU, SIG_DFL);
}

/* A shell in small: runs the program as a job of its own and says when it stopped. */
static int shell_main(void)
{
    int status = 0;
    pid_t pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        take_foreground(getpid());
        exit(child_main(""));
    }
    while (waitpid(pid, &status, WUNTRACED) == pid && WIFSTOPPED(status)) {
        take_foreground(getpid());
        printf("job stopped by %d\n", WSTOPSIG(status));
        fflush(stdout);
        getchar();
        take_foreground(pid);
        kill(-pid, SIGCONT);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 98;
}

/* ---- the tests ---- */

static struct pty *start_as(const char *mode, const char *theme, const char *const env[])
{
    char self[] = "/proc/self/exe", mode_arg[16], theme_arg[16];
    char *argv[] = {self, mode_arg, theme_arg, NULL};
    snprintf(mode_arg, sizeof mode_arg, "%s", mode);
    snprintf(theme_arg, sizeof theme_arg, "%s", theme);
    return pty_open(6, 40, argv, env);
}

static struct pty *start(const char *const env[])
{
    struct pty *p = start_as("--child", "", env);
    assert_shows(p, "RRRRRRRRRRRRRRR\n"); /* the last that the first frame writes */
    return p;
}

static void finish(struct pty *p)
{
    int status;
    pty_send(p, "q");
    assert_true(pty_wait_end(p, &status, PTY_PATIENCE));
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), CHILD_DONE);
    pty_close(p);
}

static void keys_arrive_by_name(void **state)
{
    static const char *const sent[][2] = {
        {"a", "key a"},          {"\x1b[A", "key Up"},
        {"\x1bOB", "key Down"},  {"\x1b[1;5C", "key Ctrl-Right"},
        {"\x1b[H", "key Home"},  {"\x1b[4~", "key End"},
        {"\x1b[3~", "key Del"},  {"\x7f", "key Backspace"},
        {"\b", "key Backspace"}, {"\x1b[Z", "key Shift-Tab"},
        {"\t", "key Tab"},       {"\r", "key Enter"},
        {"\x1bx", "key Alt-x"},  {"\x1b", "key Esc"},
        {"\x03", "key Ctrl-C"},  {"\x1a", "key Ctrl-Z"},
        {"\x13", "key Ctrl-S"},  {"\x11", "key Ctrl-Q"},
        {"\x1c", "key Ctrl-\\"}, {"\x16", "key Ctrl-V"},
        {"\x0f", "key Ctrl-O"},  {"\x1bOP", "key F1"},
        {"\x1b[24~", "key F12"}, {"é", "key é"},
        {"日", "key 日"},        {"\x1b[<0;3;2M", "mouse 1 at 1,2"},
        {" ", "key Space"},
    };
    struct pty *p = start(NULL);
    (void)state;
    for (size_t i = 0; i < COUNT_OF(sent); i++) {
        char want[64];
        pty_send(p, sent[i][0]);
        snprintf(want, sizeof want, "%zu %s\n", i + 1, sent[i][1]);
        assert_shows(p, want);
    }
    finish(p);
}

static void an_unknown_sequence_is_no_key(void **state)
{
    struct pty *p = start(NULL);
    (void)state;
    pty_send(p, "\x1b[99;5~\x1b[?62;1;4c\x1b[12345yx");
    assert_shows(p, "1 key x\n");
    finish(p);
}

static void input_split_anywhere(void **state)
{
    struct pty *p = start(NULL);
    (void)state;
    pty_send(p, "a\xE6"); /* the program has read what stands before "a" is shown */
    assert_shows(p, "1 key a\n");
    pty_send(p, "\x97");
    pty_send(p, "\xA5");
    assert_shows(p, "2 key 日\n");
    pty_send(p, "b\x1b[1;");
    assert_shows(p, "3 key b\n");
    pty_send(p, "5D");
    assert_shows(p, "4 key Ctrl-Left\n");
    finish(p);
}

static void a_paste_is_text(void **state)
{
    struct pty *p = start(NULL);
    (void)state;
    assert_true(pty_wait_bytes(p, "\x1b[?2004h", PTY_PATIENCE));
    pty_send(p, "\x1b[200~q\r\nb\rc\n\x03\x1b[A\xff\x1b[201~");
    assert_shows(p, "1 paste 17 q|b|c|␃␛[A\xEF\xBF\xBD\n");
    pty_send(p, "a");
    assert_shows(p, "2 key a\n");
    pty_send(p, "\x1b[200~split");
    pty_send(p, " in two\x1b[20");
    pty_send(p, "1~");
    assert_shows(p, "3 paste 12 split in two\n");
    finish(p);
}

static void resizing(void **state)
{
    struct pty *p = start(NULL);
    (void)state;
    pty_resize(p, 4, 30);
    assert_shows(p, "1 resize 4x30\n✓ Léa\n");
    pty_resize(p, 1, 1);
    assert_shows(p, "2\n");
    pty_resize(p, 10, 60);
    assert_shows(p, "3 resize 10x60\n✓ Léa\n\nRRRR");
    pty_send(p, "1");
    assert_shows(p, "4 key 1\n✓ Léa\n日本語\n");
    finish(p);
}

static void wide_cells_change_by_halves(void **state)
{
    static const char keys[] = "1213141913243123912";
    struct pty *p = start(NULL);
    (void)state;
    for (size_t i = 0; i < sizeof keys - 1; i++) {
        char want[64];
        pty_sendn(p, &keys[i], 1);
        snprintf(want, sizeof want, "%zu key %c\n✓ Léa\n%s\n", i + 1, keys[i],
                 pictures[keys[i] - '0']);
        assert_shows(p, want);
    }
    finish(p);
}

static void combining_and_joined(void **state)
{
    struct pty *p = start(NULL);
    (void)state;
    pty_send(p, "5");
    assert_shows(p, "\ne\xCC\x81"
                    "a\n");
    pty_send(p, "6"); /* the joiner is left out: a terminal that joined would shift the rest */
    assert_shows(p, "\n👩💻|\n");
    pty_send(p, "7");
    assert_shows(p, "\n❤|\n");
    pty_send(p, "8"); /* nobody knows its width */
    assert_shows(p, "\n\xEF\xBF\xBD|\n");
    finish(p);
}

static void signals_ask_to_leave(void **state)
{
    static const int sigs[] = {SIGTERM, SIGHUP, SIGINT};
    struct pty *p = start(NULL);
    (void)state;
    for (size_t i = 0; i < COUNT_OF(sigs); i++) {
        char want[32];
        pty_kill(p, sigs[i]);
        snprintf(want, sizeof want, "%zu terminate\n", i * 2 + 1);
        assert_shows(p, want);
        pty_send(p, "a"); /* it goes on until it wants to leave */
        snprintf(want, sizeof want, "%zu key a\n", i * 2 + 2);
        assert_shows(p, want);
    }
    finish(p);
}

static void the_terminal_goes_away(void **state)
{
    struct pty *p = start(NULL);
    int status;
    (void)state;
    pty_hang_up(p);
    pty_wait_end(p, &status, PTY_PATIENCE);
    assert_true(WIFEXITED(status)); /* no SIGPIPE, no SIGHUP: it had its event and left by itself */
    assert_int_equal(WEXITSTATUS(status), CHILD_NO_MORE);
    pty_close(p);
}

static void a_flood_of_input_does_not_hold_a_signal_off(void **state)
{
    struct pty *p = start(NULL);
    char flood[2048];
    (void)state;
    memset(flood, 'a', sizeof flood);
    pty_sendn(p, flood, sizeof flood);
    pty_kill(p, SIGTERM);
    assert_true(pty_wait_bytes(p, "term", PTY_PATIENCE));
    finish(p);
}

static void given_back_as_it_was(void **state)
{
    struct pty *p = start(NULL);
    int status;
    (void)state;
    pty_send(p, "s");
    assert_true(pty_wait_bytes(p, "the shell has it\r\n", PTY_PATIENCE)); /* ONLCR is back */
    assert_shows(p, "1 key s\n✓ Léa\n");
    pty_send(p, "\x03");
    assert_shows(p, "2 key Ctrl-C\n");
    pty_send(p, "q");
    assert_true(pty_wait_end(p, &status, PTY_PATIENCE));
    assert_shows(p, "closed\n");
    assert_true(pty_wait_bytes(p, "\x1b[?2004l", 0));
    assert_non_null(strstr(strstr(pty_bytes(p)->s, "the shell has it"), "\x1b[?2004h"));
    pty_close(p);
}

static void stopped_and_continued(void **state)
{
    struct pty *p = start_as("--shell", "", NULL);
    int status;
    (void)state;
    assert_shows(p, "0 ready\n");
    pty_send(p, "z");
    assert_true(pty_wait_bytes(p, "job stopped by 20\r\n", PTY_PATIENCE));
    pty_send(p, "\n"); /* to the shell, in lines */
    assert_shows(p, "1 key z\n✓ Léa\n");
    pty_send(p, "a");
    assert_shows(p, " key a\n");
    pty_send(p, "q");
    assert_true(pty_wait_end(p, &status, PTY_PATIENCE));
    assert_int_equal(WEXITSTATUS(status), CHILD_DONE);
    pty_close(p);
}

static void refuses(const char *const env[], const char *why)
{
    struct pty *p = start_as("--child", "", env);
    int status;
    assert_shows(p, why);
    assert_true(pty_wait_end(p, &status, PTY_PATIENCE));
    assert_int_equal(WEXITSTATUS(status), CHILD_REFUSED);
    pty_close(p);
}

static void unknown_terminals_are_refused(void **state)
{
    (void)state;
    refuses((const char *const[]){"TERM=nonesuch", NULL}, "TERM is \"nonesuch\": this machine");
    refuses((const char *const[]){"TERM", NULL}, "TERM is not set");
    refuses((const char *const[]){"TERM=", NULL}, "TERM is not set");
    refuses((const char *const[]){"TERM=dumb", NULL}, "TERM is \"dumb\": such a terminal cannot");
}

static void no_terminal_is_refused(void **state)
{
    struct sys sys = sys_real();
    struct err e = ERR_INIT;
    int null = open("/dev/null", O_RDONLY), in = dup(STDIN_FILENO);
    (void)state;
    dup2(null, STDIN_FILENO);
    assert_null(term_curses_open(&(struct term_setup){.sys = &sys}, &e));
    dup2(in, STDIN_FILENO);
    close(in);
    close(null);
    assert_int_equal(e.kind, ERR_USAGE);
    assert_non_null(strstr(e.text, "input is a file or a pipe"));
}

static void assert_role(struct pty *p, enum role role, int colour, bool bold, bool reverse)
{
    struct pty_cell cell = pty_cell_at(p, 3, (int)role);
    assert_string_equal(cell.text, "R");
    assert_int_equal(cell.colour, colour);
    assert_int_equal(cell.bold, bold);
    assert_int_equal(cell.reverse, reverse);
    assert_true(cell.own_background);
}

static void roles_have_their_looks(void **state)
{
    struct pty *p = start(NULL);
    (void)state;
    assert_role(p, ROLE_TEXT, -1, false, false);
    assert_role(p, ROLE_STRONG, -1, true, false);
    assert_role(p, ROLE_FOCUS, -1, false, true);
    assert_role(p, ROLE_GOOD, 4, true, false);
    assert_role(p, ROLE_MIXED, 3, false, false);
    assert_role(p, ROLE_FLAG, 5, true, false);
    finish(p);
}

static void no_colour(void **state)
{
    struct pty *p = start((const char *const[]){"NO_COLOR=1", NULL});
    (void)state;
    for (int role = 0; role < ROLES; role++)
        assert_int_equal(pty_cell_at(p, 3, role).colour, -1);
    assert_role(p, ROLE_FOCUS, -1, false, true);
    assert_role(p, ROLE_FLAG, -1, true, false);
    finish(p);
    p = start_as("--child", "default", (const char *const[]){"NO_COLOR=1", NULL});
    assert_shows(p, "RRRRRRRRRRRRRRR\n");
    assert_role(p, ROLE_FLAG, 5, true, false); /* a theme that was chosen goes before */
    finish(p);
}

static void other_terminals(void **state)
{
    static const char *const terms[] = {"TERM=linux", "TERM=vt100", "TERM=screen", "TERM=ansi",
                                        "TERM=xterm"};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(terms); i++) {
        struct pty *p = start((const char *const[]){terms[i], NULL});
        assert_shows(p, "0 ready\n✓ Léa\n\nRRR");
        pty_send(p, "1");
        assert_shows(p, "1 key 1\n✓ Léa\n日本語\nRRR");
        pty_send(p, "\x1b[[A");
        assert_shows(p, "2 key F1\n");
        pty_resize(p, 8, 30);
        assert_shows(p, "3 resize 8x30\n✓ Léa\n日本語\nRRR");
        finish(p);
    }
}

static void a_locale_that_is_not_utf8(void **state)
{
    struct pty *p = start((const char *const[]){"LC_ALL=C", NULL});
    (void)state;
    assert_shows(p, "0 ready\nx L?a\n");
    pty_send(p, "3");
    assert_shows(p, "1 key 3\nx L?a\nx??y\n");
    finish(p);
    p = start((const char *const[]){"LC_ALL=xx_YY.UTF-8", NULL}); /* not installed */
    assert_shows(p, "0 ready\n✓ Léa\n");
    finish(p);
}

static void the_environment_does_not_set_the_size(void **state)
{
    struct pty *p = start((const char *const[]){"LINES=50", "COLUMNS=13", NULL});
    (void)state;
    pty_resize(p, 7, 50);
    assert_shows(p, "1 resize 7x50\n");
    finish(p);
}

static void the_cursor_is_where_the_canvas_says(void **state)
{
    struct pty *p = start(NULL);
    int row, col;
    bool shown;
    (void)state;
    pty_send(p, "a");
    assert_shows(p, "1 key a\n");
    pty_send(p, "b"); /* the frame before is complete once the next one shows */
    assert_shows(p, "2 key b\n");
    assert_true(pty_wait_bytes(p, "\a", PTY_PATIENCE));
    assert_true(pty_wait_bytes(p, "\x1b[?25l", PTY_PATIENCE));
    pty_send(p, "a");
    assert_shows(p, "3 key a\n");
    pty_send(p, "\x1b[99y"); /* nothing: but the cursor's last move has arrived by then */
    do
        pty_cursor(p, &row, &col, &shown);
    while ((!shown || row != 1 || col != 4) && pty_wait_bytes(p, "never", 100));
    finish(p);
}

/* One key changes one short row: no more than its bytes may be sent. */
static void little_is_sent_for_a_little_change(void **state)
{
    struct pty *p = start(NULL);
    size_t before;
    (void)state;
    pty_send(p, "xx");
    assert_shows(p, "2 key x\n");
    before = pty_bytes(p)->len;
    pty_send(p, "yy");
    assert_shows(p, "4 key y\n");
    assert_in_range(pty_bytes(p)->len - before, 2, 100);
    assert_null(memmem(pty_bytes(p)->s + before, pty_bytes(p)->len - before, "RRR", 3));
    finish(p);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_arrive_by_name),
        cmocka_unit_test(an_unknown_sequence_is_no_key),
        cmocka_unit_test(input_split_anywhere),
        cmocka_unit_test(a_paste_is_text),
        cmocka_unit_test(resizing),
        cmocka_unit_test(wide_cells_change_by_halves),
        cmocka_unit_test(combining_and_joined),
        cmocka_unit_test(signals_ask_to_leave),
        cmocka_unit_test(the_terminal_goes_away),
        cmocka_unit_test(a_flood_of_input_does_not_hold_a_signal_off),
        cmocka_unit_test(given_back_as_it_was),
        cmocka_unit_test(stopped_and_continued),
        cmocka_unit_test(unknown_terminals_are_refused),
        cmocka_unit_test(no_terminal_is_refused),
        cmocka_unit_test(roles_have_their_looks),
        cmocka_unit_test(no_colour),
        cmocka_unit_test(other_terminals),
        cmocka_unit_test(a_locale_that_is_not_utf8),
        cmocka_unit_test(the_environment_does_not_set_the_size),
        cmocka_unit_test(the_cursor_is_where_the_canvas_says),
        cmocka_unit_test(little_is_sent_for_a_little_change),
    };
    if (argc > 2 && strcmp(argv[1], "--child") == 0)
        return child_main(argv[2]);
    if (argc > 1 && strcmp(argv[1], "--shell") == 0)
        return shell_main();
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
