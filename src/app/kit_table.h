#ifndef APP_KIT_TABLE_H
#define APP_KIT_TABLE_H

/* All submitted interviews of one kit, as what a standard error is taken from. */

#include "domain/scored.h"
#include "stats/sem.h"
#include "store/kits.h"

struct kit_table {
    struct kit_questions questions;
    struct residual residual;
    int *scores; /* of the questions of E, for one interview */
    /* Also shown every interview; may be NULL. */
    void (*visit)(void *data, int64_t interview, const struct composite *c);
    void *data;
};

/* `visit` and `data` are set before. Fills the rest from the store. */
bool kit_table_read(struct kit_table *t, struct store *s, int64_t kit, struct err *e);
void kit_table_release(struct kit_table *t);

#endif
