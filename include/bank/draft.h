#ifndef SLATE_BANK_DRAFT_H
#define SLATE_BANK_DRAFT_H

/* What an import gives (bank/bank_import.h): the bytes of a new bank file, and what was not
 * understood or was assumed on the way, by line of the source. */

#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/str.h"
#include "domain/level.h"

enum draft_note_kind {
    DRAFT_LEFT_OUT, /* not understood, or with no place in a bank: not in the draft */
    DRAFT_ASSUMED   /* in the draft, in a way that is worth a look */
};

struct draft_note {
    enum draft_note_kind kind;
    uint32_t line, last; /* of the source, from 1, both included; 0: the file as a whole */
    const char *text;    /* one sentence without a full stop */
};

enum draft_format { DRAFT_PAGE, DRAFT_MARKDOWN, DRAFT_TABLE };

struct draft {
    struct arena arena; /* owns the texts */
    enum draft_format format;
    const char *bank, *title; /* as they stand in the draft */
    struct str yaml;
    struct draft_note *items; /* by line */
    size_t n, cap;
    size_t questions[LEVELS];
};

void draft_release(struct draft *d);

/* "a page", "Markdown", "a table": for messages. */
const char *draft_format_name(enum draft_format format);

/* "colorist.txt:12: left out: ..." and so on, a line each. */
void draft_add_note(struct str *out, const struct draft_note *note, const char *name);

#endif
