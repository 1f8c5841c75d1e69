#include "bank/sketch.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "base/vec.h"

#define SHOWN_COLUMNS 60 /* of a text in a note */

void sketch_init(struct sketch *sk, struct draft *draft)
{
    *sk = (struct sketch){.draft = draft, .bank = {.scale = SCALE_DEFAULT}};
}

void sketch_question_release(struct sketch_question *q)
{
    VEC_RELEASE(&q->why);
    VEC_RELEASE(&q->said);
    VEC_RELEASE(&q->expect);
    VEC_RELEASE(&q->red_flags);
    VEC_RELEASE(&q->probes);
}

void sketch_release(struct sketch *sk)
{
    for (size_t i = 0; i < sk->questions.n; i++)
        sketch_question_release(&sk->questions.items[i]);
    for (int i = 0; i < LEVELS; i++)
        VEC_RELEASE(&sk->indicators[i]);
    VEC_RELEASE(&sk->about);
    VEC_RELEASE(&sk->search_titles);
    VEC_RELEASE(&sk->resume_phrases);
    VEC_RELEASE(&sk->red_flags);
    VEC_RELEASE(&sk->opening);
    VEC_RELEASE(&sk->closing);
    VEC_RELEASE(&sk->glossary);
    VEC_RELEASE(&sk->competencies);
    VEC_RELEASE(&sk->questions);
    bank_release(&sk->bank);
}

/* ---- notes ---- */

void sketch_note(struct sketch *sk, enum draft_note_kind kind, uint32_t line, const char *fmt, ...)
{
    struct str text = STR_INIT;
    va_list ap;
    va_start(ap, fmt);
    str_addv(&text, fmt, ap);
    va_end(ap);
    struct draft_note *note = VEC_PUSH(sk->draft);
    *note = (struct draft_note){kind, line, line, arena_dup(&sk->draft->arena, text.s)};
    str_release(&text);
}

/* The first line is shown, the others are counted by the span of lines. */
void sketch_leave_out(struct sketch *sk, uint32_t line, const char *s)
{
    struct draft *d = sk->draft;
    struct draft_note *before = d->n > 0 ? &d->items[d->n - 1] : NULL;
    if (before != NULL && before->kind == DRAFT_LEFT_OUT && before->text[0] == '"' &&
        line >= before->last && line - before->last <= 2) {
        before->last = line;
        return;
    }
    struct str shown = STR_INIT;
    text_clip(&shown, s, SHOWN_COLUMNS);
    sketch_note(sk, DRAFT_LEFT_OUT, line, "\"%s\"", shown.s);
    str_release(&shown);
}

/* ---- texts ---- */

static bool is_forbidden(uint32_t cp)
{
    return utf8_is_control(cp) && cp != '\t' && cp != '\r' && cp != 0x85;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct phrase sketch_text(struct sketch *sk, const char *s, size_t n, uint32_t line)
{
    struct str t = STR_INIT;
    while (n > 0 && is_blank(s[n - 1]))
        n--;
    for (size_t at = 0, step; at < n; at += step) {
        uint32_t cp;
        step = utf8_decode(s + at, n - at, &cp);
        if (is_forbidden(cp))
            sk->removed++;
        else
            str_addn(&t, s + at, step);
    }
    while (t.len > 0 && is_blank(t.s[t.len - 1]))
        t.len--;
    struct phrase p = {t.len > 0 ? arena_text(&sk->draft->arena, t.s, t.len) : NULL, line, 0};
    str_release(&t);
    return p;
}

void sketch_add(struct sketch *sk, struct phrase_list *list, const char *s, uint32_t line)
{
    struct phrase p = sketch_text(sk, s, strlen(s), line);
    if (p.s != NULL)
        *VEC_PUSH(list) = p;
}

/* ---- questions ---- */

struct sketch_question *sketch_ask(struct sketch *sk, int level, const char *s, uint32_t line)
{
    struct sketch_question *q = VEC_PUSH(&sk->questions);
    q->level = level;
    q->q.weight = WEIGHT_ONE;
    q->q.ask = sketch_text(sk, s, strlen(s), line);
    return q;
}

void sketch_prose(struct sketch *sk, struct sketch_question *q, const struct phrase *prose)
{
    size_t before = q->expect.n;
    points_split(&q->expect, &sk->draft->arena, prose);
    size_t points = q->expect.n - before;
    if (points < 2)
        return;
    sketch_note(sk, DRAFT_ASSUMED, prose->line,
                "the answer was split into %zu points to listen for; it stands whole above them",
                points);
    *VEC_PUSH(&q->said) = *prose;
}
