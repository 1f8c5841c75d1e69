#include <stdlib.h>
#include <string.h>

#include "app/bank_editing_parts.h"
#include "base/alloc.h"

/* What reaches further than one place: another name for a competency; a question
 * that was taken along, to be put into this bank or another, as it stood when it was
 * taken, whatever becomes of its bank since. */

struct bank_yank {
    struct bank_edit *from;
    char *place, *ask, *id;
};

static void yank_free(struct bank_yank *y)
{
    if (y == NULL)
        return;
    bank_edit_free(y->from);
    free(y->place);
    free(y->ask);
    free(y->id);
    free(y);
}

void app_drop_yank(struct app *app)
{
    yank_free(app->yank);
    app->yank = NULL;
}

static const struct question *question_at(struct bank_editing *b, const char *place,
                                          enum level *level)
{
    struct edit_place p;
    const struct question *found = NULL;
    bool good = edit_place_parse(place, &p) && p.level < LEVELS;
    const struct bank_level *l = good ? &bank_editing_view(b)->bank->levels[p.level] : NULL;
    for (size_t i = 0; good && i < l->n && found == NULL; i++) {
        long n;
        const char *id = l->questions[i].id.s;
        bool numbered = p.question.s[0] == '#' && str_int(p.question.s + 1, 1, 1 << 20, &n);
        if (numbered ? (size_t)n == i + 1 : id != NULL && strcmp(id, p.question.s) == 0)
            found = &l->questions[i];
    }
    *level = p.level;
    edit_place_release(&p);
    return found;
}

bool bank_editing_yank(struct bank_editing *b, const char *place, struct err *e)
{
    enum level level;
    const struct question *q = question_at(b, place, &level);
    if (q == NULL || q->id.s == NULL)
        return err_set(e, ERR_REFUSED, "only a question that has a name can be taken along");
    struct bank_yank *y = xcalloc(1, sizeof *y);
    const struct str *bytes = bank_edit_bytes(b->file.edit);
    y->from = bank_edit_new(bytes->s, bytes->len, e);
    y->place = xstrdup(place);
    y->id = xstrdup(q->id.s);
    y->ask = xstrdup(q->ask.s != NULL ? q->ask.s : q->id.s);
    if (y->from == NULL) {
        yank_free(y);
        return false;
    }
    app_drop_yank(b->app);
    b->app->yank = y;
    return true;
}

const char *bank_editing_yanked(const struct app *app)
{
    return app->yank != NULL ? app->yank->ask : NULL;
}

static bool has_id(struct bank_editing *b, enum level level, const char *id)
{
    const struct bank_level *l = &bank_editing_view(b)->bank->levels[level];
    for (size_t i = 0; i < l->n; i++)
        if (str_same(l->questions[i].id.s, id))
            return true;
    return false;
}

bool bank_editing_paste(struct bank_editing *b, const struct edit_target *to, struct str *place,
                        struct err *e)
{
    const struct bank_yank *y = b->app->yank;
    struct edit_place target;
    if (y == NULL)
        return err_set(e, ERR_REFUSED, "no question was taken along yet");
    struct str id = STR_INIT;
    bool good = edit_place_parse(to->place, &target) && target.level < LEVELS;
    enum level level = target.level;
    edit_place_release(&target);
    if (!good)
        return err_set(e, ERR_USAGE, "a question goes into a level, not to %s", to->place);
    str_add(&id, y->id);
    for (int n = 2; has_id(b, level, id.s); n++) {
        str_clear(&id);
        str_addf(&id, "%s-%d", y->id, n);
    }
    good = bank_edit_copy(b->file.edit, &(struct edit_copy){y->from, y->place, id.s}, to, e);
    if (good) {
        b->read = false;
        str_addf(place, "%s/%s", level_name(level), id.s);
    }
    str_release(&id);
    return good;
}

/* ---- another name ---- */

static bool rename_uses(struct bank_editing *b, const char *old, const char *name, struct err *e)
{
    const struct bank *bank = bank_editing_view(b)->bank; /* as it was: it is not read anew here */
    struct str place = STR_INIT;
    bool good = true;
    for (int level = 0; level < LEVELS; level++)
        for (size_t i = 0; i < bank->levels[level].n && good; i++) {
            if (!str_same(bank->levels[level].questions[i].competency.s, old))
                continue;
            str_clear(&place);
            str_addf(&place, "%s/#%zu/competency", level_name((enum level)level), i + 1);
            good = bank_edit_set(b->file.edit, place.s, name, e);
        }
    str_release(&place);
    return good;
}

bool bank_editing_rename(struct bank_editing *b, const char *place, const char *name, struct err *e)
{
    static const char competency[] = "competencies.";
    size_t mark = bank_edit_mark(b->file.edit);
    bool measured = str_starts(place, competency);
    bank_editing_view(b);
    bool good = bank_edit_rename(b->file.edit, place, name, e) &&
                (!measured || rename_uses(b, place + sizeof competency - 1, name, e));
    if (good)
        bank_edit_join(b->file.edit, mark, NULL);
    else
        bank_edit_back(b->file.edit, mark);
    b->read = b->read && !good;
    return good;
}

size_t bank_editing_measured(struct bank_editing *b, const char *competency)
{
    const struct bank *bank = bank_editing_view(b)->bank;
    size_t n = 0;
    for (int level = 0; level < LEVELS; level++)
        for (size_t i = 0; i < bank->levels[level].n; i++)
            n += str_same(bank->levels[level].questions[i].competency.s, competency);
    return n;
}
