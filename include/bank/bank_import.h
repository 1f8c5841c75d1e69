#ifndef SLATE_BANK_IMPORT_H
#define SLATE_BANK_IMPORT_H

/* From what a recruiter has (a page on a job saved or pasted as text or HTML, an interview kit in
 * Markdown, a table as CSV) to the draft of a question bank: the bytes of a new YAML file, and a
 * note for each line that was not understood and each thing that was assumed. Which of the three it
 * is, is told from the content.
 *
 * Nothing is invented. A missing anchor stays missing, and reading the draft reports it: a draft is
 * a bank whose errors say only what is missing (findings_gaps in domain/finding.h). Nothing is
 * dropped in silence: what is not taken has a note with its line; an answer in prose that was split
 * into listen-for points stands whole in a comment above them.
 *
 *     struct import_source source = {.bytes = text.s, .n = text.len, .name = "colorist.txt"};
 *     struct draft d;
 *     if (bank_import(&source, &d, &e)) ... d.yaml.s, d.items ...
 *     draft_release(&d);
 *
 * Fails on an empty file, on one that is not text or not UTF-8 (with what to do), and when there is
 * no question in it. Linear in the size of the source, which is at most FILE_BANK_MAX. */

#include <stdbool.h>
#include <stddef.h>

#include "bank/draft.h"
#include "base/err.h"

struct import_source {
    const char *bytes;
    size_t n;
    const char *name;  /* of the file, for messages and for a title where the text has none */
    const char *bank;  /* the identifier of the bank to be; NULL: from title or name */
    bool windows_1252; /* the bytes are in that encoding */
};

bool bank_import(const struct import_source *source, struct draft *out, struct err *e);

#endif
