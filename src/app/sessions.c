#include "app/sessions.h"

#include <string.h>

#include "app/sessions_parts.h"
#include "base/vec.h"
#include "store/lists.h"

#define PART_ROWS 22  /* rows that are read at once, at least */
#define KEPT_ROWS 120 /* rows that are kept, at least, beside those in the window */

void sessions_init(struct sessions *s, struct app *app)
{
    *s = (struct sessions){.app = app, .search = STR_INIT, .kit_words = STR_INIT};
    for (int i = 0; i < SESSION_FILTERS; i++)
        str_init(&s->filters[i]);
    str_init(&s->before.text);
    str_init(&s->behind.text);
}

static void drop_rows(struct sessions *s)
{
    for (size_t i = 0; i < s->parts.n; i++)
        interview_rows_release(&s->parts.items[i]);
    s->parts.n = 0;
    s->rows = 0;
}

void sessions_release(struct sessions *s)
{
    drop_rows(s);
    VEC_RELEASE(&s->parts);
    VEC_RELEASE(&s->seen);
    for (int i = 0; i < SESSION_FILTERS; i++)
        str_release(&s->filters[i]);
    str_release(&s->search);
    str_release(&s->kit_words);
    str_release(&s->before.text);
    str_release(&s->behind.text);
}

/* ---- rows ---- */

static const struct interview_row *row_at(const struct sessions *s, int i)
{
    for (size_t p = 0; i >= 0 && p < s->parts.n; p++) {
        const struct interview_rows *part = &s->parts.items[p];
        if ((size_t)i < part->n)
            return &part->items[i];
        i -= (int)part->n;
    }
    return NULL;
}

static int find_row(const struct sessions *s, int64_t id)
{
    for (int i = 0; i < s->rows; i++)
        if (row_at(s, i)->id == id)
            return i;
    return -1;
}

static void keep_place(struct sessions_place *place, const struct page_key *key)
{
    struct str text = STR_INIT; /* the key's may be the place's own */
    if (key->text != NULL)
        str_set(&text, key->text);
    str_release(&place->text);
    place->text = text;
    place->key = *key;
    place->key.text = key->text != NULL ? place->text.s : NULL;
}

/* Rows that are far from the window are read again when they are wanted. */
static void forget_far(struct sessions *s)
{
    while (s->parts.n > 1 && s->top > (int)s->parts.items[0].n + KEPT_ROWS) {
        int n = (int)s->parts.items[0].n;
        interview_rows_release(&s->parts.items[0]);
        s->parts.n--;
        memmove(s->parts.items, s->parts.items + 1, s->parts.n * sizeof *s->parts.items);
        s->rows -= n;
        s->top -= n;
        s->cursor -= n;
        keep_place(&s->before, &row_at(s, 0)->key);
        s->unread_before = true;
    }
    while (s->parts.n > 1) {
        int n = (int)s->parts.items[s->parts.n - 1].n;
        if (s->rows - n < s->top + s->height + KEPT_ROWS)
            break;
        interview_rows_release(&s->parts.items[--s->parts.n]);
        s->rows -= n;
        keep_place(&s->behind, &row_at(s, s->rows - 1)->key);
        s->unread_behind = true;
    }
}

static void add_part(struct sessions *s, struct interview_rows *rows, bool back)
{
    int n = (int)rows->n;
    if (n == 0) {
        interview_rows_release(rows);
        return;
    }
    VEC_PUSH(&s->parts);
    if (back) {
        memmove(s->parts.items + 1, s->parts.items, (s->parts.n - 1) * sizeof *s->parts.items);
        s->top += s->rows > 0 ? n : 0;
        s->cursor += s->rows > 0 ? n : 0;
    }
    s->parts.items[back ? 0 : s->parts.n - 1] = *rows;
    s->rows += n;
}

static bool read_from(struct sessions *s, const struct page_from *from, struct interview_rows *rows,
                      struct err *e)
{
    struct list_filter f;
    sessions_filter(s, &f);
    f.limit = s->height > PART_ROWS ? s->height : PART_ROWS;
    return app_page(s->app, &f, from, rows, e);
}

/* Overtaken by the next key: what is shown stays, and reading is taken up after it. */
static bool overtaken(struct err *e)
{
    if (e->kind != ERR_CANCELLED)
        return false;
    *e = (struct err)ERR_INIT;
    return true;
}

static bool read_more(struct sessions *s, bool back, struct err *e)
{
    struct sessions_place *place = back ? &s->before : &s->behind;
    struct page_from from = {.key = place->key, .back = back};
    struct interview_rows rows;
    if (!read_from(s, &from, &rows, e))
        return false;
    keep_place(place, &rows.stopped);
    *(back ? &s->unread_before : &s->unread_behind) = rows.more;
    add_part(s, &rows, back);
    return true;
}

