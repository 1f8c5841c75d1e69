/* The one file that sees curses. Output goes through ncurses, which knows every terminal's ways;
 * input does not: its reader takes one byte per system call and lets the bytes of a sequence that
 * it does not know pass for keys. src/tui/decode.h reads instead. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_NOMACROS 1
#include <curses.h>
/* terminfo's header claims words that the rest of the world uses */
#define term terminfo_term
#include <term.h>
#undef term
#undef bell
#undef lines
#undef columns

#include "base/alloc.h"
#include "base/osc52.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "tui/input.h"
#include "tui/stretch.h"
#include "tui/term.h"
#include "tui/term_locale.h"
#include "tui/tty.h"

#define TERM_NAMES 24
#define PASTE_ON   "\x1b[?2004h"
#define PASTE_OFF  "\x1b[?2004l"
#define MOUSE_ON   "\x1b[?1000h\x1b[?1006h"
#define MOUSE_OFF  "\x1b[?1006l\x1b[?1000l"
#define COLOURS    8

struct look {
    attr_t attrs;
    short pair;
};

struct curses {
    struct term term; /* first: a struct term * is a struct curses * */
    SCREEN *screen;
    struct input input;
    struct tty tty;
    struct look looks[ROLES];
    struct canvas painted; /* what ncurses was handed last; cells NULL: nothing yet */
    cchar_t *run;          /* room for one row of cells */
    struct decode_name names[TERM_NAMES];
    size_t n_names;
    bool utf8; /* the terminal takes more than ASCII */
    bool ansi; /* the terminal speaks ECMA-48 */
    bool mouse;
    bool cursor_shown;
    bool resized; /* an event is owed */
};

static struct curses *curses_of(struct term *t)
{
    return (struct curses *)t;
}

/* ---- what roles look like ---- */

static attr_t attrs_of(uint8_t style)
{
    attr_t attrs = A_NORMAL;
    if ((style & STYLE_BOLD) != 0)
        attrs |= A_BOLD;
    if ((style & STYLE_DIM) != 0)
        attrs |= A_DIM;
    if ((style & STYLE_UNDERLINE) != 0)
        attrs |= A_UNDERLINE;
    if ((style & STYLE_REVERSE) != 0)
        attrs |= A_REVERSE;
    return attrs;
}

static bool has_colour(const struct theme *theme)
{
    for (int role = 0; role < ROLES; role++)
        if (theme->roles[role].colour >= 0)
            return true;
    return false;
}

static const struct theme *theme_for(const struct term_setup *setup)
{
    if (setup->theme != NULL)
        return setup->theme;
    if (max_colors < COLOURS || setup->sys->env(setup->sys, "NO_COLOR") != NULL)
        return theme_find("mono");
    return theme_find("default");
}

static bool colours_start(const struct theme *theme)
{
    return max_colors >= COLOURS && has_colour(theme) && start_color() == OK &&
           use_default_colors() == OK;
}

static void looks_make(struct curses *c, const struct theme *theme)
{
    bool colours = colours_start(theme);
    for (int role = 0; role < ROLES; role++) {
        const struct style *style = &theme->roles[role];
        c->looks[role] = (struct look){attrs_of(style->attrs), 0};
        if (colours && style->colour >= 0) {
            c->looks[role].pair = (short)(style->colour + 1);
            init_pair(c->looks[role].pair, style->colour, -1);
        }
    }
}

/* ---- painting ---- */

/* Emoji are drawn apart: terminals that join them would take fewer columns than wcwidth() says, and
 * all that stands behind them would shift. */
static bool joins(uint32_t cp, uint32_t base)
{
    return cp == 0xFE0F || (cp == 0x200D && (base >= 0x1F000 || (base >= 0x2190 && base < 0x2C00)));
}

static void wide_text(const struct cell *cell, wchar_t out[CCHARW_MAX + 1])
{
    size_t n = strlen(cell->text), at = 0, count = 0;
    uint32_t cp;
    while (at < n && count < CCHARW_MAX) {
        at += utf8_decode(cell->text + at, n - at, &cp);
        if (count == 0 || !joins(cp, (uint32_t)out[0]))
            out[count++] = (wchar_t)cp;
    }
    out[count] = L'\0';
}

