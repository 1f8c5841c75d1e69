/* What goes out to the real terminal: pictures, looks, sizes, and giving it back. */

#include "support/unit.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/vec.h"
#include "support/echo.h"
#include "tui/term.h"

static void resizing(void **state)
{
    struct pty *p = echo_start(NULL);
    (void)state;
    pty_resize(p, 4, 30);
    assert_shows(p, "1 resize 4x30\n✓ Léa\n");
    pty_resize(p, 1, 1);
    assert_shows(p, "2\n");
    pty_resize(p, 10, 60);
    assert_shows(p, "3 resize 10x60\n✓ Léa\n\nRRRR");
    pty_send(p, "1");
    assert_shows(p, "4 key 1\n✓ Léa\n日本語\n");
    echo_finish(p);
}

static void wide_cells_change_by_halves(void **state)
{
    static const char keys[] = "1213141913243123912";
    struct pty *p = echo_start(NULL);
    (void)state;
    for (size_t i = 0; i < sizeof keys - 1; i++) {
        char want[64];
        pty_sendn(p, &keys[i], 1);
        snprintf(want, sizeof want, "%zu key %c\n✓ Léa\n%s\n", i + 1, keys[i],
                 echo_pictures[keys[i] - '0']);
        assert_shows(p, want);
    }
    echo_finish(p);
}

/* Its text stays, and need not be sent as text. */
static void a_row_gains_and_loses_the_focus(void **state)
{
    struct pty *p = echo_start(NULL);
    char keys[] = "0x", want[64];
    (void)state;
    for (int i = 0; i < 27; i++) { /* each picture, then with the focus, then without it */
        keys[0] = i % 3 == 0 ? (char)('0' + i / 3) : 'f';
        pty_send(p, keys); /* once the x shows, what came before it is complete */
        snprintf(want, sizeof want, "%d key x\n", 2 * i + 2);
        assert_shows(p, want);
        for (int col = 0; col < ECHO_FOCUS + 1; col += pty_cell_at(p, 2, col).width)
            assert_int_equal(pty_cell_at(p, 2, col).reverse, i % 3 == 1 && col < ECHO_FOCUS);
    }
    echo_finish(p);
}

static void combining_and_joined(void **state)
{
    struct pty *p = echo_start(NULL);
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
    echo_finish(p);
}

