#include "stats/notice.h"

bool notice_late(const struct answer *a)
{
    return a->mark.state == ANSWER_SCORED && a->left_at != 0 &&
           a->marked_at - a->left_at > NOTICE_LATE_MS;
}

bool notice_unsupported(const struct answer *a, int scale)
{
    bool supported = a->heard != 0 || a->flags != 0 || a->note.len != 0;
    return a->question != NULL && notice_extreme(&a->mark, scale, supported);
}

bool notice_extreme(const struct mark *m, int scale, bool supported)
{
    bool extreme = m->state == ANSWER_SCORED && (m->score == 1 || m->score == scale);
    return extreme && !supported;
}

int notice_count_unsupported(const struct interview *iv)
{
    int n = 0;
    for (size_t i = 0; i < iv->n_answers; i++)
        n += notice_unsupported(&iv->answers[i], iv->kit.scale);
    return n;
}

int spread_mean(const struct spread *s)
{
    return s->n > 0 ? (int)((2 * s->sum + s->n) / (2 * s->n)) : 0;
}

/* |x - sum/n| > sd with sd^2 = (n * squares - sum^2) / (n (n-1)), both sides times n^2. The
 * products pass 64 bits long before the sums do. */
bool notice_contrast(const struct spread *of_interviewer, int previous_hundredths)
{
    int64_t n = of_interviewer->n, sum = of_interviewer->sum;
    if (n < NOTICE_CONTRAST_LEAST)
        return false;
    double off = (double)(n * previous_hundredths - sum);
    double spread = (double)(n * of_interviewer->squares - sum * sum);
    return off * off * (double)(n - 1) > (double)n * spread;
}
