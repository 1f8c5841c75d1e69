#include "bank/wording_check.h"

#include <stdlib.h>
#include <string.h>

#include "bank/bank_texts.h"
#include "bank/likeness.h"
#include "base/alloc.h"
#include "base/vec.h"

/* One pass over all texts: each is taken apart into words once, for all checks. */
struct pass {
    struct findings *findings;
    struct wording wording;
    struct law *law;
    struct law_hits hits;
    const struct terms *terms;
    struct terms *own; /* of this bank */
    bool *told;        /* by term: known to this bank, or reported */
    struct likeness likeness;
    struct asks {
        const struct phrase **items; /* the questions of `likeness` */
        size_t n, cap;
    } asks;
};

static void warn(const struct pass *p, const struct phrase *at, const char *rule, const char *todo,
                 const char *what)
{
    finding_add(p->findings, FINDING_WARNING, rule, at->line, at->col, todo, "%s", what);
}

/* ---- law ---- */

static void report_law(struct pass *p, const struct phrase *text, const struct law_hit *hit)
{
    struct str what = STR_INIT;
    str_add(&what, "\"");
    for (size_t i = hit->at; i < hit->at + hit->len; i++)
        str_addc(&what, text->s[i] == '\n' ? ' ' : text->s[i]);
    str_addf(&what, "\" touches %s: ", hit->matter);
    if (hit->where == 0)
        str_add(&what, "lawful to ask, but unwise");
    else
        str_add(&what, "risky in law");
    if (hit->where != 0 && hit->where != LAW_ALL) {
        str_add(&what, " (");
        law_add_names(&what, hit->where);
        str_add(&what, ")");
    }
    warn(p, text, hit->rule, hit->safer, what.s);
    str_release(&what);
}

static void check_law(struct pass *p, const struct phrase *text)
{
    p->hits.n = 0;
    law_scan_words(p->law, &p->wording, &p->hits);
    for (size_t i = 0; i < p->hits.n; i++)
        report_law(p, text, &p->hits.items[i]);
}

/* ---- terms ---- */

static void report_term(struct pass *p, const struct phrase *text, const struct term *term)
{
    struct str what = STR_INIT, todo = STR_INIT;
    str_addf(&what, "\"%s\" is not in the glossary", term->name);
    str_addf(&todo, "Explain it there; the bank \"%s\" says: %s", term->bank, term->meaning);
    warn(p, text, "glossary", todo.s, what.s);
    str_release(&what);
    str_release(&todo);
}

/* Word i is part of a longer term of this bank: of "show LUT", where others have "LUT". */
static bool is_covered(const struct pass *p, size_t i)
{
    for (size_t back = 0; back <= i && back < TERM_WORDS; back++) {
        int own = terms_find(p->own, &p->wording, i - back);
        if (own >= 0 && terms_at(p->own, (size_t)own)->n > back)
            return true;
    }
    return false;
}

static void check_terms(struct pass *p, const struct phrase *text)
{
    for (size_t i = 0; i < p->wording.n;) {
        int found = terms_find(p->terms, &p->wording, i);
        if (found < 0) {
            i++;
            continue;
        }
        const struct term *term = terms_at(p->terms, (size_t)found);
        if (!p->told[found] && !is_covered(p, i)) {
            report_term(p, text, term);
            p->told[found] = true;
        }
        i += term->n;
    }
}

/* Those that need no entry here, because there is one or because everybody knows the word. */
static void mark_known(struct pass *p)
{
    for (size_t i = 0; i < terms_count(p->terms); i++) {
        const struct term *term = terms_at(p->terms, i);
        wording_read(&p->wording, term->name);
        int own = terms_find(p->own, &p->wording, 0);
        p->told[i] = term->plain || (own >= 0 && terms_at(p->own, (size_t)own)->n == term->n);
    }
}

/* ---- anchors ---- */

