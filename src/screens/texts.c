#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/pages.h"
#include "screens/places.h"
#include "screens/words.h"
#include "tui/action.h"
#include "tui/layout.h"
#include "tui/statusbar.h"

/* Everything the bank says about the question shown: what one reads while the candidate thinks. The
 * words that occur in it come before the rest of the glossary. */

#define HEAD 2 /* the line at the top and its rule */

struct texts {
    const struct live *live;
    struct pages pages;
};

/* ---- the question ---- */

static void add_points(struct pages *p, const char *label, const struct phrases *list, char first)
{
    char sign[2] = {first, '\0'};
    if (!list->n)
        return;
    pages_rule(p, label);
    for (size_t i = 0; i < list->n; i++, sign[0]++)
        pages_point(p, sign, ROLE_TEXT, list->items[i].s);
}

static void add_anchors(struct pages *p, const struct question *q, int scale)
{
    char sign[2] = "1";
    pages_rule(p, "WHAT A SCORE LOOKS LIKE");
    for (int n = 1; n <= scale; n++, sign[0]++)
        if (q->anchors[n].s)
            pages_point(p, sign, ROLE_TEXT, q->anchors[n].s);
}

static const struct competency *competency_of(const struct kit *kit, const char *id)
{
    for (size_t i = 0; i < kit->n_competencies; i++)
        if (str_same(kit->competencies[i].id.s, id))
            return &kit->competencies[i];
    return NULL;
}

static void add_competency(struct pages *p, const struct kit *kit, const struct question *q)
{
    const struct competency *c = competency_of(kit, q->competency.s);
    pages_rule(p, "COMPETENCY");
    if (c && c->meaning.s)
        pages_textf(p, ROLE_TEXT, "%s: %s", c->id.s, c->meaning.s);
    else
        pages_text(p, ROLE_TEXT, q->competency.s);
    if (q->weight != WEIGHT_ONE)
        pages_textf(p, ROLE_TEXT, "Counts %d.%02d times: %s", q->weight / WEIGHT_ONE,
                    q->weight % WEIGHT_ONE, q->weight_reason.s ? q->weight_reason.s : "");
}

static void add_question(struct pages *p, const struct kit *kit, const struct question *q)
{
    pages_text(p, ROLE_STRONG, q->ask.s);
    if (q->why.s) {
        pages_rule(p, "WHY IT IS ASKED");
        pages_text(p, ROLE_TEXT, q->why.s);
    }
    add_points(p, "LISTEN FOR", &q->expect, 'a');
    add_points(p, "RED FLAGS", &q->red_flags, 'v');
    add_points(p, "FOLLOW UP WITH", &q->probes, 'i');
    add_anchors(p, q, kit->scale);
    add_competency(p, kit, q);
}

static void add_own(struct pages *p, const struct answer *a)
{
    pages_text(p, ROLE_STRONG, a->own_text.len ? a->own_text.s : "A question of your own.");
    pages_text(p, ROLE_DIM,
               "Off script: it is noted and never scored, for the other candidates "
               "were not asked it.");
}

/* ---- the glossary ---- */

static void collect_phrases(struct str *out, const struct phrases *list)
{
    for (size_t i = 0; i < list->n; i++)
        str_addf(out, " %s", list->items[i].s);
}

