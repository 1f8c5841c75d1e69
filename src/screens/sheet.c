#include "screens/sheet.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "screens/open.h"
#include "screens/room.h"

#define FACT_MAX 1024

void sheet_init(struct sheet *s, struct live *live)
{
    *s = (struct sheet){.live = live, .focus = -1, .height = 1, .cols = 80};
    editor_init(&s->note, NOTE_MAX);
    entry_init(&s->fact, FACT_MAX);
}

void sheet_release(struct sheet *s)
{
    struct err e = ERR_INIT;
    if (s->live)
        sheet_stop(s, &e); /* a failed fold loses nothing: the edits are folded later */
    editor_release(&s->note);
    entry_release(&s->fact);
    VEC_RELEASE(&s->rows);
}

/* ---- filling ---- */

static void add(struct sheet *s, struct sheet_row row)
{
    *VEC_PUSH(&s->rows) = row;
}

void sheet_begin(struct sheet *s)
{
    const struct sheet_row *row = sheet_focused(s);
    s->before = row ? *row : (struct sheet_row){0};
    s->rows.n = 0;
}

void sheet_rule(struct sheet *s, const char *label)
{
    add(s, (struct sheet_row){.kind = SHEET_RULE, .text = label});
}

void sheet_words(struct sheet *s, const char *text)
{
    add(s, (struct sheet_row){.kind = SHEET_WORDS, .text = text});
}

/* `n` rows are ticked by the letters from `first` up to `last`; further ones have none. */
static char letter_at(char first, char last, int n)
{
    return first + n <= last ? (char)(first + n) : '\0';
}

void sheet_add_steps(struct sheet *s, bool closing)
{
    const struct interview *iv = live_interview(s->live);
    int n = 0;
    for (size_t i = 0; i < iv->n_steps; i++)
        if (iv->steps[i].closing == closing)
            add(s, (struct sheet_row){.kind = SHEET_STEP,
                                      .slot = {FIELD_STEP, (int)i, 0},
                                      .text = iv->steps[i].text,
                                      .letter = letter_at('a', 'h', n++)});
}

void sheet_add_facts(struct sheet *s)
{
    const struct interview *iv = live_interview(s->live);
    for (size_t i = 0; i < iv->n_facts; i++)
        add(s, (struct sheet_row){.kind = SHEET_FACT,
                                  .slot = {FIELD_FACT, (int)i, 0},
                                  .text = iv->facts[i].fact->ask.s});
}

void sheet_add_flags(struct sheet *s)
{
    const struct phrases *flags = &live_interview(s->live)->kit.red_flags;
    for (size_t i = 0; i < flags->n; i++)
        add(s, (struct sheet_row){.kind = SHEET_FLAG,
                                  .slot = {FIELD_OVERALL, 0, (int)i},
                                  .text = flags->items[i].s,
                                  .letter = letter_at('v', 'z', (int)i)});
}

void sheet_add_gaps(struct sheet *s)
{
    const struct interview *iv = live_interview(s->live);
    for (int at = interview_gap(iv, 0); at >= 0; at = interview_gap(iv, at + 1))
        add(s, (struct sheet_row){.kind = SHEET_GAP,
                                  .slot = {FIELD_MARK, at, 0},
                                  .text = iv->answers[at].question->ask.s});
}

void sheet_add_note(struct sheet *s, enum field field, const char *when_empty)
{
    add(s, (struct sheet_row){.kind = SHEET_NOTE, .slot = {field, 0, 0}, .text = when_empty});
}

void sheet_add_care(struct sheet *s, const char *text)
{
    add(s, (struct sheet_row){.kind = SHEET_CARE, .text = text});
}

void sheet_add_cared(struct sheet *s, struct slot slot, const char *text, const char *more)
{
    add(s, (struct sheet_row){.kind = SHEET_CARED, .slot = slot, .text = text, .more = more});
}

void sheet_add_button(struct sheet *s, const char *text)
{
    add(s, (struct sheet_row){.kind = SHEET_BUTTON, .text = text});
}

static bool can_focus(const struct sheet *s, int row)
{
    return row >= 0 && (size_t)row < s->rows.n && s->rows.items[row].kind != SHEET_RULE &&
           s->rows.items[row].kind != SHEET_WORDS;
}

/* The next row from `row` on, in that direction, that can be walked to; -1 for none. */
static int focus_from(const struct sheet *s, int row, int step)
{
    while (row >= 0 && (size_t)row < s->rows.n && !can_focus(s, row))
        row += step;
    return can_focus(s, row) ? row : -1;
}

