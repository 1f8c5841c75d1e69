#include "app/comparison.h"
#include "store/kits.h"

bool contrast_of(struct app *app, int64_t interview, struct contrast *out, struct err *e)
{
    struct interviewer_day day;
    *out = (struct contrast){0};
    if (!app_open_store(app, e) || !store_interviewer_day(app->store, interview, &day, e))
        return false;
    struct spread spread = {.n = day.n, .sum = day.sum, .squares = day.squares};
    out->noticed = day.previous != 0 && notice_contrast(&spread, day.previous_hundredths);
    out->previous = day.previous;
    out->previous_hundredths = day.previous_hundredths;
    out->mean_hundredths = spread_mean(&spread);
    return true;
}

static int tenths(int hundredths)
{
    return (hundredths + 5) / 10;
}

void contrast_add(struct str *out, const struct contrast *c)
{
    if (!c->noticed)
        return;
    int before = tenths(c->previous_hundredths), mean = tenths(c->mean_hundredths);
    str_addf(out,
             "came right after an unusually %s interview of the same interviewer (%d.%d, their "
             "mean is %d.%d): it may look %s than it was",
             before > mean ? "good" : "weak", before / 10, before % 10, mean / 10, mean % 10,
             before > mean ? "weaker" : "better");
}
