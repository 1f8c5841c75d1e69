/* Names that tell interviews of one candidate apart. */

#include <stdlib.h>
#include <string.h>

#include "app/comparison_parts.h"
#include "base/alloc.h"
#include "base/clock.h"
#include "base/vec.h"

/* By name, interviewer and day: those to be told apart stand side by side. */
struct named {
    const struct scored *scored;
    size_t i;
};

enum alike { ALIKE_NOT, ALIKE_NAME, ALIKE_INTERVIEWER, ALIKE_DAY };

static int64_t day_of(const struct interview_row *row)
{
    return (row->started_at + row->offset_min * INT64_C(60000)) / INT64_C(86400000);
}

static int order_rows(const struct interview_row *x, const struct interview_row *y,
                      enum alike *alike)
{
    int order = strcmp(x->candidate, y->candidate);
    *alike = ALIKE_NOT;
    if (order != 0)
        return order;
    *alike = ALIKE_NAME;
    order = strcmp(x->interviewer, y->interviewer);
    if (order != 0)
        return order;
    *alike = ALIKE_INTERVIEWER;
    if (day_of(x) != day_of(y))
        return day_of(x) < day_of(y) ? -1 : 1;
    *alike = ALIKE_DAY;
    return 0;
}

static int by_name(const void *a, const void *b)
{
    enum alike alike;
    return order_rows(&((const struct named *)a)->scored->row,
                      &((const struct named *)b)->scored->row, &alike);
}

static enum alike alike_at(const struct named *list, size_t n, size_t at)
{
    enum alike before = ALIKE_NOT, behind = ALIKE_NOT;
    if (at > 0)
        order_rows(&list[at].scored->row, &list[at - 1].scored->row, &before);
    if (at + 1 < n)
        order_rows(&list[at].scored->row, &list[at + 1].scored->row, &behind);
    return before > behind ? before : behind;
}

static const char *told_apart(const struct interview_row *row, enum alike alike, struct arena *a)
{
    struct str name = STR_INIT;
    str_addf(&name, "%s (", row->candidate);
    if (row->hidden || alike == ALIKE_DAY)
        str_addf(&name, "no. %lld", (long long)row->id);
    else if (alike == ALIKE_INTERVIEWER)
        clock_add_date(&name, row->started_at, row->offset_min);
    else
        str_add(&name, row->interviewer);
    str_addc(&name, ')');
    const char *kept = arena_dup(a, name.s);
    str_release(&name);
    return kept;
}

void name_columns(const struct scored *const *items, size_t n, const char **names, struct arena *a)
{
    struct named *list = xcalloc(n + 1, sizeof *list);
    for (size_t i = 0; i < n; i++)
        list[i] = (struct named){items[i], i};
    qsort(list, n, sizeof *list, by_name);
    for (size_t at = 0; at < n; at++) {
        const struct interview_row *row = &list[at].scored->row;
        enum alike alike = alike_at(list, n, at);
        names[list[at].i] = alike != ALIKE_NOT ? told_apart(row, alike, a) : row->candidate;
    }
    vec_free(list);
}