static const struct look *look_of(const struct curses *c, const struct cell *cell)
{
    return &c->looks[cell->role < ROLES ? cell->role : ROLE_TEXT];
}

/* Adds one cell; returns how many of ncurses' it became. */
static int cell_hand(const struct curses *c, const struct cell *cell, cchar_t *out)
{
    const struct look *look = look_of(c, cell);
    wchar_t text[CCHARW_MAX + 1] = {(unsigned char)cell->text[0]};
    bool ascii = (unsigned char)cell->text[0] < 0x80;
    if (cell->width == 0)
        return 0;
    if (c->utf8 && !(ascii && cell->text[1] == '\0')) {
        wide_text(cell, text);
        ascii = wcwidth(text[0]) == cell->width;
    }
    if (ascii) {
        setcchar(out, text, look->attrs, look->pair, NULL);
        return 1;
    }
    /* ncurses must not be handed what it would count otherwise than the canvas did */
    for (int i = 0; i < cell->width; i++)
        setcchar(&out[i], c->utf8 ? L"\uFFFD" : L"?", look->attrs, look->pair, NULL);
    return cell->width;
}

static void paint_run(struct curses *c, int row, const struct cell *cells, int from, int to)
{
    int n = 0;
    if (cells[from].width == 0 && from > 0) /* of a wide one the left half carries the text */
        from--;
    for (int col = from; col < to; col++)
        n += cell_hand(c, &cells[col], &c->run[n]);
    mvadd_wchnstr(row, from, c->run, n);
}

/* Behind both ends there are blanks in both pictures. */
static void paint_row(struct curses *c, const struct canvas *canvas, int row)
{
    size_t at = (size_t)row * (size_t)canvas->cols;
    const struct cell *now = canvas->cells + at;
    struct cell *before = c->painted.cells + at;
    int *end = &c->painted.ends[row];
    int cols = canvas->ends[row] > *end ? canvas->ends[row] : *end;
    size_t size = (size_t)cols * sizeof *now;
    *end = canvas->ends[row];
    if (memcmp(now, before, size) == 0)
        return;
    for (struct stretch s = {0}; stretch_next(now, before, cols, &s);) {
        const struct look *look = look_of(c, &now[s.from]);
        if (s.text)
            paint_run(c, row, now, s.from, s.to);
        else
            mvchgat(row, s.from, s.to - s.from, look->attrs, look->pair, NULL);
    }
    memcpy(before, now, size);
}

static void paint_resize(struct curses *c, int rows, int cols)
{
    if (c->painted.rows == rows && c->painted.cols == cols)
        return;
    canvas_resize(&c->painted, rows, cols);
    free(c->run);
    c->run = xcalloc((size_t)cols + 1, sizeof *c->run);
    werase(stdscr);
}

static void cursor_show(struct curses *c, bool show)
{
    if (show != c->cursor_shown)
        curs_set(show ? 1 : 0);
    c->cursor_shown = show;
}

static void curses_paint(struct term *t, const struct canvas *canvas)
{
    struct curses *c = curses_of(t);
    paint_resize(c, canvas->rows, canvas->cols);
    for (int row = 0; row < canvas->rows; row++)
        paint_row(c, canvas, row);
    if (!canvas->cursor)
        cursor_show(c, false);
    leaveok(stdscr, !canvas->cursor); /* a hidden cursor need not be moved anywhere */
    wmove(stdscr, canvas->cursor_row, canvas->cursor_col);
    wrefresh(stdscr);
    if (canvas->cursor)
        cursor_show(c, true);
    tty_send(&c->tty);
}

/* ---- size ---- */

static void curses_size(struct term *t, int *rows, int *cols)
{
    (void)t;
    getmaxyx(stdscr, *rows, *cols);
}

/* Takes over the terminal's size; true when it is another one. */
static bool size_take(void)
{
    struct winsize now;
    int rows, cols;
    getmaxyx(stdscr, rows, cols);
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &now) < 0 || now.ws_row == 0 || now.ws_col == 0)
        return false;
    if (now.ws_row == rows && now.ws_col == cols)
        return false;
    resize_term(now.ws_row, now.ws_col);
    return true;
}

/* ---- taking the terminal and giving it back ---- */

