#ifndef SLATE_DOMAIN_CANDIDATE_H
#define SLATE_DOMAIN_CANDIDATE_H

/* Who is interviewed. Names are compared folded (base/utf8.h): "Lea" finds "Léa". */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

#define NAME_MAX_BYTES 400

struct candidate {
    int64_t id;
    const char *name, *email, *phone, *link; /* NULL: not known */
};

/* A name as it is kept: trimmed, blanks squeezed, in NFC, not empty. Fails on an empty or overlong
 * one. `out` holds NAME_MAX_BYTES + 1. */
bool name_tidy(const char *typed, char *out, struct err *e);

#endif
