#ifndef SCREENS_SHEET_ROOM_H
#define SCREENS_SHEET_ROOM_H

/* A stage of the interview that is one sheet under the line at the top: opening, closing, wrap-up.
 * What such screens do alike, as functions that fit a screen's ops and its rows of actions. Their
 * state begins with a sheet_room:
 *
 *     struct steps {
 *         struct sheet_room room;
 *         bool closing;
 *     };
 *     sheet_room_init(&s->room, app, live);
 *     ... .draw = sheet_room_draw, .typing = sheet_room_typing, ROOM_LEAVE(sheet_room_leave)
 *
 * The live interview is the sheet's; it is NULL once it has moved to another screen. */

#include "app/app.h"
#include "screens/sheet.h"

struct sheet_room {
    struct app *app;
    struct sheet sheet;
};

void sheet_room_init(struct sheet_room *r, struct app *app, struct live *live); /* takes it over */
void sheet_room_release(struct sheet_room *r); /* closes the live interview, if it is still here */

/* Sizes and ticks are answered here, keys and pastes by the sheet. */
struct outcome sheet_room_handle(struct sheet_room *r, const struct event *ev);
/* To another stage, with what is being written folded first. */
struct outcome sheet_room_go(struct sheet_room *r, enum stage stage);
/* Undo or redo. True when this screen stays: then *slot is where it was, and to be gone to. */
bool sheet_room_undo(struct sheet_room *r, bool redo, struct slot *slot, struct outcome *out);

/* `state` begins with a sheet_room. */
void sheet_room_draw(const void *state, struct canvas *c);
bool sheet_room_typing(const void *state);
struct outcome sheet_room_tick(void *state, struct key k);   /* the line walked to */
struct outcome sheet_room_letter(void *state, struct key k); /* the line of that letter */
struct outcome sheet_room_leave(void *state, struct key k);
const char *sheet_room_no_undo(const void *state);
const char *sheet_room_no_redo(const void *state);

#endif
