#include "bank/yaml_out.h"

#include <string.h>

#include "bank/scalar.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/vec.h"

#define STEP 2 /* blanks from one depth to the next */

/* ---- lines ---- */

static void add_text(struct str *out, const char *s, const struct scalar_spot *spot)
{
    size_t n = strlen(s);
    scalar_add(out, scalar_choose(s, n, spot), s, n, spot);
    str_addc(out, '\n');
}

static void add_key(struct str *out, int depth, const char *name)
{
    str_repeat(out, " ", depth);
    str_addf(out, "%s:", name);
}

/* The value of a key that begins at `depth`, behind its colon. */
static void add_value(struct str *out, int depth, int key_width, const char *s)
{
    if (s == NULL) {
        str_addc(out, '\n');
        return;
    }
    str_addc(out, ' ');
    add_text(out, s,
             &(struct scalar_spot){.column = depth + key_width + 2, .indent = depth + STEP});
}

static void text(struct str *out, int depth, const char *name, const struct phrase *p)
{
    if (p->s == NULL)
        return;
    add_key(out, depth, name);
    add_value(out, depth, (int)strlen(name), p->s);
}

static void number(struct str *out, int depth, const char *name, int value)
{
    if (value == 0)
        return;
    add_key(out, depth, name);
    str_addf(out, " %d\n", value);
}

static void texts(struct str *out, int depth, const char *name, const struct phrases *list)
{
    if (list->n == 0)
        return;
    add_key(out, depth, name);
    str_addc(out, '\n');
    for (size_t i = 0; i < list->n; i++) {
        str_repeat(out, " ", depth + STEP);
        str_add(out, "- ");
        add_text(out, list->items[i].s,
                 &(struct scalar_spot){.column = depth + 2 * STEP, .indent = depth + 2 * STEP});
    }
}

static void pair(struct str *out, const struct phrase *name, const struct phrase *meaning)
{
    struct scalar_spot spot = {.column = STEP, .indent = 2 * STEP, .one_line = true};
    size_t n = strlen(name->s), from;
    str_repeat(out, " ", STEP);
    from = out->len;
    scalar_add(out, scalar_choose(name->s, n, &spot), name->s, n, &spot);
    int width = utf8_width(out->s + from, out->len - from);
    str_addc(out, ':');
    add_value(out, STEP, width, meaning->s);
}

/* Nothing that ends a comment early, or that libyaml refuses even in one. */
static void add_harmless(struct str *out, const char *s, size_t n)
{
    struct str clean = STR_INIT;
    utf8_clean(&clean, s, n, true);
    for (size_t at = 0, step; at < clean.len; at += step) {
        uint32_t cp;
        step = utf8_decode(clean.s + at, clean.len - at, &cp);
        bool odd = cp == 0x2028 || cp == 0x2029 || cp == 0xFEFF || (cp & 0xFFFE) == 0xFFFE;
        str_addn(out, odd ? " " : clean.s + at, odd ? 1 : step);
    }
    str_release(&clean);
}

/* Wrapped, each line behind a # at `depth`. */
static void remark(struct str *out, int depth, const char *s)
{
    struct text_lines lines = {0};
    struct str clean = STR_INIT;
    add_harmless(&clean, s, strlen(s));
    text_wrap(clean.s, clean.len, SCALAR_WIDTH - depth - 2, &lines);
    for (size_t i = 0; i < lines.n; i++) {
        str_repeat(out, " ", depth);
        str_addc(out, '#');
        if (lines.items[i].len > 0)
            str_addc(out, ' ');
        str_addn(out, clean.s + lines.items[i].at, lines.items[i].len);
        str_addc(out, '\n');
    }
    VEC_RELEASE(&lines);
    str_release(&clean);
}

/* ---- questions ---- */

static void anchors(struct str *out, const struct question *q)
{
    const int depth = 4 * STEP;
    bool any = false;
    for (int score = 1; score <= SCALE_MAX; score++) {
        char name[2] = {(char)('0' + score), '\0'};
        if (q->anchors[score].s == NULL)
            continue;
        if (!any)
            str_add(out, "        anchors:\n");
        any = true;
        text(out, depth + STEP, name, &q->anchors[score]);
    }
}

