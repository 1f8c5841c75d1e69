#ifndef SLATE_APP_CARE_H
#define SLATE_APP_CARE_H

/* A last quiet look at what was written before it is locked: notes, off-script questions, facts,
 * the general note and the summary that may touch what the law keeps out of hiring (bank/law.h,
 * every profile). Nothing is forbidden by it. A text that belongs to the job is kept on purpose;
 * stored is that it was kept, never what it may have touched. */

#include "app/live.h"

struct care {
    struct slot slot;    /* of the text */
    const char *place;   /* "question 3, note" */
    const char *excerpt; /* of the text, around what it is about; one line */
    const char *safer;   /* what to do instead */
};

struct cares {
    struct arena arena; /* owns the texts */
    struct care *items;
    size_t n, cap;
};

/* Those that were not kept, or were written since; in the order of the interview. `out` is filled
 * anew. */
void live_care(struct live *live, struct cares *out);
void cares_release(struct cares *c);

/* Says that the text in `slot` is job-related and stays. Can be undone like any other key. */
bool live_keep(struct live *live, struct slot slot, struct err *e);

#endif