/* All texts of the question folded, to look terms up in. */
static void collect(struct str *out, const struct question *q)
{
    struct str all = STR_INIT;
    str_addf(&all, " %s %s", q->ask.s, q->why.s ? q->why.s : "");
    collect_phrases(&all, &q->expect);
    collect_phrases(&all, &q->red_flags);
    collect_phrases(&all, &q->probes);
    for (int n = 1; n <= SCALE_MAX; n++)
        str_addf(&all, " %s", q->anchors[n].s ? q->anchors[n].s : "");
    utf8_fold(out, all.s);
    str_release(&all);
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* As a word of its own, or with a plural's s behind it. */
static bool occurs(const char *text, const char *term)
{
    struct str folded = STR_INIT;
    bool found = false;
    utf8_fold(&folded, term);
    for (const char *at = folded.len ? strstr(text, folded.s) : NULL; at && !found;
         at = strstr(at + 1, folded.s)) {
        const char *end = at + folded.len;
        end += *end == 's';
        found = (at == text || !is_word(at[-1])) && !is_word(*end);
    }
    str_release(&folded);
    return found;
}

static void add_term(struct pages *p, const struct term_entry *t)
{
    pages_textf(p, ROLE_TEXT, "%s: %s", t->term.s, t->meaning.s);
}

/* The terms that occur in `text` (`in`), or the others. */
static void add_glossary(struct pages *p, const struct kit *kit, const char *text, bool in)
{
    bool any = false;
    for (size_t i = 0; i < kit->n_glossary; i++) {
        if (occurs(text, kit->glossary[i].term.s) != in)
            continue;
        if (!any)
            pages_rule(p, in ? "WORDS IN THESE TEXTS" : "OTHER WORDS OF THE TRADE");
        any = true;
        add_term(p, &kit->glossary[i]);
    }
}

static void add_level(struct pages *p, const struct kit *kit)
{
    struct str label = STR_INIT;
    if (kit->indicators.n) {
        str_addf(&label, "WHAT A %s LOOKS LIKE",
                 kit->level == LEVEL_JUNIOR ? "JUNIOR"
                 : kit->level == LEVEL_MID  ? "MID-LEVEL PERSON"
                                            : "SENIOR");
        pages_rule(p, label.s);
        for (size_t i = 0; i < kit->indicators.n; i++)
            pages_point(p, "-", ROLE_TEXT, kit->indicators.items[i].s);
    }
    if (kit->about) {
        pages_rule(p, "ABOUT THE JOB");
        pages_text(p, ROLE_TEXT, kit->about);
    }
    str_release(&label);
}

static void fill(struct texts *t)
{
    const struct interview *iv = live_interview(t->live);
    const struct answer *a = &iv->answers[iv->at];
    struct str words = STR_INIT;
    if (a->voided) {
        pages_rule(&t->pages, "VOID: does not count");
        pages_textf(&t->pages, ROLE_MIXED, "%s: %s", a->voided->who, a->voided->reason);
    }
    if (a->question) {
        add_question(&t->pages, &iv->kit, a->question);
        collect(&words, a->question);
    } else {
        add_own(&t->pages, a);
    }
    add_glossary(&t->pages, &iv->kit, words.s, true);
    add_level(&t->pages, &iv->kit);
    add_glossary(&t->pages, &iv->kit, words.s, false);
    str_release(&words);
}

/* ---- the screen ---- */

static void draw(const void *state, struct canvas *c)
{
    const struct texts *t = state;
    const struct interview *iv = live_interview(t->live);
    struct str title = STR_INIT;
    str_addf(&title, "Question %d: %s", iv->at + 1, words_competency(&iv->answers[iv->at]));
    statusbar_header(c, 0, title.s, "all texts");
    str_release(&title);
    canvas_rule(c, 1, NULL);
    pages_draw(&t->pages, c, layout_body(c->rows, c->cols, HEAD));
}

static struct outcome handle(void *state, const struct event *ev)
{
    struct texts *t = state;
    if (ev->kind == EVENT_RESIZE) {
        struct area a = layout_body(ev->rows, ev->cols, HEAD);
        pages_resize(&t->pages, a.rows, a.cols);
        return out_stay();
    }
    return out_unhandled();
}

static struct outcome run_on(void *state, struct key k)
{
    struct texts *t = state;
    return pages_read_on(&t->pages, k);
}

static struct outcome run_up(void *state, struct key k)
{
    struct texts *t = state;
    return pages_read_back(&t->pages, k);
}

static const struct action rows[] = {
    PAGES_READ_ON(NULL, run_on),
    PAGES_READ_BACK(NULL, run_up),
    {.name = "back",
     .keys = "Esc t q",
     .label = "back",
     .help = "Back to the question.",
     .run = out_back},
};

const struct actions texts_actions = {rows, COUNT_OF(rows), true};

static struct actions actions(const void *state)
{
    (void)state;
    return texts_actions;
}

static void close_texts(void *state)
{
    struct texts *t = state;
    pages_release(&t->pages);
    free(t);
}

static const struct screen_ops texts_ops = {
    .name = "texts",
    .draw = draw,
    .handle = handle,
    .actions = actions,
    .close = close_texts,
};

struct screen *texts_open(const struct live *live)
{
    struct texts *t = xcalloc(1, sizeof *t);
    t->live = live;
    pages_init(&t->pages);
    fill(t);
    return screen_new(&texts_ops, t);
}