static void weight(struct str *out, const struct question *q)
{
    if (q->weight == WEIGHT_ONE || q->weight == 0)
        return;
    str_add(out, "        weight: ");
    weight_add(out, q->weight);
    str_addc(out, '\n');
}

static void question(const struct yaml_out *w, const struct question *q, struct str *out)
{
    const int depth = 4 * STEP;
    const char *said = w->remark != NULL ? w->remark(w->data, q) : NULL;
    str_add(out, "      - id:");
    add_value(out, depth, 2, q->id.s);
    text(out, depth, "ask", &q->ask);
    text(out, depth, "competency", &q->competency);
    text(out, depth, "why", &q->why);
    if (said != NULL)
        remark(out, depth, said);
    texts(out, depth, "expect", &q->expect);
    texts(out, depth, "red_flags", &q->red_flags);
    texts(out, depth, "probes", &q->probes);
    anchors(out, q);
    number(out, depth, "minutes", q->minutes);
    weight(out, q);
    text(out, depth, "weight_reason", &q->weight_reason);
}

static void level(const struct yaml_out *w, enum level which, struct str *out)
{
    const struct bank_level *l = &w->bank->levels[which];
    if (!l->present)
        return;
    add_key(out, STEP, level_name(which));
    str_addc(out, '\n');
    text(out, 2 * STEP, "experience", &l->experience);
    number(out, 2 * STEP, "minutes", l->minutes);
    texts(out, 2 * STEP, "indicators", &l->indicators);
    if (l->n > 0)
        str_add(out, "    questions:\n");
    for (size_t i = 0; i < l->n; i++) {
        if (i > 0)
            str_addc(out, '\n');
        question(w, &l->questions[i], out);
    }
}

static void levels(const struct yaml_out *w, struct str *out)
{
    bool any = false;
    for (int i = 0; i < LEVELS; i++) {
        if (!w->bank->levels[i].present)
            continue;
        str_add(out, any ? "\n" : "\nlevels:\n");
        any = true;
        level(w, (enum level)i, out);
    }
}

/* ---- the bank ---- */

static void glossary(const struct bank *b, struct str *out)
{
    if (b->n_glossary > 0)
        str_add(out, "\nglossary:\n");
    for (size_t i = 0; i < b->n_glossary; i++)
        pair(out, &b->glossary[i].term, &b->glossary[i].meaning);
}

static void competencies(const struct bank *b, struct str *out)
{
    if (b->n_competencies > 0)
        str_add(out, "\ncompetencies:\n");
    for (size_t i = 0; i < b->n_competencies; i++)
        pair(out, &b->competencies[i].id, &b->competencies[i].meaning);
}

static void facts(const struct bank *b, struct str *out)
{
    if (b->n_facts > 0)
        str_add(out, "\nfacts:\n");
    for (size_t i = 0; i < b->n_facts; i++) {
        const struct fact *f = &b->facts[i];
        str_add(out, "  - id:");
        add_value(out, 2 * STEP, 2, f->id.s);
        text(out, 2 * STEP, "ask", &f->ask);
        str_addf(out, "    kind: %s\n", fact_kind_name(f->kind));
    }
}

static void spaced_texts(struct str *out, const char *name, const struct phrases *list)
{
    if (list->n > 0)
        str_addc(out, '\n');
    texts(out, 0, name, list);
}

void yaml_out_bank(const struct yaml_out *w, struct str *out)
{
    const struct bank *b = w->bank;
    str_add(out, "# yaml-language-server: $schema=bank.schema.json\n");
    if (w->head != NULL) {
        str_add(out, "#\n");
        remark(out, 0, w->head);
    }
    text(out, 0, "bank", &b->name);
    text(out, 0, "title", &b->title);
    text(out, 0, "field", &b->field);
    text(out, 0, "about", &b->about);
    number(out, 0, "scale", b->scale == SCALE_DEFAULT ? 0 : b->scale);
    texts(out, 0, "search_titles", &b->search_titles);
    texts(out, 0, "resume_phrases", &b->resume_phrases);
    glossary(b, out);
    competencies(b, out);
    spaced_texts(out, "red_flags", &b->red_flags);
    facts(b, out);
    spaced_texts(out, "opening", &b->opening);
    texts(out, 0, "closing", &b->closing);
    levels(w, out);
}