static void given_back_as_it_was(void **state)
{
    struct pty *p = echo_start(NULL);
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

static void stop_and_continue(struct pty *p, const char *key, int times)
{
    char want[64];
    pty_send(p, key);
    snprintf(want, sizeof want, "job stopped by %d for the %d. time\r\n", SIGTSTP, times);
    assert_true(pty_wait_bytes(p, want, PTY_PATIENCE));
    pty_send(p, "\n"); /* to the shell, which reads lines again */
    assert_shows(p, "✓ Léa\n");
    assert_gone(p, "job stopped");
}

static void stopped_and_continued(void **state)
{
    struct pty *p = echo_start_as("--shell", "", NULL);
    int status;
    (void)state;
    assert_shows(p, "0 ready\n");
    stop_and_continue(p, "z", 1);
    pty_send(p, "a");
    assert_shows(p, " key a\n");
    stop_and_continue(p, "t", 2);
    pty_send(p, "\x03"); /* a key again, no SIGINT */
    assert_shows(p, " key Ctrl-C\n");
    pty_send(p, "q");
    assert_true(pty_wait_end(p, &status, PTY_PATIENCE));
    assert_int_equal(WEXITSTATUS(status), ECHO_DONE);
    pty_close(p);
}

/* After a SIGSTOP the shell may have left anything behind: modes are set again, all is painted. */
static void continued_without_having_known(void **state)
{
    struct pty *p = echo_start(NULL);
    (void)state;
    pty_kill(p, SIGCONT);
    assert_shows(p, "1 resize 6x40\n✓ Léa\n");
    assert_non_null(strstr(strstr(pty_bytes(p)->s, "\x1b[?2004h") + 1, "\x1b[?2004h"));
    echo_finish(p);
}

static void refuses(const char *const env[], const char *why)
{
    struct pty *p = echo_start_as("--child", "", env);
    int status;
    assert_shows(p, why);
    assert_true(pty_wait_end(p, &status, PTY_PATIENCE));
    assert_int_equal(WEXITSTATUS(status), ECHO_REFUSED);
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
    struct pty *p = echo_start(NULL);
    (void)state;
    assert_role(p, ROLE_TEXT, -1, false, false);
    assert_role(p, ROLE_STRONG, -1, true, false);
    assert_role(p, ROLE_FOCUS, -1, false, true);
    assert_role(p, ROLE_GOOD, 4, true, false);
    assert_role(p, ROLE_MIXED, 3, false, false);
    assert_role(p, ROLE_FLAG, 5, true, false);
    echo_finish(p);
}

static void no_colour(void **state)
{
    struct pty *p = echo_start((const char *const[]){"NO_COLOR=1", NULL});
    (void)state;
    for (int role = 0; role < ROLES; role++)
        assert_int_equal(pty_cell_at(p, 3, role).colour, -1);
    assert_role(p, ROLE_FOCUS, -1, false, true);
    assert_role(p, ROLE_FLAG, -1, true, false);
    echo_finish(p);
    p = echo_start_as("--child", "default", (const char *const[]){"NO_COLOR=1", NULL});
    assert_shows(p, "RRRRRRRRRRRRRRR\n");
    assert_role(p, ROLE_FLAG, 5, true, false); /* a theme that was chosen goes before */
    echo_finish(p);
}

static void other_terminals(void **state)
{
    static const char *const terms[] = {"TERM=linux", "TERM=vt100", "TERM=screen", "TERM=ansi",
                                        "TERM=xterm"};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(terms); i++) {
        struct pty *p = echo_start((const char *const[]){terms[i], NULL});
        assert_shows(p, "0 ready\n✓ Léa\n\nRRR");
        pty_send(p, "1");
        assert_shows(p, "1 key 1\n✓ Léa\n日本語\nRRR");
        pty_send(p, "\x1b[[A");
        assert_shows(p, "2 key F1\n");
        pty_resize(p, 8, 30);
        assert_shows(p, "3 resize 8x30\n✓ Léa\n日本語\nRRR");
        echo_finish(p);
    }
}

static void a_locale_that_is_not_utf8(void **state)
{
    struct pty *p = echo_start((const char *const[]){"LC_ALL=C", NULL});
    (void)state;
    assert_shows(p, "0 ready\nx L?a\n");
    pty_send(p, "3");
    assert_shows(p, "1 key 3\nx L?a\nx??y\n");
    echo_finish(p);
    p = echo_start((const char *const[]){"LC_ALL=xx_YY.UTF-8", NULL}); /* not installed */
    assert_shows(p, "0 ready\n✓ Léa\n");
    echo_finish(p);
}

static void the_environment_does_not_set_the_size(void **state)
{
    struct pty *p = echo_start((const char *const[]){"LINES=50", "COLUMNS=13", NULL});
    (void)state;
    pty_resize(p, 7, 50);
    assert_shows(p, "1 resize 7x50\n");
    echo_finish(p);
}

static void the_cursor_is_where_the_canvas_says(void **state)
{
    struct pty *p = echo_start(NULL);
    int row, col;
    bool shown;
    (void)state;
    pty_cursor(p, &row, &col, &shown);
    assert_false(shown);
    pty_send(p, "a"); /* odd events show it, as the last thing of the frame */
    assert_true(pty_wait_bytes(p, "\x1b[?25h", PTY_PATIENCE));
    pty_cursor(p, &row, &col, &shown);
    assert_true(shown && row == 1 && col == 4);
    pty_send(p, "b"); /* even ones hide it first */
    assert_shows(p, "2 key b\n");
    pty_cursor(p, &row, &col, &shown);
    assert_false(shown);
    echo_finish(p);
}

static void the_bell_rings(void **state)
{
    struct pty *p = echo_start(NULL);
    (void)state;
    assert_null(strchr(pty_bytes(p)->s, '\a'));
    pty_send(p, "b");
    assert_true(pty_wait_bytes(p, "\a", PTY_PATIENCE));
    echo_finish(p);
}

