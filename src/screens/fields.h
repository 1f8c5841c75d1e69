#ifndef SCREENS_FIELDS_H
#define SCREENS_FIELDS_H

/* What the screens that are one form have in common: they stand between two rules, say the same
 * when a field is full, and go on to the next field by the same action.
 *
 *     fields_draw(&s->form, c, "A new interview", NULL);
 *
 *     if (ev->kind == EVENT_RESIZE)
 *         return fields_resize(&s->form, ev);
 *     switch (form_handle(&s->form, ev, &ch)) {
 *     case FORM_CHANGED: return keep_draft(s, ch.row);
 *     case FORM_SUBMIT:  return save(s);
 *     ...
 *     default:           return fields_say(result); */

#include "tui/action.h"
#include "tui/form.h"

/* The form between a line at the top, as statusbar_header draws it, and the footer. */
void fields_draw(const struct form *f, struct canvas *c, const char *left, const char *right);
struct outcome fields_resize(struct form *f, const struct event *ev); /* EVENT_RESIZE, of those */

/* What is answered to a result that the screen does nothing about. */
struct outcome fields_say(enum form_result result);

/* On to the next field, as Tab does. */
struct outcome fields_next(struct form *f);

/* The row of that action, for a table of `struct action`. */
#define FIELDS_NEXT(does)                                                                          \
    {                                                                                              \
        .name = "next field", .keys = "Tab Down", .shown = "Tab", .label = "next field",           \
        .when = ALWAYS, .help = "Goes on to the next field; Shift-Tab goes back.", .run = (does)   \
    }

#endif
