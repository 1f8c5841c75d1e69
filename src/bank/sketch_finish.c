#include <stdlib.h>
#include <string.h>

#include "bank/import_words.h"
#include "bank/sketch.h"
#include "bank/yaml_out.h"
#include "base/path.h"
#include "base/vec.h"

#define ID_WORDS 3

/* ---- names that are taken, by a hash table ---- */

struct name {
    const char *s;
    size_t next; /* the number that a second one gets */
};

struct names {
    struct name *slots;
    size_t n, size; /* size: a power of two */
};

static uint64_t number_of(const char *s) /* FNV-1a, 64 bits */
{
    uint64_t h = 14695981039346656037u;
    for (; *s != '\0'; s++)
        h = (h ^ (unsigned char)*s) * 1099511628211u;
    return h;
}

static struct name *names_slot(struct names *t, const char *s)
{
    size_t at = number_of(s) & (t->size - 1);
    while (t->slots[at].s != NULL && strcmp(t->slots[at].s, s) != 0)
        at = (at + 1) & (t->size - 1);
    return &t->slots[at];
}

static void names_init(struct names *t, size_t most)
{
    *t = (struct names){.size = 64};
    while (t->size < 4 * most)
        t->size *= 2;
    t->slots = xcalloc(t->size, sizeof *t->slots);
}

/* The name itself, or with the first number that makes it a new one. */
static const char *names_take(struct names *t, struct arena *arena, const char *wanted)
{
    struct name *first = names_slot(t, wanted);
    if (first->s == NULL) {
        *first = (struct name){wanted, 2};
        return wanted;
    }
    struct str numbered = STR_INIT;
    struct name *slot;
    do {
        str_clear(&numbered);
        str_addf(&numbered, "%s-%zu", wanted, first->next++);
        slot = names_slot(t, numbered.s);
    } while (slot->s != NULL);
    *slot = (struct name){arena_dup(arena, numbered.s), 2};
    str_release(&numbered);
    return slot->s;
}

/* ---- what the text does not have ---- */

static bool is_id(const char *s)
{
    return *s != '\0' && s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     "0123456789-_")] == '\0';
}

static const char *id_of(struct sketch *sk, const char *s, const char *otherwise)
{
    struct str id = STR_INIT;
    words_add_id(&id, s, ID_WORDS);
    const char *made = arena_dup(&sk->draft->arena, id.len > 0 ? id.s : otherwise);
    str_release(&id);
    return made;
}

/* One that the source gives is kept where it can be. */
static void name_question(struct sketch *sk, struct names *taken, struct sketch_question *q,
                          bool *made)
{
    struct phrase *id = &q->q.id;
    const char *given = id->s;
    const char *wanted = given;
    if (given == NULL || !is_id(given))
        wanted = id_of(sk, given != NULL ? given : q->q.ask.s, "question");
    id->s = names_take(taken, &sk->draft->arena, wanted);
    *made = *made || given == NULL;
    if (given != NULL && strcmp(given, id->s) != 0)
        sketch_note(sk, DRAFT_ASSUMED, q->q.ask.line, "the id \"%s\" became \"%s\"", given, id->s);
}

static void name_questions(struct sketch *sk)
{
    struct names taken[LEVELS];
    bool made = false;
    for (int i = 0; i < LEVELS; i++)
        names_init(&taken[i], sk->questions.n);
    for (size_t i = 0; i < sk->questions.n; i++)
        name_question(sk, &taken[sk->questions.items[i].level], &sk->questions.items[i], &made);
    for (int i = 0; i < LEVELS; i++)
        free(taken[i].slots);
    if (made)
        sketch_note(sk, DRAFT_ASSUMED, 0,
                    "questions got an id from their words: change it now or never, for results "
                    "are compared by it");
}