static void assert_looks(struct pty *p, const struct canvas *c)
{
    const struct theme *theme = theme_find("default");
    for (int i = c->cols; i < c->rows * c->cols; i++) {
        struct pty_cell cell = pty_cell_at(p, i / c->cols, i % c->cols);
        const struct style *style = &theme->roles[c->cells[i].role];
        if (c->cells[i].width == 0 || c->cells[i].text[0] == ' ')
            continue; /* ncurses may leave out what a blank does not show */
        assert_int_equal(cell.bold, (style->attrs & STYLE_BOLD) != 0);
        assert_int_equal(cell.underline, (style->attrs & STYLE_UNDERLINE) != 0);
        assert_int_equal(cell.reverse, (style->attrs & STYLE_REVERSE) != 0);
        assert_int_equal(cell.colour, style->colour);
    }
}

static void assert_noise(struct pty *p, struct canvas *c, int seed, const char *row0)
{
    struct str want = STR_INIT;
    canvas_clear(c);
    canvas_text(c, 0, 0, c->cols, ROLE_TEXT, row0);
    echo_noise(c, (uint64_t)seed);
    canvas_dump(c, &want);
    assert_shows(p, want.s);
    str_release(&want);
}

/* The screen is the canvas, whatever was there before: text and looks, over many frames. */
static void the_screen_is_the_canvas(void **state)
{
    struct pty *p = echo_start(NULL);
    struct canvas c;
    char row0[32];
    (void)state;
    canvas_init(&c, 6, 40);
    for (int i = 1; i <= 200; i++) {
        pty_send(p, "n");
        snprintf(row0, sizeof row0, "%d key n", 2 * i - 1);
        assert_noise(p, &c, i, row0);
        if (i % 50 == 0) {
            pty_resize(p, 60 / (i / 50), 10 + i / 5);
            canvas_resize(&c, 60 / (i / 50), 10 + i / 5);
            snprintf(row0, sizeof row0, "%d resize %dx%d", 2 * i, c.rows, c.cols);
        } else {
            pty_send(p, "a"); /* once row 0 of this frame shows, the one before is complete */
            snprintf(row0, sizeof row0, "%d key a", 2 * i);
        }
        assert_noise(p, &c, i, row0);
        if (i % 50 != 0)
            assert_looks(p, &c);
    }
    canvas_release(&c);
    echo_finish(p);
}

/* One key changes one short row: no more than its bytes may be sent. */

static void little_is_sent_for_a_little_change(void **state)
{
    struct pty *p = echo_start(NULL);
    size_t before;
    (void)state;
    pty_send(p, "xx");
    assert_shows(p, "2 key x\n");
    before = pty_bytes(p)->len;
    pty_send(p, "yy");
    assert_shows(p, "4 key y\n");
    assert_in_range(pty_bytes(p)->len - before, 2, 100);
    assert_null(memmem(pty_bytes(p)->s + before, pty_bytes(p)->len - before, "RRR", 3));
    echo_finish(p);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resizing),
        cmocka_unit_test(wide_cells_change_by_halves),
        cmocka_unit_test(a_row_gains_and_loses_the_focus),
        cmocka_unit_test(combining_and_joined),
        cmocka_unit_test(given_back_as_it_was),
        cmocka_unit_test(stopped_and_continued),
        cmocka_unit_test(continued_without_having_known),
        cmocka_unit_test(unknown_terminals_are_refused),
        cmocka_unit_test(no_terminal_is_refused),
        cmocka_unit_test(roles_have_their_looks),
        cmocka_unit_test(no_colour),
        cmocka_unit_test(other_terminals),
        cmocka_unit_test(a_locale_that_is_not_utf8),
        cmocka_unit_test(the_environment_does_not_set_the_size),
        cmocka_unit_test(the_cursor_is_where_the_canvas_says),
        cmocka_unit_test(the_bell_rings),
        cmocka_unit_test(the_screen_is_the_canvas),
        cmocka_unit_test(little_is_sent_for_a_little_change),
    };
    int status = echo_main(argc, argv);
    if (status != ECHO_NOT)
        return status;
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