/* ---- the window ---- */

static void clamp(struct sessions *s)
{
    int last = s->rows > s->height ? s->rows - s->height : 0;
    if (s->cursor >= s->rows)
        s->cursor = s->rows - 1;
    if (s->cursor < 0)
        s->cursor = 0;
    if (s->cursor < s->top)
        s->top = s->cursor;
    if (s->height > 0 && s->cursor >= s->top + s->height)
        s->top = s->cursor - s->height + 1;
    if (s->top > last)
        s->top = last;
}

static bool lacks_behind(const struct sessions *s)
{
    return s->unread_behind && s->rows < s->top + s->height;
}

static bool lacks_before(const struct sessions *s)
{
    return s->unread_before && s->rows < s->height;
}

bool sessions_reading(const struct sessions *s)
{
    return s->stale || lacks_behind(s) || lacks_before(s);
}

/* All that is kept is let go for a page that begins at `from`. */
static bool read_anew(struct sessions *s, const struct page_from *from, struct err *e)
{
    struct interview_rows rows;
    if (!read_from(s, from, &rows, e))
        return false;
    bool start = from->key.part == 0, end = !start && from->back && !from->inclusive;
    drop_rows(s);
    s->stale = false;
    s->top = s->cursor = 0;
    keep_place(&s->before, from->back ? &rows.stopped : &from->key);
    keep_place(&s->behind, from->back ? &from->key : &rows.stopped);
    s->unread_before = from->back ? rows.more : !start;
    s->unread_behind = from->back ? !end : rows.more;
    add_part(s, &rows, from->back);
    return true;
}

/* The view changed: its first page, on the row that was chosen where it is there. */
static bool read_first(struct sessions *s, struct err *e)
{
    const struct interview_row *chosen = sessions_chosen_row(s);
    int64_t id = chosen != NULL ? chosen->id : 0;
    struct page_from first = {.back = false};
    s->stale = true;
    if (!read_anew(s, &first, e))
        return overtaken(e);
    int at = find_row(s, id);
    s->cursor = at >= 0 && at < s->height ? at : 0;
    return true;
}

static bool read_last(struct sessions *s, struct err *e)
{
    struct page_from last = PAGE_LAST;
    if (!read_anew(s, &last, e))
        return overtaken(e);
    s->cursor = s->rows - 1;
    clamp(s);
    return true;
}

static bool step(struct sessions *s, struct err *e)
{
    bool good = s->stale ? read_first(s, e) : read_more(s, !lacks_behind(s), e) || overtaken(e);
    clamp(s);
    return good;
}

bool sessions_step(struct sessions *s, struct err *e)
{
    return !sessions_reading(s) || step(s, e);
}

bool sessions_view_changed(struct sessions *s, struct err *e)
{
    return read_first(s, e);
}

bool sessions_resize(struct sessions *s, int height, struct err *e)
{
    s->height = height > 0 ? height : 0;
    clamp(s);
    return s->parts.n == 0 || sessions_step(s, e);
}

/* From the row at the top of the window; from the first one where that is the top, so that what is
 * new is seen. */
static bool read_around(struct sessions *s, struct err *e)
{
    const struct interview_row *top = row_at(s, s->top);
    struct page_from from = {.inclusive = true};
    struct sessions_place place = {.text = STR_INIT};
    if (top != NULL && (s->top > 0 || s->unread_before)) {
        keep_place(&place, &top->key);
        from.key = place.key;
    }
    bool good = read_anew(s, &from, e);
    str_release(&place.text);
    return good;
}

bool sessions_refresh(struct sessions *s, struct err *e)
{
    const struct interview_row *chosen = sessions_chosen_row(s);
    int64_t id = chosen != NULL ? chosen->id : 0;
    int line = s->cursor - s->top;
    if (!read_around(s, e))
        return overtaken(e);
    int at = find_row(s, id);
    s->cursor = at >= 0 ? at : line;
    s->top = s->cursor > line ? s->cursor - line : 0;
    clamp(s);
    return sessions_step(s, e);
}

/* ---- moving ---- */

static int goal(const struct sessions *s, enum sessions_move how)
{
    int page = s->height > 1 ? s->height - 1 : 1;
    switch (how) {
    case SESSIONS_UP:
        return s->cursor - 1;
    case SESSIONS_DOWN:
        return s->cursor + 1;
    case SESSIONS_PAGE_UP:
        return s->cursor - page;
    default:
        return s->cursor + page;
    }
}