static void modes_on(struct curses *c)
{
    tty_raw(&c->tty);
    if (keypad_xmit != NULL)
        tty_add(&c->tty, keypad_xmit); /* endwin takes it back */
    if (c->ansi)
        tty_add(&c->tty, PASTE_ON);
    if (c->ansi && c->mouse)
        tty_add(&c->tty, MOUSE_ON);
}

static void modes_off(struct curses *c)
{
    if (c->ansi && c->mouse)
        tty_add(&c->tty, MOUSE_OFF);
    if (c->ansi)
        tty_add(&c->tty, PASTE_OFF);
    endwin();
    tty_send(&c->tty);
    tty_restore(&c->tty);
}

static void curses_suspend(struct term *t)
{
    struct curses *c = curses_of(t);
    modes_off(c);
    signals_give_back(&c->input.signals);
}

static void curses_resume(struct term *t)
{
    struct curses *c = curses_of(t);
    signals_take(&c->input.signals);
    c->resized = size_take() || c->resized;
    modes_on(c);
    clearok(curscr, TRUE);
    wrefresh(stdscr); /* also hides the cursor again where it was hidden */
    tty_send(&c->tty);
}

/* The whole group, as the terminal's own Ctrl-Z does: whoever started us and waits must stop too.
 */
static void curses_stop(struct term *t)
{
    struct sigaction stop = {.sa_handler = SIG_DFL}, before;
    sigset_t open, mask;
    curses_suspend(t);
    sigemptyset(&open);
    sigaddset(&open, SIGTSTP);
    sigaction(SIGTSTP, &stop, &before);
    sigprocmask(SIG_UNBLOCK, &open, &mask);
    kill(0, SIGTSTP);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &before, NULL);
    curses_resume(t);
}

void term_stop_process(struct term *t)
{
    t->ops->stop(t);
}

/* Continued after a SIGSTOP, which nobody can prepare for. */
static void curses_continued(struct curses *c)
{
    modes_on(c);
    c->resized = true;
}

static void curses_bell(struct term *t)
{
    struct curses *c = curses_of(t);
    beep();
    tty_send(&c->tty);
}

static bool curses_copy(struct term *t, const struct str *text, const char **hint, struct err *e)
{
    struct curses *c = curses_of(t);
    struct str bytes = STR_INIT;
    bool ok = osc52_add(&bytes, text, c->input.sys, e);
    tty_add(&c->tty, bytes.s);
    tty_send(&c->tty);
    *hint = osc52_hint(c->input.sys);
    str_release(&bytes);
    return ok;
}

bool term_copy(struct term *t, const struct str *text, const char **hint, struct err *e)
{
    return t->ops->copy(t, text, hint, e);
}

static void curses_free(struct curses *c)
{
    decode_release(&c->input.decode);
    tty_close(&c->tty);
    canvas_release(&c->painted);
    free(c->run);
    free(c);
}

static void curses_close(struct term *t)
{
    struct curses *c = curses_of(t);
    modes_off(c);
    delscreen(c->screen);
    signals_give_back(&c->input.signals);
    curses_free(c);
}

/* ---- events ---- */

static bool take_resize(struct curses *c, struct event *ev)
{
    if (!signals_news(NEWS_RESIZE) && !c->resized)
        return false;
    c->resized = false;
    size_take();
    clearok(curscr, TRUE); /* whatever the terminal made of the old picture */
    *ev = (struct event){.kind = EVENT_RESIZE};
    getmaxyx(stdscr, ev->rows, ev->cols);
    return true;
}

static bool take_event(struct curses *c, struct event *ev)
{
    if (signals_news(NEWS_STOP))
        curses_stop(&c->term);
    if (signals_news(NEWS_CONTINUE))
        curses_continued(c);
    return take_resize(c, ev) || input_event(&c->input, ev);
}

static bool curses_next(struct term *t, int timeout_ms, struct event *ev)
{
    struct curses *c = curses_of(t);
    int64_t until = timeout_ms < 0 ? -1 : input_now(&c->input) + timeout_ms;
    while (!take_event(c, ev)) {
        if (c->input.ended)
            return false;
        if (!input_wait(&c->input, until)) {
            *ev = (struct event){.kind = EVENT_TICK};
            break;
        }
    }
    return true;
}

static bool curses_pending(struct term *t)
{
    struct curses *c = curses_of(t);
    return c->resized || input_pending(&c->input);
}

