#ifndef SLATE_TUI_SCREEN_H
#define SLATE_TUI_SCREEN_H

/* What a screen is: constant ops and private state. `draw` cannot change anything; a handler
 * returns what must happen next as a value and does not act on the stack itself.
 *
 * Order for a key: ops->handle (text entry, walking a list) first; what it answers with
 * OUT_UNHANDLED is looked up in the screen's action rows, then in those that hold everywhere. */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/proc.h"
#include "tui/canvas.h"
#include "tui/event.h"

struct screen;
struct job; /* base/job.h */

enum outcome_kind {
    OUT_UNHANDLED, /* not mine */
    OUT_STAY,      /* done; repaint */
    OUT_PUSH,      /* show `screen` above this one (ownership passes) */
    OUT_REPLACE,   /* show `screen` instead of this one */
    OUT_POP,       /* close this screen; `value` goes to the one below */
    OUT_QUIT,      /* leave the program */
    OUT_ASK,       /* put `ask` to the user; the choice goes to ask->answered */
    OUT_SUSPEND,   /* stop the program until it is put in the foreground again */
    OUT_RUN        /* give the terminal to `run` until that program ends */
};

enum tone { TONE_PLAIN, TONE_GOOD, TONE_WARN, TONE_ERROR };

/* A question with a handful of answers, each a key: "Leave? The session stays open." y n. What was
 * chosen goes to `answered`, with the state of whoever asked; Esc asks nothing further. The texts
 * must live as long as the question is shown (constants, or the state's). */
struct outcome;
struct choice {
    uint32_t key;
    const char *label;
};
struct ask {
    const char *question;
    const struct choice *choices;
    size_t n;
    struct outcome (*answered)(void *state, int choice);
};

/* Another program, such as the editor, in front of slate. `words` must live until it has ended;
 * status is what proc_run gives, or -1 with the err when it could not be started. */
struct run {
    const struct proc_words *words;
    struct outcome (*ended)(void *state, int status, const struct err *e);
};

#define OUTCOME_TEXT 512 /* bytes: what failed, where (a path), and what to do */

struct outcome {
    enum outcome_kind kind;
    struct screen *screen;
    const struct ask *ask;
    const struct run *run;
    struct job *job; /* runs between the keys from now on; NULL: none. Ownership passes */
    char *copy;      /* goes to the terminal's clipboard; NULL: nothing. Ownership passes */
    long value;
    enum tone tone;
    char message[OUTCOME_TEXT]; /* shown in the status line until the next key; "" for none */
};

struct outcome out_unhandled(void);
struct outcome out_stay(void);
struct outcome out_say(enum tone tone, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
struct outcome out_push(struct screen *s);
struct outcome out_replace(struct screen *s);
struct outcome out_pop(long value);                         /* -1: nothing chosen */
struct outcome out_leaving(struct outcome out, long value); /* `out`, and out_pop too */
struct outcome out_quit(void);
struct outcome out_ask(const struct ask *ask);
struct outcome out_run(const struct run *run);
/* Both stay; set `kind` for more. What comes of it is said by the loop. */
struct outcome out_job(struct job *job);
struct outcome out_copy(char *text);

struct action;
struct actions {
    const struct action *rows;
    size_t n;
    bool fold; /* a capital works as its small letter (Caps Lock harms nothing) */
};

struct screen_ops {
    const char *name; /* of the place, above the list of its keys: "interview" */
    void (*draw)(const void *state, struct canvas *c);
    struct outcome (*handle)(void *state, const struct event *ev); /* may be NULL */
    struct actions (*actions)(const void *state);                  /* the rows in force now */
    struct outcome (*resumed)(void *state, long value); /* the screen above closed; may be NULL */
    bool (*typing)(const void *state); /* text is being entered: letters are text. NULL: never */
    /* Something long is under way that goes on between keys: as long as no key waits, EVENT_TICK
     * comes at once, again and again, and the screen is painted after each. NULL: never */
    bool (*working)(const void *state);
    bool (*unsaved)(const void *state); /* leaving would lose something. NULL: never */
    /* After the first paint of the first screen, before the first key: what its picture did not
     * have to wait for. False ends the program with the err. NULL: nothing. */
    bool (*settle)(void *state, struct err *e);
    void (*close)(void *state); /* frees the state */
};

struct screen {
    const struct screen_ops *ops;
    void *state;
};

struct screen *screen_new(const struct screen_ops *ops, void *state); /* takes the state over */
void screen_close(struct screen *s);                                  /* NULL is fine */

#endif
