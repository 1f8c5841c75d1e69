#include "stats/notice.h"

bool notice_late(const struct answer *a)
{
    return a->mark.state == ANSWER_SCORED && a->left_at != 0 &&
           a->marked_at - a->left_at > NOTICE_LATE_MS;
}

bool notice_unsupported(const struct answer *a, int scale)
{
    if (a->question == NULL || a->mark.state != ANSWER_SCORED)
        return false;
    if (a->mark.score != 1 && a->mark.score != scale)
        return false;
    return a->heard == 0 && a->flags == 0 && a->note.len == 0;
}

int notice_count_unsupported(const struct interview *iv)
{
    int n = 0;
    for (size_t i = 0; i < iv->n_answers; i++)
        n += notice_unsupported(&iv->answers[i], iv->kit.scale);
    return n;
}
