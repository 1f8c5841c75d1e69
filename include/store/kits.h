#ifndef SLATE_STORE_KITS_H
#define SLATE_STORE_KITS_H

/* The rows that comparing needs: interviews as columns of scores, and all scores of one kit. The
 * blind rule is part of every query: a hidden interview says that it exists (`row.hidden`), or is
 * left out and counted; no mark of it is read. Marks are as amended, voids as they stand now. */

#include "base/err.h"
#include "domain/scored.h"
#include "store/store.h"

/* These interviews, in this order; ERR_MISSING when one is not there. The submitted ones that are
 * not hidden have answers, and count as seen from now on. */
bool store_scored(struct store *s, const int64_t *ids, size_t n, struct scored_list *out,
                  struct err *e);

/* The questions of a kit by position. ERR_MISSING when no interview was asked with it. */
bool store_kit_questions(struct store *s, int64_t kit, struct kit_questions *out, struct err *e);
void kit_questions_release(struct kit_questions *q);

/* Hands over every submitted interview of a kit, oldest first, one at a time: memory is that of one
 * row. `marks` are those of store_kit_questions, by position. */
struct kit_visitor {
    void (*visit)(void *data, int64_t interview, const struct mark *marks);
    void *data;
};
bool store_kit_marks(struct store *s, int64_t kit, const struct kit_visitor *v, struct err *e);

/* One job and one kit. */
struct job_kit {
    int64_t job, kit;     /* job 0: interviews that were for no job */
    const char *job_name; /* "" for none */
    const char *bank, *title;
    enum level level;
};
struct job_kits {
    struct arena arena;
    struct job_kit *items;
    size_t n, cap;
};
void job_kits_release(struct job_kits *k);

/* Those of one interview. ERR_REFUSED when it is hidden. */
bool store_job_kit_of(struct store *s, int64_t interview, struct job_kits *out, struct err *e);
/* All that the submitted interviews of a job were asked with, the one used last first. The job by
 * its name, upper or lower case; ERR_MISSING when there is none. */
bool store_job_kits(struct store *s, const char *job, struct job_kits *out, struct err *e);

/* The submitted interviews of one job and kit, without answers, which count as seen from now on;
 * and how many there are besides. */
struct job_counts {
    int64_t hidden, pending, abandoned; /* pending: planned or open */
    int64_t other_kits;                 /* submitted, of the same bank and level */
};
bool store_job_scored(struct store *s, const struct job_kit *k, struct scored_list *out,
                      struct job_counts *counts, struct err *e);

#endif
