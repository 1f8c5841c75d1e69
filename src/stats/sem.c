#include "stats/sem.h"

#include <math.h>

#include "base/alloc.h"
#include "base/vec.h"

void residual_init(struct residual *r, size_t k)
{
    *r = (struct residual){.k = k, .columns = xcalloc(k > 0 ? k : 1, sizeof *r->columns)};
}

void residual_release(struct residual *r)
{
    vec_free(r->columns);
    *r = (struct residual){0};
}

void residual_add(struct residual *r, const int *scores)
{
    int64_t row = 0;
    for (size_t j = 0; j < r->k; j++) {
        row += scores[j];
        r->squares += (int64_t)scores[j] * scores[j];
        r->columns[j] += scores[j];
    }
    r->n++;
    r->sum += row;
    r->row_sums2 += row * row;
}

/* n * k times the sum of the squared residuals. Multiplied out, that sum is
 * sum x^2 - sum R_i^2 / k - sum C_j^2 / n + G^2 / (n k), with the sums of rows, columns and all. */
static int64_t scaled_squares(const struct residual *r)
{
    int64_t k = (int64_t)r->k, column_sums2 = 0;
    for (size_t j = 0; j < r->k; j++)
        column_sums2 += r->columns[j] * r->columns[j];
    return r->n * k * r->squares - r->n * r->row_sums2 - k * column_sums2 + r->sum * r->sum;
}

double residual_variance(const struct residual *r)
{
    if (r->n < 2 || r->k < 2)
        return 0;
    double n = (double)r->n, k = (double)r->k;
    return (double)scaled_squares(r) / (n * k * (n - 1) * (k - 1));
}

static enum sem_withheld withheld(const struct residual *r, const struct composite *c)
{
    if (!composite_complete(c))
        return SEM_INCOMPLETE;
    if (r == NULL)
        return SEM_OTHER_KIT;
    if (r->n < SEM_LEAST_INTERVIEWS)
        return SEM_FEW;
    if (r->k < SEM_LEAST_QUESTIONS)
        return SEM_ONE;
    return scaled_squares(r) == 0 ? SEM_FLAT : SEM_GIVEN;
}

struct sem sem_of(const struct residual *r, const struct composite *c)
{
    struct sem s = {.why = withheld(r, c), .n = r != NULL ? r->n : 0};
    if (s.why == SEM_GIVEN)
        s.value = sqrt(residual_variance(r) * (double)c->sum_ww) / (double)c->sum_w;
    return s;
}

int sem_hundredths(const struct sem *s)
{
    int h = (int)(s->value * 100 + 0.5);
    return s->why == SEM_GIVEN && h == 0 ? 1 : h;
}

void sem_add_reason(struct str *out, const struct sem *s)
{
    switch (s->why) {
    case SEM_GIVEN:
        break;
    case SEM_INCOMPLETE:
        str_add(out, "too little was scored for a composite");
        break;
    case SEM_OTHER_KIT:
        str_add(out, "their questions or weights differ");
        break;
    case SEM_FEW:
        str_addf(out, "it needs %d interviews with every question scored, there %s",
                 SEM_LEAST_INTERVIEWS, s->n == 1 ? "is" : "are");
        str_addf(out, s->n == 0 ? " none" : " %lld", (long long)s->n);
        break;
    case SEM_ONE:
        str_addf(out, "it needs %d questions", SEM_LEAST_QUESTIONS);
        break;
    case SEM_FLAT:
        str_add(out, "the scores of these questions never part, there is nothing to take it from");
        break;
    }
}

/* What a given one rests on. */
static void add_basis(struct str *out, const struct sem *s)
{
    str_addf(out, "(from %lld interviews", (long long)s->n);
    if (s->n < SEM_SMALL_SAMPLE)
        str_add(out, ", a small sample");
    str_add(out, "; " SEM_CAVEAT ")");
}

void sem_add(struct str *out, const struct sem *s)
{
    if (s->why != SEM_GIVEN) {
        str_add(out, "withheld: ");
        sem_add_reason(out, s);
        return;
    }
    int h = sem_hundredths(s);
    str_addf(out, "%d.%02d ", h / 100, h % 100);
    add_basis(out, s);
}
