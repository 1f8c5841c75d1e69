#include "screens/sheet_room.h"

#include "screens/open.h"
#include "screens/room.h"
#include "tui/layout.h"

#define HEAD 1 /* the line at the top */

void sheet_room_init(struct sheet_room *r, struct app *app, struct live *live)
{
    r->app = app;
    sheet_init(&r->sheet, live);
}

void sheet_room_release(struct sheet_room *r)
{
    struct live *live = r->sheet.live;
    sheet_release(&r->sheet);
    live_close(live);
}

struct outcome sheet_room_handle(struct sheet_room *r, const struct event *ev)
{
    struct area a;
    switch (ev->kind) {
    case EVENT_RESIZE:
        a = layout_body(ev->rows, ev->cols, HEAD);
        sheet_resize(&r->sheet, a.rows, a.cols);
        return out_stay();
    case EVENT_TICK:
        return room_tick(r->sheet.live);
    default:
        return sheet_handle(&r->sheet, ev);
    }
}

struct outcome sheet_room_go(struct sheet_room *r, enum stage stage)
{
    struct err e = ERR_INIT;
    if (!sheet_stop(&r->sheet, &e))
        return out_failed(&e);
    return room_go(r->app, &r->sheet.live, stage);
}

bool sheet_room_undo(struct sheet_room *r, bool redo, struct slot *slot, struct outcome *out)
{
    struct err e = ERR_INIT;
    *slot = (struct slot){FIELD_MARK, 0, 0};
    if (!sheet_stop(&r->sheet, &e)) {
        *out = out_failed(&e);
        return false;
    }
    *out = room_undo_from(r->app, &r->sheet.live, redo, slot);
    if (r->sheet.live)
        r->sheet.last[0] = '\0';
    return r->sheet.live != NULL;
}

void sheet_room_draw(const void *state, struct canvas *c)
{
    const struct sheet_room *r = state;
    room_draw_header(r->app, r->sheet.live, c, r->sheet.last);
    sheet_draw(&r->sheet, c, layout_body(c->rows, c->cols, HEAD));
}

bool sheet_room_typing(const void *state)
{
    const struct sheet_room *r = state;
    return r->sheet.writing;
}

struct outcome sheet_room_tick(void *state, struct key k)
{
    struct sheet_room *r = state;
    (void)k;
    return sheet_tick(&r->sheet);
}

struct outcome sheet_room_letter(void *state, struct key k)
{
    struct sheet_room *r = state;
    return sheet_tick_letter(&r->sheet, (char)(k.code | 0x20)); /* Caps Lock harms nothing */
}

struct outcome sheet_room_leave(void *state, struct key k)
{
    struct sheet_room *r = state;
    struct err e = ERR_INIT;
    (void)k;
    return sheet_stop(&r->sheet, &e) ? room_leave() : out_failed(&e);
}

const char *sheet_room_no_undo(const void *state)
{
    const struct sheet_room *r = state;
    return room_no_undo(r->sheet.live);
}

const char *sheet_room_no_redo(const void *state)
{
    const struct sheet_room *r = state;
    return room_no_redo(r->sheet.live);
}