/* A page moves the window as far as the row in it, so that the row stays on its line. */
static void go(struct sessions *s, int by)
{
    s->cursor += by;
    if (by > 1 || by < -1)
        s->top += by;
    if (s->top < 0)
        s->top = 0;
    clamp(s);
}

static bool walk(struct sessions *s, enum sessions_move how, struct err *e)
{
    int by = goal(s, how) - s->cursor;
    if (by < 0 && s->unread_before && s->top + by < 0 && !read_more(s, true, e))
        return overtaken(e);
    if (by > 0 && s->unread_behind && s->top + by + s->height > s->rows && !read_more(s, false, e))
        return overtaken(e);
    go(s, by);
    forget_far(s);
    return true;
}

bool sessions_move(struct sessions *s, enum sessions_move how, struct err *e)
{
    if (s->stale && !step(s, e))
        return false;
    if (how == SESSIONS_LAST && s->unread_behind)
        return read_last(s, e);
    if (how == SESSIONS_FIRST && s->unread_before) {
        struct page_from first = {.back = false};
        return read_anew(s, &first, e) || overtaken(e);
    }
    if (how == SESSIONS_FIRST || how == SESSIONS_LAST) {
        s->cursor = how == SESSIONS_FIRST ? 0 : s->rows - 1;
        clamp(s);
        return true;
    }
    return walk(s, how, e);
}

bool sessions_choose(struct sessions *s, int line)
{
    if (sessions_row(s, line) == NULL)
        return false;
    s->cursor = s->top + line;
    return true;
}

const struct interview_row *sessions_row(const struct sessions *s, int line)
{
    return line >= 0 && line < s->height ? row_at(s, s->top + line) : NULL;
}

#define SEEN_MAX 2000 /* beyond, it is noted anew: that costs a write and harms nothing */

static bool was_noted(const struct sessions *s, int64_t id)
{
    for (size_t i = 0; i < s->seen.n; i++)
        if (s->seen.items[i] == id)
            return true;
    return false;
}

bool sessions_note_seen(struct sessions *s, struct err *e)
{
    const struct interview_row *row;
    if (s->filters[SESSIONS_KIT].len == 0)
        return true;
    if (s->seen.n > SEEN_MAX)
        s->seen.n = 0;
    size_t before = s->seen.n;
    for (int line = 0; (row = sessions_row(s, line)) != NULL; line++)
        if (!row->hidden && row->state == INTERVIEW_SUBMITTED && !was_noted(s, row->id))
            *VEC_PUSH(&s->seen) = row->id;
    if (s->seen.n == before ||
        store_note_viewed(s->app->store, s->seen.items + before, s->seen.n - before, false, e))
        return true;
    s->seen.n = before;
    return false;
}

int sessions_lines(const struct sessions *s)
{
    int n = s->rows - s->top;
    return n < s->height ? n : s->height;
}

int sessions_chosen(const struct sessions *s)
{
    return s->rows > 0 ? s->cursor - s->top : -1;
}

const struct interview_row *sessions_chosen_row(const struct sessions *s)
{
    return row_at(s, s->cursor);
}

bool sessions_above(const struct sessions *s)
{
    return s->top > 0 || s->unread_before;
}

bool sessions_below(const struct sessions *s)
{
    return s->unread_behind || s->top + s->height < s->rows;
}

/* ---- marks ---- */

bool sessions_marked(const struct sessions *s, int64_t id)
{
    for (int i = 0; i < s->n_marks; i++)
        if (s->marks[i] == id)
            return true;
    return false;
}

static void unmark(struct sessions *s, int64_t id)
{
    int n = 0;
    for (int i = 0; i < s->n_marks; i++)
        if (s->marks[i] != id)
            s->marks[n++] = s->marks[i];
    s->n_marks = n;
}

bool sessions_mark(struct sessions *s, struct err *e)
{
    const struct interview_row *row = sessions_chosen_row(s);
    if (row == NULL)
        return err_set(e, ERR_REFUSED, "there is no session to mark");
    if (sessions_marked(s, row->id)) {
        unmark(s, row->id);
        return true;
    }
    if (row->hidden)
        return err_set(e, ERR_REFUSED,
                       "this session is hidden until you have submitted your own of the same "
                       "candidate");
    if (row->state != INTERVIEW_SUBMITTED)
        return err_set(e, ERR_REFUSED, "only submitted sessions are compared: this one is %s",
                       interview_state_name(row->state));
    if (s->n_marks == SESSIONS_MARKS)
        return err_set(e, ERR_REFUSED,
                       "five are marked, and no more can be compared at once: "
                       "take a mark off first");
    s->marks[s->n_marks++] = row->id;
    return true;
}

void sessions_clear_marks(struct sessions *s)
{
    s->n_marks = 0;
}