static void settle_levels(struct sketch *sk)
{
    uint32_t line = 0;
    size_t n = 0;
    for (size_t i = 0; i < sk->questions.n; i++) {
        struct sketch_question *q = &sk->questions.items[i];
        if (q->level != SKETCH_NO_LEVEL)
            continue;
        q->level = LEVEL_MID;
        line = n++ == 0 ? q->q.ask.line : line;
    }
    if (n > 0)
        sketch_note(sk, DRAFT_ASSUMED, line,
                    "no level is given for %zu question%s from here on: put under mid", n,
                    n == 1 ? "" : "s");
}

/* Takes out what has variants, so that all that is left will be written. */
static void drop_templates(struct sketch *sk)
{
    size_t kept = 0;
    for (size_t i = 0; i < sk->questions.n; i++) {
        struct sketch_question *q = &sk->questions.items[i];
        if (!q->dropped && q->q.ask.s != NULL) {
            sk->questions.items[kept++] = *q;
            continue;
        }
        sketch_question_release(q);
    }
    sk->questions.n = kept;
}

/* ---- competencies ---- */

static void declare(struct sketch *sk, struct names *known, struct sketch_question *q)
{
    struct phrase *id = &q->q.competency;
    if (q->tag.s == NULL)
        return;
    id->s = is_id(q->tag.s) ? q->tag.s : id_of(sk, q->tag.s, "other");
    struct name *slot = names_slot(known, id->s);
    if (slot->s != NULL)
        return;
    *slot = (struct name){id->s, 2};
    struct competency *c = VEC_PUSH(&sk->competencies);
    c->id = *id;
    if (strchr(q->tag.s, ' ') != NULL) /* more than the word itself: says what it means */
        c->meaning = q->tag;
}

static void declare_competencies(struct sketch *sk)
{
    struct names known;
    names_init(&known, sk->questions.n);
    for (size_t i = 0; i < sk->questions.n; i++)
        declare(sk, &known, &sk->questions.items[i]);
    free(known.slots);
}

/* A term has one meaning. */
static void drop_twin_terms(struct sketch *sk)
{
    struct names known;
    size_t kept = 0;
    names_init(&known, sk->glossary.n);
    for (size_t i = 0; i < sk->glossary.n; i++) {
        struct term_entry *t = &sk->glossary.items[i];
        struct name *slot = names_slot(&known, t->term.s);
        if (slot->s == NULL)
            sk->glossary.items[kept++] = *t;
        else
            sketch_note(sk, DRAFT_LEFT_OUT, t->meaning.line,
                        "a second meaning of \"%.40s\": \"%.60s\"", t->term.s, t->meaning.s);
        slot->s = t->term.s;
    }
    sk->glossary.n = kept;
    free(known.slots);
}

/* ---- the bank ---- */

static void name_bank(struct sketch *sk, const struct sketch_names *names)
{
    struct arena *arena = &sk->draft->arena;
    struct str stem = STR_INIT;
    path_stem(&stem, names->file);
    if (sk->bank.title.s == NULL) {
        sk->bank.title = sketch_text(sk, stem.s, stem.len, 0);
        if (sk->bank.title.s == NULL)
            sk->bank.title.s = "Imported questions";
        sketch_note(sk, DRAFT_ASSUMED, 0, "no title was found: it is called \"%s\", as the file",
                    sk->bank.title.s);
    }
    sk->bank.name.s = names->bank != NULL ? arena_dup(arena, names->bank)
                                          : id_of(sk, sk->bank.title.s, "imported");
    str_release(&stem);
}

/* The texts with a line each. */
static struct phrase joined(struct sketch *sk, const struct phrase_list *list)
{
    struct str all = STR_INIT;
    struct phrase p = {0};
    for (size_t i = 0; i < list->n; i++)
        str_addf(&all, "%s%s", i > 0 ? "\n" : "", list->items[i].s);
    if (list->n > 0)
        p = (struct phrase){arena_text(&sk->draft->arena, all.s, all.len), list->items[0].line, 0};
    str_release(&all);
    return p;
}

