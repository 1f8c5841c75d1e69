#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "bank/import_kit.h"
#include "bank/yaml_out.h"
#include "base/vec.h"

/* Bytes of a line that was broken by its width only: a shorter one ended on purpose, a longer one
 * shows that nothing was broken. */
#define WRAPPED_MIN 50
#define WRAPPED_MAX 110

struct sketch_question *kit_question(const struct kit_walk *w)
{
    return w->by != BY_NOTHING ? &w->sk->questions.items[w->sk->questions.n - 1] : NULL;
}

/* ---- search titles ---- */

static bool is_role(const char *word, size_t n)
{
    static const char *const roles[] = {
        "supervisor", "coordinator",  "producer",      "manager",   "editor",
        "assistant",  "engineer",     "artist",        "designer",  "director",
        "operator",   "mixer",        "colorist",      "colourist", "compositor",
        "animator",   "intern",       "runner",        "executive", "specialist",
        "technician", "professional", "professionals", "lead",      "analyst",
        "developer",  "consultant",   "generalist",    NULL};
    return n > 0 && words_among(roles, word, n);
}

/* "Post Supervisor Post Producer" has lost what stood between: a title ends with a role, unless
 * another role follows ("Assistant Editor"). False when that leaves a rest. */
static bool split_roles(struct phrase_list *out, struct arena *arena, const char *s, uint32_t line)
{
    const char *from = s;
    bool role = false;
    while (*s != '\0') {
        size_t n = strcspn(s, " ");
        const char *next = s + n + (s[n] == ' ');
        role = is_role(s, n);
        if (role && !is_role(next, strcspn(next, " "))) {
            *VEC_PUSH(out) =
                (struct phrase){arena_text(arena, from, (size_t)(s + n - from)), line, 0};
            from = next;
        }
        s = next;
    }
    return role;
}

static void add_title(struct sketch *sk, const char *s, size_t n, uint32_t line)
{
    struct str t = STR_INIT;
    while (n > 0 && strchr(" \"'.", *s) != NULL)
        s++, n--;
    while (n > 0 && strchr(" \"'.", s[n - 1]) != NULL)
        n--;
    str_addn(&t, s, n);
    sketch_add(sk, &sk->search_titles, t.s, line);
    str_release(&t);
}

static size_t title_end(const char *s, size_t *mark)
{
    static const char *const marks[] = {",", ";", "|", "•", "·", "\t", "  ", " / "};
    size_t end = strlen(s);
    *mark = 0;
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        const char *found = strstr(s, marks[i]);
        if (found != NULL && (size_t)(found - s) < end) {
            end = (size_t)(found - s);
            *mark = strlen(marks[i]);
        }
    }
    return end;
}

static void put_titles(struct sketch *sk, const char *s, uint32_t line)
{
    struct phrase_list split = {0};
    size_t mark, end = title_end(s, &mark);
    if (mark == 0 && split_roles(&split, &sk->draft->arena, s, line) && split.n > 1) {
        for (size_t i = 0; i < split.n; i++)
            add_title(sk, split.items[i].s, strlen(split.items[i].s), line);
        sketch_note(sk, DRAFT_ASSUMED, line,
                    "nothing stands between these titles: they were parted behind words such as "
                    "Manager");
    } else {
        for (; mark > 0; s += end + mark, end = title_end(s, &mark))
            add_title(sk, s, end, line);
        add_title(sk, s, strlen(s), line);
    }
    VEC_RELEASE(&split);
}

/* ---- parts of a question ---- */

/* "3: Names a method", "Score 3 - ...", "3 (good): ...". */
static int anchor_score(const char **s)
{
    const char *p = *s;
    if (strncasecmp(p, "score ", 6) == 0)
        p += 6;
    if (*p < '1' || *p > '5' || isalnum((unsigned char)p[1]))
        return 0;
    int score = *p++ - '0';
    p += strspn(p, " ");
    if (*p == '(' && strchr(p, ')') != NULL)
        p = strchr(p, ')') + 1;
    p += strspn(p, " ");
    size_t dash =
        strncmp(p, "–", 3) == 0 || strncmp(p, "—", 3) == 0 ? 3 : strchr(":=-.)", *p) != NULL;
    if (*p == '\0' || dash == 0)
        return 0;
    p += dash;
    *s = p + strspn(p, " ");
    return score;
}

static void put_anchor(struct kit_walk *w, struct sketch_question *q, const char *s, uint32_t line)
{
    int score = anchor_score(&s);
    if (score == 0 || q->q.anchors[score].s != NULL || *s == '\0')
        sketch_leave_out(w->sk, line, s);
    else
        q->q.anchors[score] = sketch_text(w->sk, s, strlen(s), line);
}

static void put_flags(struct sketch *sk, struct phrase_list *list, const struct phrase *p,
                      enum line_mark mark)
{
    if (mark == LINE_TEXT)
        points_sentences(list, &sk->draft->arena, p);
    else
        *VEC_PUSH(list) = *p;
}