/* Words by which an anchor judges an answer instead of describing it. */
static const char *const hollow_words[26] = {
    [0] = " a above acceptable adequate all an and answer answers any applicable at average "
          "awful ",
    [1] = " bad basic below best better brilliant ",
    [2] = " candidate clear ",
    [3] = " decent does ",
    [4] = " ends example examples exceeds excellent exceptional expectation expectations "
          "expected experience ",
    [5] = " fails fair fairly fine for full ",
    [6] = " gives good great ",
    [7] = " has have high ",
    [8] = " in incomplete insufficient is it ",
    [10] = " knowledge ",
    [11] = " lacks level little low ",
    [12] = " match meets mediocre medium middle ",
    [13] = " n na no none normal not ",
    [14] = " of ok okay one or outstanding ",
    [15] = " partial partially perfect poor poorly pretty ",
    [16] = " quite ",
    [17] = " rather reasonable response ",
    [18] = " satisfactory score shows skill skills so solid some standard strong sufficient "
           "superb ",
    [19] = " tbd terrible the this to todo top ",
    [20] = " understanding unsatisfactory ",
    [21] = " very ",
    [22] = " weak well with worst wrong ",
    [23] = " x xx xxx ",
};

static void check_anchor(struct pass *p, const struct phrase *text)
{
    for (size_t i = 0; i < p->wording.n; i++)
        if (!word_in_lists(hollow_words, wording_word(&p->wording, i), p->wording.items[i].len))
            return;
    struct str what = STR_INIT;
    str_addf(&what, "the anchor \"%s\" says nothing that could be observed", text->s);
    warn(p, text, "empty-anchor", "Say what somebody with this score does or says.", what.s);
    str_release(&what);
}

/* ---- questions ---- */

static size_t spoken_words(const char *s)
{
    size_t n = 0;
    while (*(s += strspn(s, " \t\r\n")) != '\0') {
        n++;
        s += strcspn(s, " \t\r\n");
    }
    return n;
}

static void check_length(struct pass *p, const struct phrase *text)
{
    size_t n = spoken_words(text->s);
    if (n > ASK_WORDS)
        finding_add(p->findings, FINDING_WARNING, "long-question", text->line, text->col,
                    "Shorten it, or make a probe of its second half.",
                    "this question has %zu words; more than %d are hard to say and to follow", n,
                    ASK_WORDS);
}

static void report_alike(void *data, size_t later, size_t earlier)
{
    struct pass *p = data;
    const struct phrase *one = p->asks.items[later], *other = p->asks.items[earlier];
    finding_add(p->findings, FINDING_WARNING, "near-duplicate", one->line, one->col,
                "Ask something else here, or drop one of the two.",
                "this asks nearly the same as the question in line %u", other->line);
}

static void check_text(void *data, const struct phrase *text, enum bank_text kind)
{
    struct pass *p = data;
    wording_read(&p->wording, text->s);
    check_law(p, text);
    if (p->terms != NULL && kind != TEXT_TITLE)
        check_terms(p, text);
    if (kind == TEXT_ANCHOR)
        check_anchor(p, text);
    if (kind == TEXT_ASK || kind == TEXT_PROBE)
        check_length(p, text);
    if (kind == TEXT_ASK) {
        likeness_add(&p->likeness, &p->wording);
        *VEC_PUSH(&p->asks) = text;
    }
}

void wording_check(const struct bank *bank, const struct check_setup *setup,
                   struct findings *findings)
{
    struct pass p = {.findings = findings, .law = setup->law, .terms = setup->terms};
    struct law *all = setup->law == NULL ? law_new(LAW_ALL) : NULL;
    if (all != NULL)
        p.law = all;
    if (p.terms != NULL) {
        p.own = terms_new();
        terms_add(p.own, bank);
        terms_add_word(p.own, bank->title.s);
        p.told = xcalloc(terms_count(p.terms) + 1, sizeof *p.told);
        mark_known(&p);
    }
    bank_texts(bank, &(struct bank_texts){check_text, &p});
    likeness_find(&p.likeness, report_alike, &p);
    likeness_release(&p.likeness);
    VEC_RELEASE(&p.asks);
    VEC_RELEASE(&p.hits);
    wording_release(&p.wording);
    terms_free(p.own);
    law_free(all);
    free(p.told);
}
