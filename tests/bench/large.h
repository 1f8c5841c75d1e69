#ifndef SLATE_BENCH_LARGE_H
#define SLATE_BENCH_LARGE_H

#include "base/str.h"

/* Adds a bank of n questions, made of those of the bank at `path` again and again. Dies when it
 * cannot be read. */
void large_bank(const char *path, size_t n, struct str *out);

#endif