static struct phrases as_phrases(const struct phrase_list *list)
{
    return (struct phrases){list->items, list->n};
}

static void lay_out_level(struct sketch *sk, int which, const char **said)
{
    struct bank_level *l = &sk->bank.levels[which];
    l->indicators = as_phrases(&sk->indicators[which]);
    l->questions = arena_alloc(&sk->bank.arena, (sk->questions.n + 1) * sizeof *l->questions);
    for (size_t i = 0; i < sk->questions.n; i++) {
        struct sketch_question *q = &sk->questions.items[i];
        if (q->level != which)
            continue;
        q->q.expect = as_phrases(&q->expect);
        q->q.red_flags = as_phrases(&q->red_flags);
        q->q.probes = as_phrases(&q->probes);
        q->q.why = joined(sk, &q->why);
        said[l->n] = joined(sk, &q->said).s;
        l->questions[l->n++] = q->q;
    }
    l->present = l->n > 0 || l->indicators.n > 0 || l->experience.s != NULL;
    sk->draft->questions[which] = l->n;
}

struct remarks {
    const struct bank *bank;
    const char **said[LEVELS]; /* by question */
};

static const char *remark(void *data, const struct question *q)
{
    const struct remarks *r = data;
    for (int i = 0; i < LEVELS; i++) {
        const struct bank_level *l = &r->bank->levels[i];
        if (l->n > 0 && q >= l->questions && q < l->questions + l->n)
            return r->said[i][q - l->questions];
    }
    return NULL;
}

static void lay_out(struct sketch *sk, struct remarks *remarks)
{
    struct bank *b = &sk->bank;
    b->about = joined(sk, &sk->about);
    b->search_titles = as_phrases(&sk->search_titles);
    b->resume_phrases = as_phrases(&sk->resume_phrases);
    b->red_flags = as_phrases(&sk->red_flags);
    b->opening = as_phrases(&sk->opening);
    b->closing = as_phrases(&sk->closing);
    b->glossary = sk->glossary.items;
    b->n_glossary = sk->glossary.n;
    b->competencies = sk->competencies.items;
    b->n_competencies = sk->competencies.n;
    remarks->bank = b;
    for (int i = 0; i < LEVELS; i++) {
        remarks->said[i] = arena_alloc(&b->arena, (sk->questions.n + 1) * sizeof(char *));
        lay_out_level(sk, i, remarks->said[i]);
    }
}

static void note_removed(struct sketch *sk)
{
    if (sk->removed > 0)
        sketch_note(sk, DRAFT_LEFT_OUT, 0, "%zu control character%s that no bank may hold",
                    sk->removed, sk->removed == 1 ? "" : "s");
}

static int by_line(const void *left, const void *right)
{
    const struct draft_note *a = left, *b = right;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return a->kind != b->kind ? (a->kind < b->kind ? -1 : 1) : strcmp(a->text, b->text);
}

bool sketch_finish(struct sketch *sk, const struct sketch_names *names, struct err *e)
{
    struct draft *d = sk->draft;
    struct remarks remarks = {0};
    drop_templates(sk);
    if (sk->questions.n == 0)
        return err_set(e, ERR_INPUT,
                       "no question was found in %s: questions begin with \"Q:\", stand under a "
                       "heading such as \"Interview Questions\", or in a column \"question\"",
                       names->file);
    settle_levels(sk);
    name_questions(sk);
    declare_competencies(sk);
    drop_twin_terms(sk);
    name_bank(sk, names);
    lay_out(sk, &remarks);
    note_removed(sk);
    if (d->n > 1)
        qsort(d->items, d->n, sizeof *d->items, by_line);
    d->bank = sk->bank.name.s;
    d->title = sk->bank.title.s;
    yaml_out_bank(&(struct yaml_out){&sk->bank, NULL, remark, &remarks}, &d->yaml);
    return true;
}
