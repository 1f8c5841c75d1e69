/* What stands around an interview that is looked at: the day, and what became of its bank. */

#include "app/viewing.h"
#include "domain/question_diff.h"
#include "store/amending.h"

bool view_day(struct app *app, const struct interview *iv, struct day *out, struct err *e)
{
    return app_open_store(app, e) && store_day(app->store, iv, out, e);
}

static void tell_differences(const struct interview *iv, const struct kit *today,
                             struct bank_news *out)
{
    struct question_diffs diffs;
    struct str line = STR_INIT;
    question_diff(&iv->kit, today, &diffs);
    out->counted = iv->kit.scale != today->scale;
    out->kind = diffs.n > 0 || out->counted ? NEWS_DIFFERS : NEWS_SAME;
    out->lines = arena_alloc(&out->arena, diffs.n * sizeof *out->lines);
    for (size_t i = 0; i < diffs.n; i++) {
        const struct question_diff *d = &diffs.items[i];
        out->counted =
            out->counted || d->was == NULL || d->now == NULL || (d->parts & PARTS_COUNTED) != 0;
        str_clear(&line);
        question_diff_add(&line, d);
        out->lines[out->n++] = arena_text(&out->arena, line.s, line.len);
    }
    str_release(&line);
    question_diffs_release(&diffs);
}

void view_bank_news(struct app *app, const struct interview *iv, struct bank_news *out)
{
    struct err none = ERR_INIT; /* that it is gone is what is told */
    struct kit today;
    *out = (struct bank_news){0};
    const struct app_bank *b = app_bank_find(app, iv->kit.bank, &none);
    if (b == NULL)
        out->kind = NEWS_GONE;
    else if (!b->good)
        out->kind = NEWS_BROKEN;
    else if (!kit_of(b->bank, iv->kit.level, &today))
        out->kind = NEWS_NO_LEVEL;
    else
        tell_differences(iv, &today, out);
}

void bank_news_release(struct bank_news *news)
{
    arena_release(&news->arena);
    *news = (struct bank_news){0};
}
