#include "screens/fields.h"

#include "tui/layout.h"
#include "tui/statusbar.h"

#define HEAD 2 /* the line at the top and its rule */

static struct area body(int rows, int cols, struct area *rule)
{
    struct area rest = layout_body(rows, cols, HEAD);
    *rule = layout_bottom(&rest, 1);
    return rest;
}

void fields_draw(const struct form *f, struct canvas *c, const char *left, const char *right)
{
    struct area rule, area = body(c->rows, c->cols, &rule);
    statusbar_header(c, 0, left, right);
    canvas_rule(c, 1, NULL);
    if (!layout_empty(rule))
        canvas_rule(c, rule.row, NULL);
    form_draw(f, c, area);
}

struct outcome fields_resize(struct form *f, const struct event *ev)
{
    struct area rule, area = body(ev->rows, ev->cols, &rule);
    form_resize(f, area.rows, area.cols);
    return out_stay();
}

struct outcome fields_say(enum form_result result)
{
    if (result == FORM_FULL)
        return out_say(TONE_WARN, "That is longer than this field can be.");
    return result == FORM_UNHANDLED ? out_unhandled() : out_stay();
}

struct outcome fields_next(struct form *f)
{
    struct event tab = {.kind = EVENT_KEY, .key = {K_TAB, 0}};
    struct form_change unchanged;
    form_handle(f, &tab, &unchanged);
    return out_stay();
}
