/* Rows of the first screen as bytes that anybody may have written: none, or rows whose levels and
 * states are some and which become the same bytes again. */

#include <stdlib.h>
#include <string.h>

#include "store/kept_rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_part(const struct interview_rows *rows)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct interview_row *r = &rows->items[i];
        check(r->level < LEVELS && r->state < INTERVIEW_STATES && r->decision < DECISIONS);
        check(r->candidate != NULL && r->job != NULL && r->title != NULL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct home_rows rows, again;
    struct str out = STR_INIT;
    if (kept_read_rows((const char *)bytes, n, &rows)) {
        check_part(&rows.open);
        check_part(&rows.planned);
        check_part(&rows.latest);
        kept_add_rows(&out, &rows);
        check(kept_read_rows(out.s, out.len, &again));
        home_rows_release(&again);
    }
    home_rows_release(&rows);
    str_release(&out);
    return 0;
}
