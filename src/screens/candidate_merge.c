#include <stdlib.h>
#include <string.h>

#include "app/candidates.h"
#include "base/alloc.h"
#include "base/vec.h"
#include "screens/fields.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/form.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* Two records of the same person: the other one is found by its name, both are shown side by side,
 * then one leads to the other. It can be taken apart again. */

enum { ROW_OTHER, ROW_KEEP, ROW_MERGE, ROWS };

#define SUGGESTIONS 6
#define FORM_ROWS   6 /* with the hint's line, and room */
#define FORM_LOW    4
#define ROOMY       16 /* rows from which there is that room */
#define PAIRS       5

static const char *const keep_choices[] = {"this one", "the other"};

static const struct form_row specs[ROWS] = {
    [ROW_OTHER] = {.key = "other",
                   .label = "Same person as",
                   .kind = FORM_TEXT,
                   .max = NAME_MAX_BYTES,
                   .hint = "A name that is known: Down, then Enter takes it."},
    [ROW_KEEP] = {.key = "keep",
                  .label = "Keep",
                  .kind = FORM_CHOICE,
                  .choices = keep_choices,
                  .n = COUNT_OF(keep_choices),
                  .hint = "Whose name and contact data stand from now on. No session is moved."},
    [ROW_MERGE] = {.key = "merge",
                   .label = "Merge",
                   .kind = FORM_BUTTON,
                   .hint = "Enter merges. It can be taken apart again."},
};

struct merging {
    struct app *app;
    struct candidate_file mine, other; /* other.contact.id 0: not chosen */
    struct form form;
    struct name_rows names;
    int64_t ids[SUGGESTIONS];
    struct str shown[SUGGESTIONS];
    const char *texts[SUGGESTIONS];
};

/* ---- the other one ---- */

static void drop_other(struct merging *s)
{
    candidate_file_release(&s->other);
    s->other = (struct candidate_file){0};
}

static bool choose(struct merging *s, int64_t id, struct err *e)
{
    drop_other(s);
    return candidates_load(s->app, id, &s->other, e);
}

/* Namesakes are what it is mostly about: their numbers tell them apart. */
static void suggest(struct merging *s)
{
    struct err e = ERR_INIT;
    const char *typed = form_text(&s->form, ROW_OTHER);
    size_t n = 0;
    name_rows_release(&s->names);
    bool ok = candidates_list(s->app, typed, SUGGESTIONS + 1, &s->names, &e);
    for (size_t i = 0; ok && i < s->names.n && n < SUGGESTIONS; i++) {
        const struct name_row *row = &s->names.items[i];
        if (row->id == s->mine.contact.id)
            continue;
        str_clear(&s->shown[n]);
        str_addf(&s->shown[n], "%s (candidate %lld)", row->name, (long long)row->id);
        s->texts[n] = s->shown[n].s;
        s->ids[n++] = row->id;
    }
    form_suggest(&s->form, ROW_OTHER, s->texts, n);
}

static struct outcome changed(struct merging *s, const struct form_change *ch, bool taken)
{
    struct err e = ERR_INIT;
    if (ch->row != ROW_OTHER)
        return out_stay();
    drop_other(s);
    if (!taken || ch->taken < 0) {
        suggest(s);
        return out_stay();
    }
    form_suggest(&s->form, ROW_OTHER, NULL, 0);
    return choose(s, s->ids[ch->taken], &e) ? out_stay() : out_failed(&e);
}

/* ---- merging ---- */

static struct outcome merge(struct merging *s)
{
    struct err e = ERR_INIT;
    if (s->other.contact.id == 0) {
        form_error(&s->form, ROW_OTHER, "Choose one of the names offered: Down, then Enter.");
        form_focus(&s->form, ROW_OTHER);
        suggest(s);
        return out_stay();
    }
    bool keep_other = form_chosen(&s->form, ROW_KEEP) == 1;
    const struct candidate *into = keep_other ? &s->other.contact : &s->mine.contact;
    const struct candidate *from = keep_other ? &s->mine.contact : &s->other.contact;
    if (!candidates_merge(s->app, from->id, into->id, &e))
        return out_failed(&e);
    return out_leaving(
        out_say(TONE_GOOD, "One candidate now: %s. t takes the two apart again.", into->name), 0);
}

static int form_rows(int rows)
{
    return rows < ROOMY ? FORM_LOW : FORM_ROWS;
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct merging *s = state;
    struct form_change ch;
    if (ev->kind == EVENT_RESIZE) {
        form_resize(&s->form, form_rows(ev->rows), ev->cols);
        return out_stay();
    }
    enum form_result result = form_handle(&s->form, ev, &ch);
    switch (result) {
    case FORM_CHANGED:
        return changed(s, &ch, false);
    case FORM_TAKEN:
        return changed(s, &ch, true);
    case FORM_SUBMIT:
        return merge(s);
    default:
        return fields_say(result);
    }
}