static int find(const struct sheet *s, enum sheet_kind kind, struct slot slot)
{
    for (size_t i = 0; i < s->rows.n; i++)
        if (s->rows.items[i].kind == kind && slot_same(s->rows.items[i].slot, slot))
            return (int)i;
    return -1;
}

void sheet_end(struct sheet *s)
{
    int was = s->focus < 0 ? 0 : s->focus;
    int row = s->before.kind == SHEET_RULE ? -1 : find(s, s->before.kind, s->before.slot);
    if (row < 0)
        row = focus_from(s, was, 1);
    if (row < 0)
        row = focus_from(s, (int)s->rows.n - 1, -1);
    s->focus = row;
    sheet_lay(s);
}

void sheet_resize(struct sheet *s, int height, int cols)
{
    s->height = height > 0 ? height : 0;
    s->cols = cols;
    sheet_lay(s);
}

/* ---- the focused row ---- */

const struct sheet_row *sheet_focused(const struct sheet *s)
{
    return s->focus >= 0 && (size_t)s->focus < s->rows.n ? &s->rows.items[s->focus] : NULL;
}

bool sheet_is_at(const struct sheet *s, enum sheet_kind kind)
{
    const struct sheet_row *row = sheet_focused(s);
    return row && row->kind == kind;
}

bool sheet_is_text(const struct sheet_row *row)
{
    return row->kind == SHEET_FACT || row->kind == SHEET_NOTE;
}

struct slot sheet_text_slot(const struct sheet_row *row)
{
    if (row->kind == SHEET_STEP)
        return (struct slot){FIELD_STEP_NOTE, row->slot.pos, 0};
    return row->slot;
}

static const char *placeholder(enum fact_kind kind)
{
    switch (kind) {
    case FACT_YESNO:
        return "y or n";
    case FACT_DATE:
        return "such as 2026-11-23";
    case FACT_MONEY:
        return "such as 350 a day";
    default:
        return NULL;
    }
}

static void begin_writing(struct sheet *s)
{
    const struct sheet_row *row = sheet_focused(s);
    struct str text = STR_INIT;
    interview_value(live_interview(s->live), sheet_text_slot(row), &text);
    if (row->kind == SHEET_FACT) {
        s->fact.placeholder = placeholder(live_interview(s->live)->facts[row->slot.pos].fact->kind);
        entry_set(&s->fact, text.s);
    } else {
        editor_set(&s->note, text.s, text.len);
    }
    s->writing = true;
    s->yesno = (struct yesno){0};
    s->last[0] = '\0';
    str_release(&text);
    sheet_lay(s);
}

bool sheet_stop(struct sheet *s, struct err *e)
{
    if (!s->writing)
        return true;
    s->writing = false;
    bool ok = live_fold(s->live, sheet_text_slot(sheet_focused(s)), e);
    sheet_lay(s);
    return ok;
}

static struct outcome focus(struct sheet *s, int row)
{
    struct err e = ERR_INIT;
    bool ok = sheet_stop(s, &e);
    s->focus = row;
    s->last[0] = '\0';
    if (sheet_is_text(&s->rows.items[row]))
        begin_writing(s);
    else
        sheet_lay(s);
    return ok ? out_stay() : out_failed(&e);
}

static struct outcome walk(struct sheet *s, int step)
{
    struct err e = ERR_INIT;
    int row = focus_from(s, s->focus + step, step);
    if (row >= 0)
        return focus(s, row);
    return sheet_stop(s, &e) ? out_stay() : out_failed(&e);
}

bool sheet_go(struct sheet *s, struct slot slot)
{
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct sheet_row *row = &s->rows.items[i];
        if (!can_focus(s, (int)i) || row->kind == SHEET_BUTTON ||
            !(slot_same(row->slot, slot) || slot_same(sheet_text_slot(row), slot)))
            continue;
        s->focus = (int)i;
        sheet_lay(s);
        return true;
    }
    return false;
}

struct outcome sheet_write(struct sheet *s)
{
    const struct sheet_row *row = sheet_focused(s);
    if (!row || !(sheet_is_text(row) || row->kind == SHEET_STEP))
        return walk(s, 1);
    begin_writing(s);
    return out_stay();
}

struct outcome sheet_done(struct sheet *s, int on)
{
    struct err e = ERR_INIT;
    if (on)
        return walk(s, on);
    return sheet_stop(s, &e) ? out_stay() : out_failed(&e);
}

/* ---- ticks ---- */

