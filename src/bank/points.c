#include "bank/points.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "bank/import_words.h"
#include "base/vec.h"
#include "domain/question.h"

#define LEAD_WORDS 12 /* within which a sentence comes to the point */
#define SHORT_SIDE 5  /* words on each side of an "and" that joins the last two of a list */

struct span {
    const char *s;
    size_t n;
};

struct spans {
    struct span *items;
    size_t n, cap;
};

static struct span trimmed(struct span t)
{
    while (t.n > 0 && isspace((unsigned char)t.s[0]))
        t.s++, t.n--;
    while (t.n > 0 && isspace((unsigned char)t.s[t.n - 1]))
        t.n--;
    return t;
}

static void add_span(struct spans *out, const char *from, const char *to)
{
    struct span t = trimmed((struct span){from, (size_t)(to - from)});
    if (t.n > 0)
        *VEC_PUSH(out) = t;
}

/* ---- sentences ---- */

static bool is_short_form(const char *s, const char *dot)
{
    static const char *const forms[] = {"e.g", "i.e", "vs",  "mr",     "mrs",  "ms", "dr",
                                        "st",  "no",  "fig", "approx", "p.ex", "ex", NULL};
    const char *from = dot;
    while (from > s && !isspace((unsigned char)from[-1]) && from[-1] != '(')
        from--;
    size_t n = (size_t)(dot - from);
    if (n == 1 && isupper((unsigned char)*from))
        return true;
    return n > 0 && words_among(forms, from, n);
}

static bool begins_sentence(const char *s)
{
    unsigned char c = (unsigned char)*s;
    return isupper(c) || isdigit(c) || c == '"' || c == '(' || c >= 0x80;
}

/* `at` is a mark that may end a sentence; a closing quote or bracket belongs to it. */
static bool ends_sentence(const struct span *t, size_t at, size_t *end)
{
    size_t next = at + 1;
    while (next < t->n && strchr("\")'", t->s[next]) != NULL)
        next++;
    *end = next;
    if (next == t->n)
        return true;
    if (t->s[next] != ' ' && t->s[next] != '\n')
        return false;
    while (next < t->n && isspace((unsigned char)t->s[next]))
        next++;
    if (next == t->n)
        return true;
    return begins_sentence(t->s + next) && (t->s[at] != '.' || !is_short_form(t->s, t->s + at));
}

static void split_sentences(struct spans *out, struct span t)
{
    size_t from = 0, end;
    for (size_t at = 0; at < t.n; at++) {
        if (t.s[at] == '\n') {
            add_span(out, t.s + from, t.s + at);
            from = at + 1;
        } else if (strchr(".!?", t.s[at]) != NULL && ends_sentence(&t, at, &end)) {
            add_span(out, t.s + from, t.s + end);
            from = end;
            at = end - 1;
        }
    }
    add_span(out, t.s + from, t.s + t.n);
}

/* ---- lists inside a sentence ---- */

/* Pieces between commas or semicolons that stand in no brackets or quotes. */
static void split_at(struct spans *out, struct span t, char mark)
{
    size_t from = 0;
    int depth = 0;
    bool quoted = false;
    for (size_t at = 0; at < t.n; at++) {
        quoted = quoted != (t.s[at] == '"');
        depth += t.s[at] == '(';
        depth -= t.s[at] == ')' && depth > 0;
        bool apart = at + 1 == t.n || t.s[at + 1] == ' ';
        if (t.s[at] != mark || depth > 0 || quoted || !apart)
            continue;
        add_span(out, t.s + from, t.s + at);
        from = at + 1;
    }
    add_span(out, t.s + from, t.s + t.n);
}

static bool begins_with(struct span t, const char *word)
{
    size_t n = strlen(word);
    return t.n > n && strncasecmp(t.s, word, n) == 0 && t.s[n] == ' ';
}

static bool begins_with_any(struct span t, const char *const *words)
{
    for (; *words != NULL; words++)
        if (begins_with(t, *words))
            return true;
    return false;
}

static struct span behind(struct span t, size_t n)
{
    return trimmed((struct span){t.s + n, t.n - n});
}

static int count_words(struct span t)
{
    int n = t.n > 0;
    for (size_t i = 0; i < t.n; i++)
        n += t.s[i] == ' ';
    return n;
}

static size_t word_at(struct span t, size_t at)
{
    size_t n = 0;
    while (at + n < t.n && !isspace((unsigned char)t.s[at + n]))
        n++;
    return n;
}

static bool is_verb(const char *word, size_t n)
{
    static const char *const verbs[] = {
        "discuss",    "discusses",  "explain", "explains", "demonstrate", "demonstrates",
        "mention",    "mentions",   "include", "includes", "cover",       "covers",
        "describe",   "describes",  "show",    "shows",    "name",        "names",
        "list",       "lists",      "outline", "outlines", "identify",    "identifies",
        "highlight",  "highlights", "know",    "knows",    "understand",  "understands",
        "mentionner", "expliquer",  "decrire", "citer",    NULL};
    if (n > 0 && word[n - 1] == ':')
        n--;
    return words_among(verbs, word, n);
}