/* ---- drawing ---- */

struct pair {
    const char *word, *mine, *other;
};

static void add_sessions(const struct candidate_file *f, struct str *out)
{
    str_addf(out, "%zu session%s", f->sessions.n, f->sessions.n == 1 ? "" : "s");
    for (size_t i = 0; i < f->sessions.n && i < 1; i++)
        if (!f->sessions.items[i].row.hidden)
            str_addf(out, ": %s", f->sessions.items[i].row.title);
}

static void draw_pair(const struct pair *pair, struct canvas *c, struct area row)
{
    struct area word = layout_left(&row, 10);
    struct area mine = layout_left(&row, row.cols / 2);
    bool differ = pair->mine != NULL && pair->other != NULL && !str_same(pair->mine, pair->other);
    canvas_text(c, word.row, word.col + 1, word.cols - 1, ROLE_DIM, pair->word);
    canvas_text(c, mine.row, mine.col, mine.cols - 1, ROLE_TEXT,
                pair->mine != NULL ? pair->mine : "–");
    canvas_text(c, row.row, row.col, row.cols - 1, differ ? ROLE_STRONG : ROLE_TEXT,
                pair->other != NULL ? pair->other : "–");
}

static void draw_both(const struct merging *s, struct canvas *c, struct area a)
{
    const struct candidate *m = &s->mine.contact, *o = &s->other.contact;
    struct str mine = STR_INIT, other = STR_INIT;
    bool chosen = o->id != 0;
    add_sessions(&s->mine, &mine);
    if (chosen)
        add_sessions(&s->other, &other);
    const struct pair pairs[PAIRS] = {
        {"Name", m->name, chosen ? o->name : "not chosen yet"},
        {"Mail", m->email, chosen ? o->email : ""},
        {"Phone", m->phone, chosen ? o->phone : ""},
        {"Link", m->link, chosen ? o->link : ""},
        {"Sessions", mine.s, other.s},
    };
    canvas_rule(c, layout_top(&a, 1).row, "THIS ONE AND THE OTHER");
    for (int i = 0; i < PAIRS && i < a.rows; i++)
        draw_pair(&pairs[i], c, layout_row(a, i));
    str_release(&mine);
    str_release(&other);
}

static void draw(const void *state, struct canvas *c)
{
    const struct merging *s = state;
    struct area rest = layout_all(c);
    struct str title = STR_INIT;
    words_add_mark(&title, s->app);
    str_addf(&title, "%s: two records of the same person", s->mine.contact.name);
    layout_bottom(&rest, 1);
    statusbar_header(c, layout_top(&rest, 1).row, title.s, NULL);
    struct area form = layout_top(&rest, form_rows(c->rows));
    draw_both(s, c, rest);
    form_draw(&s->form, c, form); /* last: suggestions lie over what is there */
    str_release(&title);
}

/* ---- actions ---- */

static struct outcome run_merge(void *state, struct key k)
{
    (void)k;
    return merge(state);
}

static const struct action rows[] = {
    {.name = "merge",
     .keys = "Ctrl-G",
     .label = "merge",
     .when = ALWAYS,
     .help = "Makes one candidate of the two records; the candidate's page takes them apart again.",
     .run = run_merge},
    {.name = "back",
     .keys = "Esc",
     .label = "back",
     .when = ALWAYS,
     .help = "Back, with the records as they are.",
     .run = out_back},
};

const struct actions candidate_merge_actions = {rows, COUNT_OF(rows), false};

static struct actions actions(const void *state)
{
    (void)state;
    return candidate_merge_actions;
}

static bool typing(const void *state)
{
    const struct merging *s = state;
    return form_typing(&s->form);
}

static void close_merging(void *state)
{
    struct merging *s = state;
    form_release(&s->form);
    name_rows_release(&s->names);
    candidate_file_release(&s->mine);
    candidate_file_release(&s->other);
    for (size_t i = 0; i < SUGGESTIONS; i++)
        str_release(&s->shown[i]);
    free(s);
}

static const struct screen_ops ops = {
    .name = "merge",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .typing = typing,
    .close = close_merging,
};

struct screen *candidate_merge_open(struct app *app, int64_t id, struct err *e)
{
    struct merging *s = xcalloc(1, sizeof *s);
    s->app = app;
    for (size_t i = 0; i < SUGGESTIONS; i++)
        str_init(&s->shown[i]);
    form_init(&s->form, specs, ROWS);
    form_set(&s->form, ROW_KEEP, keep_choices[0]);
    if (candidates_load(app, id, &s->mine, e))
        return screen_new(&ops, s);
    close_merging(s);
    return NULL;
}
