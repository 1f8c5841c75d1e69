#include "screens/words.h"

#include <string.h>

#include "base/path.h"
#include "base/utf8.h"
#include "tui/statusbar.h"

const char *words_title(const struct app *app)
{
    if (app->demo)
        return "slate · DEMO: invented candidates, nothing of this is kept";
    if (app->rehearsal)
        return "slate · REHEARSAL: nothing of this is kept";
    return "slate";
}

void words_add_mark(struct str *out, const struct app *app)
{
    if (app->demo)
        str_add(out, "DEMO · ");
    else if (app->rehearsal)
        str_add(out, "REHEARSAL · ");
}

void words_add_place(struct str *out, const struct interview_row *r)
{
    if (r->at >= 0 && r->at < r->asked)
        str_addf(out, "question %d of %d", r->at + 1, r->asked);
    else
        str_addf(out, "%d questions", r->asked);
}

void words_add_interview(struct str *out, const struct interview *iv)
{
    str_addf(out, "%s · %s · %s", iv->candidate, iv->kit.title, level_name(iv->kit.level));
    if (iv->job && iv->job[0])
        str_addf(out, " · %s", iv->job);
}

void words_draw_title(struct canvas *c, const char *title, const struct interview *iv)
{
    struct str who = STR_INIT;
    words_add_interview(&who, iv);
    bool both = utf8_width(title, strlen(title)) + utf8_width(who.s, who.len) + 4 <= c->cols;
    statusbar_header(c, 0, title, both ? who.s : NULL);
    str_release(&who);
}

const char *words_state_glyph(const struct canvas *c, const struct answer *a)
{
    switch (a->mark.state) {
    case ANSWER_SCORED:
        return canvas_glyph(c, GLYPH_SCORED);
    case ANSWER_NO_EVIDENCE:
        return canvas_glyph(c, GLYPH_NONE);
    case ANSWER_SKIPPED:
        return "s";
    case ANSWER_UNSET:
        break;
    }
    if (!a->question)
        return "+";
    return a->left_at ? "?" : canvas_glyph(c, GLYPH_OPEN);
}

const char *words_competency(const struct answer *a)
{
    return a->question ? a->question->competency.s : "off script";
}

void words_add_path(struct str *out, struct app *app, const char *path)
{
    path_short(out, path, &app->sys);
}
