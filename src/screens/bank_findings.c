#include "screens/bank_findings.h"

#include <string.h>

#include "base/vec.h"
#include "screens/bank_words.h"
#include "tui/layout.h"

static void draw_list(const struct finding_list *list, struct canvas *c, struct area a)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < list->n && a.rows > 0; i++) {
        str_clear(&text);
        bank_words_finding(&text, list->items[i]);
        bool bad = list->items[i]->severity == FINDING_ERROR;
        layout_top(&a, canvas_wrapped(c, a, bad ? ROLE_ERROR : ROLE_MIXED, text.s));
    }
    str_release(&text);
}

/* Of the place, else of what it is a part of: what a question lacks stands at the question. */
static void find(struct bank_editing *edit, const char *place, struct finding_list *list)
{
    struct str whole = STR_INIT;
    bank_editing_findings(edit, place, list);
    const char *slash = strchr(place, '/');
    const char *field = slash != NULL ? strchr(slash + 1, '/') : NULL;
    if (list->n == 0 && field != NULL) {
        str_addn(&whole, place, (size_t)(field - place));
        bank_editing_findings(edit, whole.s, list);
    }
    str_release(&whole);
}

static void draw_all(struct bank_editing *edit, const struct finding_list *list, struct canvas *c,
                     struct area a)
{
    const char *notice = bank_editing_view(edit)->notice;
    canvas_rule(c, layout_top(&a, 1).row, NULL);
    a = layout_inset(a, 0, 1);
    if (list->n == 0 && notice != NULL)
        canvas_wrapped(c, a, ROLE_DIM, notice);
    draw_list(list, c, a);
}

void bank_findings_draw(struct bank_editing *edit, const char *place, struct canvas *c,
                        struct area a)
{
    struct finding_list list = {0};
    if (layout_empty(a))
        return;
    find(edit, place, &list);
    draw_all(edit, &list, c, a);
    VEC_RELEASE(&list);
}

void bank_findings_draw_at(struct bank_editing *edit, uint32_t line, struct canvas *c,
                           struct area a)
{
    struct finding_list list = {0};
    const struct findings *all = bank_editing_view(edit)->findings;
    if (layout_empty(a))
        return;
    for (size_t i = 0; i < all->n && line > 0; i++)
        if (all->items[i].line == line)
            *VEC_PUSH(&list) = &all->items[i];
    draw_all(edit, &list, c, a);
    VEC_RELEASE(&list);
}