static void put_slot(struct kit_walk *w, struct sketch_question *q, const struct phrase *p,
                     enum line_mark mark)
{
    if (q->q.ask.s == NULL) {
        q->q.ask = *p;
        return;
    }
    switch (w->slot) {
    case TOPIC_FLAGS:
        put_flags(w->sk, &q->red_flags, p, mark);
        break;
    case TOPIC_PROBES:
        *VEC_PUSH(&q->probes) = *p;
        break;
    case TOPIC_WHY:
        *VEC_PUSH(&q->why) = *p;
        break;
    case TOPIC_ANCHORS:
        put_anchor(w, q, p->s, p->line);
        break;
    default:
        if (mark == LINE_TEXT)
            sketch_prose(w->sk, q, p);
        else
            *VEC_PUSH(&q->expect) = *p;
    }
}

/* ---- parts of the bank ---- */

static size_t term_end(const char *s, size_t *mark)
{
    static const char *const marks[] = {": ", " - ", " – ", " — "};
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        const char *found = strstr(s, marks[i]);
        if (found != NULL && found != s && found - s <= YAML_OUT_NAME) {
            *mark = strlen(marks[i]);
            return (size_t)(found - s);
        }
    }
    return 0;
}

static void put_term(struct kit_walk *w, const char *s, uint32_t line)
{
    size_t mark = 0, n = term_end(s, &mark);
    if (n == 0) {
        sketch_leave_out(w->sk, line, s);
        return;
    }
    struct phrase term = sketch_text(w->sk, s, n, line);
    struct phrase meaning = sketch_text(w->sk, s + n + mark, strlen(s + n + mark), line);
    if (term.s != NULL && meaning.s != NULL)
        *VEC_PUSH(&w->sk->glossary) = (struct term_entry){term, meaning};
}

static struct phrase_list *list_of(struct kit_walk *w)
{
    switch (w->section) {
    case TOPIC_ABOUT:
        return &w->sk->about;
    case TOPIC_RESUME:
        return &w->sk->resume_phrases;
    case TOPIC_FLAGS:
        return &w->sk->red_flags;
    case TOPIC_OPENING:
        return &w->sk->opening;
    case TOPIC_CLOSING:
        return &w->sk->closing;
    case TOPIC_INDICATORS:
    case TOPIC_LEVEL:
        return w->level >= 0 ? &w->sk->indicators[w->level] : NULL;
    default:
        return NULL;
    }
}

static void put_section(struct kit_walk *w, const char *s, uint32_t line)
{
    struct phrase_list *list = list_of(w);
    if (list != NULL)
        sketch_add(w->sk, list, s, line);
    else if (w->section == TOPIC_SEARCH || w->section == TOPIC_JOB_TITLE)
        put_titles(w->sk, s, line);
    else if (w->section == TOPIC_GLOSSARY)
        put_term(w, s, line);
    else
        sketch_leave_out(w->sk, line, s);
}

void kit_put(struct kit_walk *w, const char *s, uint32_t line, enum line_mark mark)
{
    struct sketch_question *q = kit_question(w);
    if (q == NULL) {
        put_section(w, s, line);
        return;
    }
    struct phrase p = sketch_text(w->sk, s, strlen(s), line);
    if (p.s != NULL)
        put_slot(w, q, &p, mark);
}

/* ---- texts of several lines ---- */

void kit_flush(struct kit_walk *w)
{
    if (w->open.len == 0)
        return;
    kit_put(w, w->open.s, w->open_line, w->open_mark);
    str_clear(&w->open);
}

static bool is_prose(const struct kit_walk *w)
{
    return w->by != BY_NOTHING ? w->slot != TOPIC_ANCHORS : w->section == TOPIC_ABOUT;
}

static bool asks_already(const struct kit_walk *w)
{
    const struct sketch_question *q = kit_question(w);
    return q != NULL && q->q.ask.s == NULL && w->open.s[w->open.len - 1] == '?';
}

/* The line goes on with the text above it: it was broken by its width only. */
static bool goes_on(const struct kit_walk *w, const struct import_line *line)
{
    if (w->open.len == 0 || line->gap || line->mark != LINE_TEXT || asks_already(w))
        return false;
    if (w->open_mark != LINE_TEXT)
        return line->depth > w->open_depth || islower((unsigned char)line->s[0]);
    bool wide = w->last_line >= WRAPPED_MIN && w->last_line <= WRAPPED_MAX;
    return wide && (is_prose(w) || islower((unsigned char)line->s[0]));
}

void kit_content(struct kit_walk *w, const struct import_line *line, const char *s)
{
    if (goes_on(w, line)) {
        str_addc(&w->open, ' ');
        str_add(&w->open, s);
    } else {
        kit_flush(w);
        kit_begin(w, line, s, line->mark);
    }
    w->last_line = strlen(line->s);
}

void kit_begin(struct kit_walk *w, const struct import_line *line, const char *s,
               enum line_mark mark)
{
    str_set(&w->open, s);
    w->open_line = line->line;
    w->open_depth = line->depth;
    w->open_mark = mark;
}
