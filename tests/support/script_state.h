#ifndef SLATE_TESTS_SCRIPT_STATE_H
#define SLATE_TESTS_SCRIPT_STATE_H

/* What script.c (events, running) and script_check.c (what is on the screen) share. */

#include "app/app.h"
#include "support/unit.h"
#include "tui/term.h"

struct script {
    struct term term; /* first: the loop's term is the script */
    struct term *inner;
    const char *path;
    char **lines;
    size_t n, at;
    char line[2048]; /* the present one, cut into words */
    struct {
        char **items;
        size_t n, cap;
    } pending; /* events still to come from one line: written keys */
    size_t pending_at;
    int random_left;
    uint64_t seed;
    int size_at; /* of `everysize`, -1: not in it */
    struct still_world world;
    const char *environment[32];
    size_t n_environment;
    struct str folder, config;
    int rows, cols;
    struct app app;
    bool failed, ended, update;
    struct str rewritten; /* the file as it should be, with SLATE_UPDATE */
};

/* Prints what is wrong, and the screen as it was. Returns false. */
bool script_wrong(struct script *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void script_advance(struct script *s, const char *seconds);
/* A line that checks something, or does something at once. */
bool script_check(struct script *s, const char *word, const char *rest);

#endif
