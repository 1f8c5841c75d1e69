#ifndef SLATE_DOMAIN_BANK_DIFF_H
#define SLATE_DOMAIN_BANK_DIFF_H

/* What differs between two versions of a question bank, question by question: for people who score
 * with it, not for those who edit the file (base/diff.h is for them).
 *
 *     struct bank_diff d = {0};
 *     bank_diff(&asked_with, &now, &d);
 *     ... "senior/juggling" DIFF_CHANGED "ask, listen-for points", weighty
 *     bank_diff_release(&d); */

#include "base/str.h"
#include "domain/bank.h"

enum bank_diff_kind { QUESTION_NEW, QUESTION_GONE, QUESTION_CHANGED, BANK_CHANGED };

struct bank_diff_row {
    enum bank_diff_kind kind;
    enum level level;
    const char *id;   /* of the question, or the name of what changed in the bank; theirs */
    struct str parts; /* of a changed question: "text, listen-for points" */
    bool weighty;     /* its identity changed (question_hash): old and new scores do not compare */
};

struct bank_diff {
    struct bank_diff_row *items;
    size_t n, cap;
    unsigned kits; /* bit of a level that both have and whose kit changed: their interviews are
                      compared in part only */
};

/* Texts in the rows belong to the two banks. */
void bank_diff(const struct bank *old, const struct bank *new, struct bank_diff *out);
void bank_diff_release(struct bank_diff *d);

#endif
