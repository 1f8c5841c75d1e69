#ifndef SLATE_BASE_PROC_H
#define SLATE_BASE_PROC_H

/* Another program run in the foreground of this terminal, from a list of arguments: never through a
 * shell, so that a file name is never a command.
 *
 *     struct proc_words words = {0};
 *     proc_split(&words, "code --wait");
 *     proc_word(&words, path);
 *     if (!proc_run(&words, &status, &e)) ... it could not be started
 *     proc_words_release(&words);
 *
 * While it runs, Ctrl-C and Ctrl-\ belong to it. Whoever holds the terminal suspends it first. */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct proc_words { /* owns its words */
    char **items;
    size_t n, cap;
};

void proc_word(struct proc_words *w, const char *word); /* copied */
/* The words of a setting such as EDITOR, parted by blanks. No quoting: a program whose path has a
 * blank is given by its name, or linked. */
void proc_split(struct proc_words *w, const char *line);
void proc_words_release(struct proc_words *w);

/* Waits until it ends. *status: 0 to 255 as it ended, 128 and the signal when one killed it. False
 * when it could not be started: the message names it. */
bool proc_run(const struct proc_words *w, int *status, struct err *e);

/* Is there such a program in the folders of `path` (the PATH; NULL: none), or, with a slash in its
 * name, at that place? */
bool proc_found(const char *path, const char *name);

#endif