/* Where the list begins: behind the verb ("A senior person should discuss"), and behind what
 * announces examples ("basic stages like"). 0: this sentence has no such beginning. */
static size_t lead(struct span t)
{
    size_t at = 0, begins = 0;
    for (int word = 0; word < LEAD_WORDS && at < t.n && begins == 0; word++) {
        size_t n = word_at(t, at);
        if (memchr(t.s + at, ',', n) != NULL)
            return 0;
        at += n + 1;
        if (is_verb(t.s + at - n - 1, n))
            begins = at;
    }
    return begins < t.n ? begins : 0;
}

static struct span behind_examples(struct span first)
{
    static const char *const marks[] = {" like ", " such as ", " including ", ": "};
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        const char *found = memmem(first.s, first.n, marks[i], strlen(marks[i]));
        if (found != NULL)
            return behind(first, (size_t)(found - first.s) + strlen(marks[i]));
    }
    return first;
}

/* "b and c" at the end of "a, b and c". */
static bool split_last(struct spans *items)
{
    struct span last = items->items[items->n - 1];
    const char *and = memmem(last.s, last.n, " and ", 5);
    const char *found = and != NULL ? and : memmem(last.s, last.n, " et ", 4);
    if (found == NULL)
        return false;
    size_t at = (size_t)(found - last.s), mark = and != NULL ? 5 : 4;
    struct span left = {last.s, at}, right = behind(last, at + mark);
    if (count_words(left) > SHORT_SIDE || count_words(right) > SHORT_SIDE)
        return false;
    items->items[items->n - 1] = left;
    *VEC_PUSH(items) = right;
    return true;
}

static bool is_list(struct spans *items)
{
    static const char *const joins[] = {"and", "or", "as well as", "et", "ou", NULL};
    static const char *const clauses[] = {
        "which",    "who", "where", "while",       "when", "but",    "so",  "because",
        "although", "if",  "since", "for example", "then", "rather", "not", NULL};
    if (items->n < 2)
        return false;
    for (size_t i = 0; i < items->n; i++)
        if (begins_with_any(items->items[i], clauses))
            return false;
    struct span *last = &items->items[items->n - 1];
    if (!begins_with_any(*last, joins))
        return split_last(items) && items->n >= 3;
    for (size_t i = 0; joins[i] != NULL; i++)
        if (begins_with(*last, joins[i])) {
            *last = behind(*last, strlen(joins[i]));
            break;
        }
    return items->n >= 3;
}

static void drop_stop(struct span *t)
{
    if (t->n > 1 && t->s[t->n - 1] == '.' && t->s[t->n - 2] != '.')
        t->n--;
}

/* The sentence as its listed things, or as it is. */
static void split_list(struct spans *out, struct span sentence)
{
    struct spans items = {0};
    struct span whole = sentence;
    drop_stop(&whole);
    split_at(&items, whole, ';');
    if (items.n < 2) {
        size_t from = lead(whole);
        VEC_RELEASE(&items);
        if (from > 0)
            split_at(&items, behind(whole, from), ',');
        if (from == 0 || !is_list(&items)) {
            VEC_RELEASE(&items);
            *VEC_PUSH(&items) = whole;
        } else {
            items.items[0] = behind_examples(items.items[0]);
        }
    }
    for (size_t i = 0; i < items.n; i++)
        if (items.items[i].n > 0)
            *VEC_PUSH(out) = items.items[i];
    VEC_RELEASE(&items);
}

/* ---- points ---- */

static void add_point(struct phrase_list *out, struct arena *arena, struct span t, uint32_t line)
{
    drop_stop(&t);
    char *s = arena_text(arena, t.s, t.n);
    s[0] = (char)toupper((unsigned char)s[0]);
    *VEC_PUSH(out) = (struct phrase){s, line, 0};
}

static void add_all(struct phrase_list *out, struct arena *arena, const struct spans *all,
                    const struct phrase *prose)
{
    if (all->n < 2)
        *VEC_PUSH(out) = *prose;
    for (size_t i = 0; i < all->n && all->n > 1; i++)
        add_point(out, arena, all->items[i], prose->line);
}

void points_sentences(struct phrase_list *out, struct arena *arena, const struct phrase *prose)
{
    struct spans sentences = {0};
    split_sentences(&sentences, (struct span){prose->s, strlen(prose->s)});
    add_all(out, arena, &sentences, prose);
    VEC_RELEASE(&sentences);
}

/* More points than the live screen has letters help nobody: then the sentences stay whole. */
void points_split(struct phrase_list *out, struct arena *arena, const struct phrase *prose)
{
    struct spans sentences = {0}, points = {0};
    split_sentences(&sentences, (struct span){prose->s, strlen(prose->s)});
    for (size_t i = 0; i < sentences.n; i++)
        split_list(&points, sentences.items[i]);
    add_all(out, arena, points.n <= EXPECT_MAX ? &points : &sentences, prose);
    VEC_RELEASE(&sentences);
    VEC_RELEASE(&points);
}
