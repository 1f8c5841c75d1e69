#include "support/echo.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/vec.h"
#include "support/unit.h"
#include "tui/term.h"

/* newterm of an unknown terminal leaves this behind; nothing of ours can free it. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:new_prescr";
}

struct child {
    struct term *term;
    struct canvas canvas;
    struct str last;
    int events;
    int picture;
    int noise; /* 0: none */
    bool focused;
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
const char *const echo_pictures[] = {"",
                                     "日本語",
                                     " 日本",
                                     "x日y",
                                     "xy日z",
                                     ("e\xCC\x81"
                                      "a"),
                                     "👩\xE2\x80\x8D💻|",
                                     "❤\xEF\xB8\x8F|",
                                     "\xF4\x8F\xBF\xBE|",
                                     "日本x"};

void echo_noise(struct canvas *c, uint64_t seed)
{
    static const char *const bits[] = {"日本語", "Léa Fournier", "e\xCC\x81", " ", "──",
                                       "a",      "█░█░",         "語"};
    for (int i = 0; i < 24; i++) {
        int row = 1 + seed_below(&seed, c->rows > 1 ? c->rows - 1 : 1);
        /* not in the last column: libvterm 0.1.4 puts a combining mark there on the next row */
        int col = seed_below(&seed, c->cols - 1), width = seed_below(&seed, 12);
        enum role role = (enum role)seed_below(&seed, ROLES);
        if (seed_below(&seed, 4) == 0)
            canvas_fill(c, (struct area){row, col, 1, width}, role);
        else
            canvas_text(c, row, col, width, role, bits[seed_below(&seed, (int)COUNT_OF(bits))]);
    }
}

static void child_draw(struct child *c)
{
    int rows, cols;
    c->term->ops->size(c->term, &rows, &cols);
    canvas_resize(&c->canvas, rows, cols);
    c->canvas.ascii = c->term->ascii;
    canvas_textf(&c->canvas, 0, 0, 200, ROLE_TEXT, "%d %s", c->events, c->last.s);
    if (c->noise > 0) {
        echo_noise(&c->canvas, (uint64_t)c->noise);
        c->term->ops->paint(c->term, &c->canvas);
        return;
    }
    canvas_text(&c->canvas, 1, 0, 1, ROLE_TEXT, canvas_glyph(&c->canvas, GLYPH_TICK));
    canvas_text(&c->canvas, 1, 2, 200, ROLE_TEXT, "Léa");
    canvas_text(&c->canvas, 2, 0, 200, ROLE_TEXT, echo_pictures[c->picture]);
    if (c->focused)
        canvas_role(&c->canvas, (struct area){2, 0, 1, ECHO_FOCUS}, ROLE_FOCUS);
    for (int role = 0; role < ROLES; role++)
        canvas_text(&c->canvas, 3, role, 1, (enum role)role, "R");
    if (c->terminated)
        canvas_text(&c->canvas, 4, 0, 200, ROLE_TEXT, "asked to leave");
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
    if (ev->key.code == 'f')
        c->focused = !c->focused;
    if (ev->key.code == 'n')
        c->noise++;
    if (ev->key.code == 's') {
        c->term->ops->suspend(c->term);
        printf("the shell has it\n");
        fflush(stdout);
        c->term->ops->resume(c->term);
    }
    if (ev->key.code == 'z')
        term_stop_process(c->term);
    if (ev->key.code == 't')
        raise(SIGTSTP); /* as if it came from outside: noticed at the next wait */
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
        return ECHO_REFUSED;
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
    return asked_to_quit ? ECHO_DONE : c.terminated ? ECHO_NO_MORE : 99;
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
    int status = 0, times = 0;
    pid_t pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        take_foreground(getpid());
        exit(child_main(""));
    }
    while (waitpid(pid, &status, WUNTRACED) == pid && WIFSTOPPED(status)) {
        take_foreground(getpid());
        printf("job stopped by %d for the %d. time\n", WSTOPSIG(status), ++times);
        fflush(stdout);
        getchar();
        take_foreground(pid);
        kill(-pid, SIGCONT);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 98;
}

struct pty *echo_start_as(const char *mode, const char *theme, const char *const env[])
{
    char self[] = "/proc/self/exe", mode_arg[16], theme_arg[16];
    char *argv[] = {self, mode_arg, theme_arg, NULL};
    snprintf(mode_arg, sizeof mode_arg, "%s", mode);
    snprintf(theme_arg, sizeof theme_arg, "%s", theme);
    return pty_open(6, 40, argv, env);
}

struct pty *echo_start(const char *const env[])
{
    struct pty *p = echo_start_as("--child", "", env);
    assert_shows(p, "RRRRRRRRRRRRRRR\n"); /* the last that the first frame writes */
    return p;
}

void echo_finish(struct pty *p)
{
    int status;
    pty_send(p, "q");
    assert_true(pty_wait_end(p, &status, PTY_PATIENCE));
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), ECHO_DONE);
    pty_close(p);
}

int echo_main(int argc, char **argv)
{
    if (argc > 2 && strcmp(argv[1], "--child") == 0)
        return child_main(argv[2]);
    if (argc > 1 && strcmp(argv[1], "--shell") == 0)
        return shell_main();
    return ECHO_NOT;
}
