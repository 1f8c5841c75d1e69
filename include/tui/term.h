#ifndef SLATE_TUI_TERM_H
#define SLATE_TUI_TERM_H

/* The terminal as an interface. Two implementations: term_curses (the only file that sees curses)
 * and term_script (a list of events in, the last canvas kept: what tests use).
 *
 *     struct term *t = term_curses_open(&(struct term_setup){...}, e);
 *     while (t->ops->next(t, 1000, &event)) { ... t->ops->paint(t, &canvas); }
 *     t->ops->close(t);
 *
 * next() waits at most `timeout_ms` and then gives a tick. It returns false only when there can be
 * no further event. paint() hands over the cells that differ from the canvas painted before, in one
 * write where it can. pending() says without waiting whether an event is there (a query that is
 * overtaken by it stops). suspend() gives the terminal back (for an editor, or Ctrl-Z from the
 * palette) and resume() takes it again and repaints all. */

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "base/sys.h"
#include "tui/canvas.h"
#include "tui/event.h"

struct term;

struct term_ops {
    void (*size)(struct term *t, int *rows, int *cols);
    bool (*next)(struct term *t, int timeout_ms, struct event *ev);
    bool (*pending)(struct term *t);
    void (*paint)(struct term *t, const struct canvas *c);
    void (*bell)(struct term *t);
    bool (*copy)(struct term *t, const struct str *text, const char **hint, struct err *e);
    void (*suspend)(struct term *t);
    void (*resume)(struct term *t);
    void (*stop)(struct term *t);  /* term_stop_process */
    void (*close)(struct term *t); /* restores the terminal and frees t */
};

struct term {
    const struct term_ops *ops;
    bool ascii; /* lines and marks must be ASCII: configured so, or the locale is not UTF-8 */
};

/* Signals: while a term is open and not suspended, SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGCONT and
 * SIGTSTP are blocked but in next() and pending(), so nothing else is ever interrupted, and SIGPIPE
 * is ignored. suspend() gives all of that back as it was: who runs another program on the terminal
 * must suspend first, and see to SIGINT and SIGQUIT itself while it waits. */

struct term_setup {
    const struct theme *theme; /* NULL: chosen from the terminal and NO_COLOR */
    struct sys *sys;           /* for NO_COLOR, TERM and the time; outlives the term */
    bool ascii;                /* as configured */
    bool mouse;
};

/* Fails politely, the terminal untouched, when stdin or stdout is no terminal or TERM is unknown.
 */
struct term *term_curses_open(const struct term_setup *setup, struct err *e);

/* Suspends the terminal, stops the process and whoever waits for it (SIGTSTP to its group, as
 * Ctrl-Z does elsewhere) and, once it is continued, takes the terminal again. The script's only
 * counts. */
void term_stop_process(struct term *t);

/* Hands the text to the terminal's clipboard (base/osc52.h). The terminal does not answer: true
 * means that it was sent, and *hint is the sentence for whoever finds nothing to paste. */
bool term_copy(struct term *t, const struct str *text, const char **hint, struct err *e);

/* Must be called once by main before term_curses_open and before any width is asked for. Sets
 * LC_CTYPE; where the locale is not UTF-8 it takes C.UTF-8 for reckoning and returns false. */
bool term_locale(void);

/* Tests: events are appended with term_script_key/paste/resize/...; next() gives them in order,
 * then returns false. The canvas painted last is kept. */
struct term *term_script_open(int rows, int cols);
void term_script_key(struct term *t, struct key k);
void term_script_paste(struct term *t, const char *text);
void term_script_resize(struct term *t, int rows, int cols);
void term_script_click(struct term *t, int row, int col);
void term_script_event(struct term *t, enum event_kind kind); /* tick, terminate */
const struct canvas *term_script_canvas(const struct term *t);
int term_script_bells(const struct term *t);
int term_script_stops(const struct term *t);
const char *term_script_copied(const struct term *t); /* the last text, or NULL */

#endif