/* ---- opening ---- */

/* What this terminal sends, as far as it is a sequence: control characters are known anyway. */
static void names_take(struct curses *c)
{
    const struct decode_name all[TERM_NAMES] = {
        {key_up, {K_UP, 0}},       {key_down, {K_DOWN, 0}},        {key_left, {K_LEFT, 0}},
        {key_right, {K_RIGHT, 0}}, {key_home, {K_HOME, 0}},        {key_end, {K_END, 0}},
        {key_ppage, {K_PGUP, 0}},  {key_npage, {K_PGDN, 0}},       {key_ic, {K_INSERT, 0}},
        {key_dc, {K_DELETE, 0}},   {key_btab, {K_TAB, MOD_SHIFT}}, {key_enter, {K_ENTER, 0}},
        {key_f1, {K_F1, 0}},       {key_f2, {K_F1 + 1, 0}},        {key_f3, {K_F1 + 2, 0}},
        {key_f4, {K_F1 + 3, 0}},   {key_f5, {K_F1 + 4, 0}},        {key_f6, {K_F1 + 5, 0}},
        {key_f7, {K_F1 + 6, 0}},   {key_f8, {K_F1 + 7, 0}},        {key_f9, {K_F1 + 8, 0}},
        {key_f10, {K_F1 + 9, 0}},  {key_f11, {K_F1 + 10, 0}},      {key_f12, {K_F12, 0}},
    };
    for (size_t i = 0; i < TERM_NAMES; i++)
        if (all[i].bytes != NULL && all[i].bytes[0] == '\x1b' && all[i].bytes[1] != '\0')
            c->names[c->n_names++] = all[i];
    c->input.decode.names = c->names;
    c->input.decode.n_names = c->n_names;
}

static bool screen_open(struct curses *c, const char *type, struct err *e)
{
    if (type == NULL)
        return err_set(e, ERR_IO,
                       "TERM is not set, so the kind of this terminal is not known. Try "
                       "`TERM=xterm-256color slate`");
    use_env(FALSE); /* LINES and COLUMNS go stale: size_take asks the kernel */
    use_tioctl(TRUE);
    c->screen = newterm(type, c->tty.sink, stdin);
    if (c->screen == NULL)
        return err_set(e, ERR_IO,
                       "TERM is \"%s\": this machine does not know that terminal. Try "
                       "`TERM=xterm-256color slate`",
                       type);
    if (cursor_address != NULL)
        return true;
    delscreen(c->screen);
    return err_set(e, ERR_IO,
                   "TERM is \"%s\": such a terminal cannot place its cursor. Start slate in "
                   "another window, or try `TERM=xterm-256color slate`",
                   type);
}

static void screen_setup(struct curses *c, const struct term_setup *setup)
{
    nonl();        /* a newline goes down and not to the left: tty_raw sees to it */
    typeahead(-1); /* ncurses need not look for input while it writes */
    c->ansi = strncmp(cursor_address, "\x1b[", 2) == 0;
    c->mouse = setup->mouse;
    c->utf8 = term_locale_is_utf8(setup->sys);
    c->term.ascii = setup->ascii || !c->utf8;
    c->cursor_shown = true;
    names_take(c);
    looks_make(c, theme_for(setup));
    size_take();
    modes_on(c);
}

struct term *term_curses_open(const struct term_setup *setup, struct err *e)
{
    static const struct term_ops ops = {
        .size = curses_size,
        .next = curses_next,
        .pending = curses_pending,
        .paint = curses_paint,
        .bell = curses_bell,
        .copy = curses_copy,
        .suspend = curses_suspend,
        .resume = curses_resume,
        .stop = curses_stop,
        .close = curses_close,
    };
    const char *type = setup->sys->env(setup->sys, "TERM");
    struct curses *c = xcalloc(1, sizeof *c);
    c->term.ops = &ops;
    c->input.sys = setup->sys;
    decode_init(&c->input.decode, NULL, 0);
    signals_take(&c->input.signals); /* before newterm, which takes what nobody has */
    if (!tty_open(&c->tty, e) || !screen_open(c, type, e)) {
        signals_give_back(&c->input.signals);
        curses_free(c);
        return NULL;
    }
    screen_setup(c, setup);
    return &c->term;
}