static struct outcome tick(struct sheet *s, const struct sheet_row *row)
{
    struct err e = ERR_INIT;
    struct str now = STR_INIT;
    interview_value(live_interview(s->live), row->slot, &now);
    bool on = !str_same(now.s, "1");
    str_release(&now);
    if (!live_set(s->live, row->slot, on ? "1" : "0", &e))
        return out_failed(&e);
    snprintf(s->last, sizeof s->last, "%s%s · saved", row->kind == SHEET_STEP ? "done" : "flag",
             on ? "" : " off");
    return room_did(s->last, s->cols);
}

struct outcome sheet_tick(struct sheet *s)
{
    return tick(s, sheet_focused(s));
}

struct outcome sheet_tick_letter(struct sheet *s, char letter)
{
    for (size_t i = 0; i < s->rows.n; i++) {
        if (s->rows.items[i].letter != letter)
            continue;
        s->focus = (int)i;
        sheet_lay(s);
        return tick(s, &s->rows.items[i]);
    }
    if (letter < 'a')
        return out_say(TONE_PLAIN, "Press the letter that stands before the line.");
    return out_say(TONE_WARN, "There is no line %c here.", letter);
}

/* ---- typing ---- */

static struct outcome typed(struct sheet *s, enum edit edit, const struct splice *sp)
{
    struct outcome out = room_typed(s->live, sheet_text_slot(sheet_focused(s)), edit, sp);
    sheet_lay(s);
    return out;
}

static bool is_yesno(const struct sheet *s)
{
    const struct sheet_row *row = sheet_focused(s);
    return row->kind == SHEET_FACT &&
           live_interview(s->live)->facts[row->slot.pos].fact->kind == FACT_YESNO;
}

static struct outcome type_fact(struct sheet *s, const struct event *ev)
{
    struct splice sp = {0};
    struct str answer = STR_INIT;
    enum edit edit;
    if (is_yesno(s) && yesno_type(&s->yesno, ev, entry_text(&s->fact), &answer)) {
        edit = textbuf_replace(&s->fact.buf, answer.s, answer.len, &sp);
        entry_follow(&s->fact);
    } else {
        edit = entry_handle(&s->fact, ev, &sp);
    }
    struct outcome out = typed(s, edit, &sp);
    str_release(&answer);
    return out;
}

static struct outcome type(struct sheet *s, const struct event *ev)
{
    struct splice sp = {0};
    if (sheet_is_at(s, SHEET_FACT))
        return type_fact(s, ev);
    return typed(s, editor_handle(&s->note, ev, &sp), &sp);
}

/* Up and Down leave a text from its first and its last row. */
static bool leaves(const struct sheet *s, struct key k)
{
    bool fact = sheet_is_at(s, SHEET_FACT);
    if (key_is(k, K_UP, 0))
        return fact || editor_row(&s->note) == 0;
    return key_is(k, K_DOWN, 0) && (fact || editor_row(&s->note) + 1 == editor_lines(&s->note));
}

static struct outcome write_key(struct sheet *s, const struct event *ev)
{
    struct key k = ev->key;
    if (key_is(k, K_PGDN, 0) || key_is(k, K_PGUP, 0))
        return out_unhandled();
    if (leaves(s, k))
        return walk(s, key_is(k, K_UP, 0) ? -1 : 1);
    if (key_is(k, K_TAB, MOD_SHIFT))
        return walk(s, -1);
    return type(s, ev);
}

static struct outcome walk_key(struct sheet *s, struct key k)
{
    if (key_is(k, K_DOWN, 0))
        return walk(s, 1);
    if (key_is(k, K_UP, 0) || key_is(k, K_TAB, MOD_SHIFT))
        return walk(s, -1);
    if (key_is(k, K_HOME, 0) || key_is(k, K_END, 0)) {
        bool home = k.code == K_HOME;
        int row = focus_from(s, home ? 0 : (int)s->rows.n - 1, home ? 1 : -1);
        return row >= 0 ? focus(s, row) : out_stay();
    }
    return out_unhandled();
}

/* A paste is text, never keys: on a line that has a text it begins to write it. */
static struct outcome paste(struct sheet *s, const struct event *ev)
{
    const struct sheet_row *row = sheet_focused(s);
    if (!s->writing && row && (sheet_is_text(row) || row->kind == SHEET_STEP))
        begin_writing(s);
    return s->writing ? type(s, ev) : out_unhandled();
}

struct outcome sheet_handle(struct sheet *s, const struct event *ev)
{
    if (ev->kind == EVENT_PASTE)
        return paste(s, ev);
    if (ev->kind != EVENT_KEY)
        return out_unhandled();
    return s->writing ? write_key(s, ev) : walk_key(s, ev->key);
}
