#ifndef SLATE_BENCH_PANE_H
#define SLATE_BENCH_PANE_H

/* A program on a pseudo-terminal, timed to the last byte that it paints.
 *
 * What "painted" means is learned beforehand: the program is started, or given the keys, and what
 * it writes until it is quiet is kept. The timed turns then end at the byte that completes the
 * same output, with nobody waiting for a silence. */

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/str.h"

struct program {
    const char *name;
    const char *const *argv; /* argv[0] is looked up in PATH */
    const char *variable;    /* "NAME=value" for its environment, or NULL */
    int rows, cols;
};

struct pane {
    int fd;
    pid_t pid;
    int64_t *exec_at; /* ns, written by the program's process just before exec */
    int64_t read_at;  /* ns, when the last byte came */
    struct str out;   /* all that was read since it was last cleared */
};

void pane_start(struct pane *t, const struct program *p);
/* Asks it to end with q, insists after a moment. */
void pane_end(struct pane *t);

void pane_send(struct pane *t, const char *keys);
/* Reads once; false when nothing came in time, or nothing more can come. */
bool pane_read(struct pane *t, int timeout_ms);
/* Reads until it was silent for so long. */
void pane_quiet(struct pane *t, int ms);
/* Reads until `text` was written; ends the benchmark when it never is. */
void pane_await(struct pane *t, const char *text);

/* Its peak memory so far, in KiB. */
double pane_peak(const struct pane *t);

/* ---- start ---- */

struct first_screen {
    size_t least;  /* bytes */
    char tail[24]; /* the last of them */
    size_t n_tail;
};

/* Learned from two starts in a row that end alike; false when there are none. */
bool first_screen_learn(const struct program *p, struct first_screen *s);
/* One start: ns from exec to the complete first screen, less than 0 when it never came; and the
 * peak memory then, unless peak_kib is NULL. */
double first_screen_time(const struct program *p, const struct first_screen *s, double *peak_kib);

/* ---- keys ---- */

/* Single-byte keys that lead back to where they began. */
#define CYCLE_MAX 32

struct cycle {
    const char *keys;
    struct str painted[CYCLE_MAX]; /* the end of what each key makes the program write */
    size_t at;
    size_t missed; /* keys whose output ended otherwise */
};

void cycle_learn(struct cycle *c, struct pane *t, const char *keys);
/* All keys once, untimed. */
void cycle_walk(struct cycle *c, struct pane *t);
/* Sends the next key: ns until it was painted, less than 0 when something else was. */
double cycle_time(struct cycle *c, struct pane *t);
void cycle_release(struct cycle *c);

#endif
