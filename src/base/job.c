#include "base/job.h"

/* Recruiters read "12,400" at a glance. */
static void add_number(struct str *out, int64_t n)
{
    if (n >= 1000) {
        add_number(out, n / 1000);
        str_addf(out, ",%03d", (int)(n % 1000));
    } else {
        str_addf(out, "%d", (int)n);
    }
}

void job_add_words(const struct job *j, struct str *out)
{
    str_addf(out, "%s: ", j->ops->doing);
    add_number(out, j->done);
    if (j->total > 0) {
        str_add(out, " of ");
        add_number(out, j->total);
    }
}
