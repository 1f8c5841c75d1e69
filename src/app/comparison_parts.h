#ifndef APP_COMPARISON_PARTS_H
#define APP_COMPARISON_PARTS_H

/* What comparison.c, shortlist.c and their words share. */

#include "app/compared.h"

/* Names that tell the interviews apart, into names[0..n); texts of the arena. */
void name_columns(const struct scored *const *items, size_t n, const char **names, struct arena *a);

void remark(struct remarks *r, struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void remark_decided(struct remarks *r, struct arena *a, const char *name, const struct scored *s,
                    const struct composite *now);

void comparison_remark(struct comparison *c);
void shortlist_remark(struct shortlist *s);

#endif
