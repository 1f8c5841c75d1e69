#include "bank/import_kit.h"

#include <string.h>

#define TITLE_BYTES 100

/* ---- headings that no table knows ---- */

/* What stands below it, up to the next heading of its rank. */
struct below {
    bool questions; /* headings, list items or labels that ask */
    bool any;
};

static struct below look_below(const struct kit_walk *w, const struct import_line *line)
{
    struct below b = {0};
    for (size_t i = w->at + 1; i < w->lines->n && !b.questions; i++) {
        const struct import_line *l = &w->lines->items[i];
        if (kit_is_heading(l) && l->depth <= line->depth)
            break;
        b.any = true;
        enum topic topic = l->mark == LINE_TEXT ? kit_read_label(l->s).topic : TOPIC_NONE;
        if (topic == TOPIC_PROBES || topic == TOPIC_EXPECT)
            break;
        b.questions = topic == TOPIC_ASK || (l->mark != LINE_TEXT && words_ask(l->s));
    }
    return b;
}

static bool ends_asking(const char *s)
{
    size_t n = strlen(s);
    return n > 0 && s[n - 1] == '?';
}

/* Below the heading of a section with questions, or where no heading opened it. */
static bool inside_kit(const struct kit_walk *w, const struct import_line *line)
{
    bool kit = w->section == TOPIC_QUESTIONS || w->section == TOPIC_LEVEL;
    return kit && line->depth > w->section_depth;
}

static void take_heading(struct kit_walk *w, const struct import_line *line)
{
    bool kit = inside_kit(w, line), asks = ends_asking(line->s) || (kit && words_ask(line->s));
    if (w->sk->bank.title.s == NULL && line->depth <= 2 && (!asks || line->depth == 1)) {
        w->sk->bank.title = sketch_text(w->sk, line->s, strlen(line->s), line->line);
        return;
    }
    if (asks) {
        kit_open_question(w, BY_HEADING, line, line->s);
        return;
    }
    if (kit_inside_question(w, line)) {
        kit_flush(w);
        sketch_leave_out(w->sk, line->line, line->s);
        w->slot = TOPIC_EXPECT;
        return;
    }
    struct below below = look_below(w, line);
    if (below.questions) {
        int depth = w->section_depth;
        kit_open_section(w, kit ? w->section : TOPIC_QUESTIONS, line);
        w->section_depth = kit ? depth : line->depth - 1;
        w->group = sketch_text(w->sk, line->s, strlen(line->s), line->line);
        sketch_note(w->sk, DRAFT_ASSUMED, line->line,
                    "\"%.60s\" was taken for the competency of the questions below", line->s);
    } else if (kit && below.any) {
        kit_open_question(w, BY_HEADING, line, line->s);
    } else {
        kit_open_section(w, TOPIC_ELSE, line);
        sketch_leave_out(w->sk, line->line, line->s);
    }
}

/* ---- list items and lines that ask ---- */

static bool is_list_question(const struct kit_walk *w, const struct import_line *line)
{
    bool kit = w->section == TOPIC_QUESTIONS || w->section == TOPIC_LEVEL;
    if (line->mark != LINE_BULLET && line->mark != LINE_NUMBER)
        return false;
    if (w->by == BY_LIST)
        return line->mark == w->mark && line->depth <= w->depth &&
               (!w->labelled || words_ask(line->s));
    if (w->by != BY_NOTHING)
        return false;
    if (kit)
        return w->section == TOPIC_QUESTIONS || words_ask(line->s);
    return (w->section == TOPIC_NONE || w->section == TOPIC_ABOUT) && ends_asking(line->s);
}

static bool is_text_question(const struct kit_walk *w, const struct import_line *line)
{
    bool kit = w->section == TOPIC_QUESTIONS || w->section == TOPIC_LEVEL;
    if (line->mark != LINE_TEXT || !kit || !words_ask(line->s))
        return false;
    if (w->by == BY_NOTHING)
        return true;
    return w->by == BY_TEXT && ends_asking(line->s) && w->slot != TOPIC_PROBES &&
           w->slot != TOPIC_ANCHORS;
}

/* ---- the first lines ---- */

/* "Term from Film Production industry explained for recruiters". */
static bool take_tagline(struct kit_walk *w, const struct import_line *line)
{
    static const char before[] = "Term from ", after[] = " industry explained";
    const char *end = strstr(line->s, after);
    if (!str_starts(line->s, before) || end == NULL || w->sk->bank.field.s != NULL)
        return false;
    const char *field = line->s + strlen(before);
    if (end <= field)
        return false;
    w->sk->bank.field = sketch_text(w->sk, field, (size_t)(end - field), line->line);
    return true;
}

/* "Colorist interview questions" above all else is the title and the first heading at once. */
static bool take_titled_questions(struct kit_walk *w, const struct import_line *line)
{
    static const char *const general[] = {"example",   "examples",  "sample", "interview",
                                          "screening", "questions", "common", "top",
                                          "suggested", "to",        NULL};
    struct str folded = STR_INIT;
    bool names = false, first = w->at == 0 && w->sk->bank.title.s == NULL;
    struct kit_label label = kit_read_label(line->s);
    if (!first || label.topic != TOPIC_QUESTIONS || label.levels != 0 || label.colon)
        return false;
    words_fold(&folded, line->s, strlen(line->s));
    for (const char *word = folded.s; *word != '\0' && !names;) {
        size_t n = strcspn(word, " ");
        names = !words_among(general, word, n);
        word += n + (word[n] == ' ');
    }
    str_release(&folded);
    if (!names)
        return false;
    w->sk->bank.title = sketch_text(w->sk, line->s, strlen(line->s), line->line);
    w->section = TOPIC_QUESTIONS;
    return true;
}

static bool take_title(struct kit_walk *w, const struct import_line *line)
{
    size_t n = strlen(line->s);
    if (w->section != TOPIC_NONE || w->sk->bank.title.s != NULL || w->at > 0 || n > TITLE_BYTES ||
        line->mark != LINE_TEXT || line->s[n - 1] == '.')
        return false;
    w->sk->bank.title = sketch_text(w->sk, line->s, n, line->line);
    return true;
}

static void take_content(struct kit_walk *w, const struct import_line *line)
{
    struct str numbered = STR_INIT;
    if (w->section == TOPIC_NONE && w->by == BY_NOTHING && w->sk->about.n == 0)
        w->section = TOPIC_ABOUT;
    if (w->slot == TOPIC_ANCHORS && line->mark == LINE_NUMBER)
        str_addf(&numbered, "%d: ", line->number);
    str_add(&numbered, line->s);
    kit_content(w, line, numbered.s);
    str_release(&numbered);
}

static void take_line(struct kit_walk *w, const struct import_line *line)
{
    if (take_titled_questions(w, line) || take_tagline(w, line) || kit_take_label(w, line) ||
        take_title(w, line))
        return;
    if (kit_is_heading(line))
        take_heading(w, line);
    else if (is_list_question(w, line))
        kit_open_question(w, BY_LIST, line, line->s);
    else if (is_text_question(w, line))
        kit_open_question(w, BY_TEXT, line, line->s);
    else
        take_content(w, line);
}

void import_kit(struct sketch *sk, const struct import_lines *lines)
{
    struct kit_walk w = {
        .sk = sk, .lines = lines, .level = SKETCH_NO_LEVEL, .whole_level = SKETCH_NO_LEVEL};
    str_init(&w.open);
    for (; w.at < lines->n; w.at++)
        take_line(&w, &lines->items[w.at]);
    kit_close_question(&w);
    str_release(&w.open);
}
