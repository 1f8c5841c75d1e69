#include "bank/wording_check.h"

#include <stdlib.h>
#include <string.h>

#include "bank/bank_texts.h"
#include "bank/law_words.h"
#include "bank/likeness.h"
#include "bank/terms_find.h"
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

static void check_terms(struct pass *p, const struct phrase *text)
{
    for (size_t i = 0; i < p->wording.n;) {
        int own = terms_find(p->own, &p->wording, i);
        int any = terms_find(p->terms, &p->wording, i);
        size_t own_words = own >= 0 ? terms_at(p->own, (size_t)own)->n : 0;
        const struct term *term = any >= 0 ? terms_at(p->terms, (size_t)any) : NULL;
        if (term == NULL || own_words >= term->n) {
            i += own_words > 0 ? own_words : 1;
            continue;
        }
        if (!p->told[any] && !term->plain)
            report_term(p, text, term);
        p->told[any] = true;
        i += term->n;
    }
}

/* ---- anchors ---- */

/* Words by which an anchor judges an answer instead of describing it. */
static const char hollow_words[] = " a above acceptable adequate all an and answer answers any "
                                   "applicable at average awful bad basic "
                                   "below best better brilliant candidate clear decent does ends "
                                   "example examples exceeds excellent "
                                   "exceptional expectation expectations expected experience fails "
                                   "fair fairly fine for full gives good "
                                   "great has have high in incomplete insufficient is it knowledge "
                                   "lacks level little low match meets "
                                   "mediocre medium middle n na no none normal not of ok okay one "
                                   "or outstanding partial partially "
                                   "perfect poor poorly pretty quite rather reasonable response "
                                   "satisfactory score shows skill skills "
                                   "so solid some standard strong sufficient superb tbd terrible "
                                   "the this to todo top understanding "
                                   "unsatisfactory very weak well with worst wrong x xx xxx ";

static bool is_hollow_word(const char *word, size_t len)
{
    char framed[20] = " ";
    if (len + 3 > sizeof framed)
        return false;
    memcpy(framed + 1, word, len);
    framed[len + 1] = ' ';
    framed[len + 2] = '\0';
    return strstr(hollow_words, framed) != NULL;
}

static void check_anchor(struct pass *p, const struct phrase *text)
{
    for (size_t i = 0; i < p->wording.n; i++)
        if (!is_hollow_word(wording_word(&p->wording, i), p->wording.items[i].len))
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
    struct pass p = {.findings = findings, .law = law_new(setup->law), .terms = setup->terms};
    if (p.terms != NULL) {
        p.own = terms_new();
        terms_add(p.own, bank);
        terms_add_word(p.own, bank->title.s);
        p.told = xcalloc(terms_count(p.terms) + 1, sizeof *p.told);
    }
    bank_texts(bank, &(struct bank_texts){check_text, &p});
    likeness_find(&p.likeness, report_alike, &p);
    likeness_release(&p.likeness);
    VEC_RELEASE(&p.asks);
    VEC_RELEASE(&p.hits);
    wording_release(&p.wording);
    terms_free(p.own);
    law_free(p.law);
    free(p.told);
}
