#include "store/match.h"

#include <string.h>

#include "base/utf8.h"

#define PIECE_BEFORE 24 /* bytes of a piece before the word and in all */
#define PIECE_ALL    120
#define INDEXED      5  /* characters of the longest prefix that the index has, see schema.c */
#define FOLDED_MAX   64 /* bytes that one character folds to; a few are long */

/* ---- what was typed ---- */

/* The words of a text, one after the other. */
struct scan {
    const char *text;
    size_t n, at, len; /* the word that was found */
};

static size_t run_length(const char *at, size_t n, bool word)
{
    size_t len = 0;
    while (len < n) {
        uint32_t cp = (unsigned char)at[len];
        size_t step = cp < 0x80 ? 1 : utf8_decode(at + len, n - len, &cp);
        if (utf8_is_word(cp) != word)
            break;
        len += step;
    }
    return len;
}

static bool next_word(struct scan *s)
{
    s->at += s->len;
    s->at += run_length(s->text + s->at, s->n - s->at, false);
    s->len = run_length(s->text + s->at, s->n - s->at, true);
    return s->len > 0;
}

static bool one_character(const char *word)
{
    size_t n = strlen(word);
    return utf8_next(word, n, 0) >= n;
}

static size_t indexed_length(const char *word, size_t n)
{
    size_t at = 0;
    for (int i = 0; i < INDEXED && at < n; i++)
        at = utf8_next(word, n, at);
    return at;
}

static void add_to_queries(struct match *m, const struct str *typed)
{
    const char *gap = m->query.len > 0 ? " " : "";
    size_t n = indexed_length(typed->s, typed->len);
    str_addf(&m->query, "%s\"%s\"*", gap, typed->s);
    str_addf(&m->begun, "%s\"%.*s\"*", gap, (int)n, typed->s);
    m->cut |= n < typed->len;
}

static void add_word(struct match *m, const char *at, size_t n)
{
    struct str typed = STR_INIT, folded = STR_INIT;
    str_addn(&typed, at, n);
    utf8_fold(&folded, typed.s);
    if (folded.len > 0) {
        struct match_word *w = &m->words[m->n++];
        *w = (struct match_word){arena_text(&m->arena, folded.s, folded.len), folded.len,
                                 one_character(typed.s)};
        m->brief |= w->brief;
        if (!w->brief)
            add_to_queries(m, &typed);
    }
    str_release(&typed);
    str_release(&folded);
}

void match_read(struct match *m, const char *typed)
{
    static const char BLANK[] = " \t\n\r";
    *m = (struct match){.query = STR_INIT, .begun = STR_INIT};
    if (typed == NULL)
        return;
    struct scan scan = {.text = typed, .n = strlen(typed)};
    m->any = strspn(typed, BLANK) < scan.n;
    while (m->n < MATCH_WORDS && next_word(&scan))
        add_word(m, typed + scan.at, scan.len);
}

void match_release(struct match *m)
{
    arena_release(&m->arena);
    str_release(&m->query);
    str_release(&m->begun);
}

/* ---- in a text ---- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* One character, folded; 0 for a mark, which folds away. */
static size_t fold_one(const char *at, size_t n, char *out)
{
    char one[8] = "";
    struct str folded = STR_INIT;
    memcpy(one, at, n);
    utf8_fold(&folded, one);
    size_t len = folded.len < FOLDED_MAX ? folded.len : FOLDED_MAX;
    memcpy(out, folded.s, len);
    str_release(&folded);
    return len;
}

static size_t same_length(const char *a, size_t na, const char *b, size_t nb)
{
    size_t n = na < nb ? na : nb;
    return memcmp(a, b, n) == 0 ? n : 0;
}

/* Bytes of text that the word covers when it begins here, else 0. */
static size_t begins(const char *at, size_t n, const struct match_word *w)
{
    size_t used = 0, found = 0;
    while (found < w->n && used < n) {
        char folded[FOLDED_MAX];
        uint32_t cp;
        size_t step = utf8_decode(at + used, n - used, &cp), len = 1;
        folded[0] = lower(at[used]);
        if (cp >= 0x80)
            len = fold_one(at + used, step, folded);
        size_t same = same_length(folded, len, w->folded + found, w->n - found);
        if (len > 0 && same == 0)
            return 0;
        found += same;
        used += step;
    }
    return found == w->n ? used : 0;
}

/* Accents that were typed behind their letter are marked with it. */
static size_t with_accents(const char *text, size_t n, size_t end)
{
    size_t next = end > 0 ? utf8_next(text, n, utf8_prev(text, n, end)) : end;
    return next > end ? next : end;
}

/* The first word of the text that begins with one of m's that `done` does not name. */
static int find(const struct match *m, const char *word, size_t n, unsigned done, size_t *len)
{
    for (int i = 0; i < m->n; i++) {
        if (done & 1u << i)
            continue;
        *len = begins(word, n, &m->words[i]);
        if (*len > 0)
            return i;
    }
    return -1;
}

bool match_in(const struct match *m, const char *text, unsigned *done)
{
    struct scan scan = {.text = text, .n = strlen(text)};
    size_t used;
    while (*done != MATCH_ALL(m) && next_word(&scan))
        for (int i; (i = find(m, text + scan.at, scan.len, *done, &used)) >= 0;)
            *done |= 1u << i;
    return *done == MATCH_ALL(m);
}

/* Of several that a word begins with, the longest is marked. */
static size_t longest(const struct match *m, const char *word, size_t n)
{
    size_t most = 0;
    for (int i = 0; i < m->n; i++) {
        size_t len = begins(word, n, &m->words[i]);
        most = len > most ? len : most;
    }
    return most;
}

int match_marks(const struct match *m, const char *text, struct hit_mark *marks)
{
    struct scan scan = {.text = text, .n = strlen(text)};
    int count = 0;
    while (count < HIT_MARKS && next_word(&scan)) {
        size_t used = longest(m, text + scan.at, scan.len);
        if (used > 0)
            marks[count++] =
                (struct hit_mark){scan.at, with_accents(text, scan.n, scan.at + used) - scan.at};
    }
    return count;
}

/* ---- a piece of it ---- */

static size_t first_hit(const struct match *m, const char *text, size_t n, unsigned done)
{
    struct scan scan = {.text = text, .n = n};
    size_t used;
    while (next_word(&scan))
        if (find(m, text + scan.at, scan.len, done, &used) >= 0)
            return scan.at;
    return 0;
}

/* Back to the beginning of a word, so that no half one seems to be found. */
static size_t piece_start(const char *text, size_t hit)
{
    size_t at = hit > PIECE_BEFORE ? hit - PIECE_BEFORE : 0;
    if (at == 0)
        return 0;
    while (at < hit && text[at - 1] != ' ' && text[at - 1] != '\n')
        at++;
    return at;
}

void match_piece(const struct match *m, const char *text, unsigned done, struct str *out)
{
    size_t n = strlen(text), hit = first_hit(m, text, n, done), start = piece_start(text, hit);
    size_t end = start;
    while (end < n && end - start < PIECE_ALL && utf8_next(text, n, end) - start <= PIECE_ALL)
        end = utf8_next(text, n, end);
    if (start > 0)
        str_add(out, "… ");
    for (size_t i = start; i < end; i++)
        str_addc(out, (unsigned char)text[i] < ' ' ? ' ' : text[i]);
    if (end < n)
        str_add(out, "…");
}
