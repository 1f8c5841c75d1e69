#include "support/bank_ops.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/vec.h"
#include "support/unit.h"

static const char *const texts[] = {
    "A plain text",
    "Colon: and blank",
    "ends with a colon:",
    "http://example.org/a:b",
    "a # comment?",
    "#first",
    "C# and F#",
    "\"quoted\"",
    "it's 'single'",
    "both \" and '",
    "back\\slash \\n",
    "  leading blanks",
    "trailing blanks  ",
    "yes",
    "No",
    "null",
    "~",
    "12",
    "12:30",
    "0x1F",
    "1e3",
    "-5",
    ".5",
    "2026-11-23",
    "- dash",
    "-dash",
    "? question",
    ": colon first",
    "[brackets]",
    "{braces: 1}",
    "a, b]c}d",
    "&anchor",
    "*star",
    "!bang",
    "|pipe",
    ">greater",
    "%percent",
    "@at",
    "`grave",
    "--- dashes",
    "...",
    "<<",
    "=",
    "two\nlines",
    "para\n\ngraph\n\n\nthree",
    "  indented\nlines\n  again",
    "tab\there",
    "\ttab first",
    "line \nwith blank at end",
    "emoji \xF0\x9F\x8E\xAC and \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8E\xA4",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7",
    "override \xE2\x80\xAE txt",
    "line\xE2\x80\xA8separator",
    "mark\xEF\xBB\xBFinside",
    "nbsp\xC2\xA0here",
    "\xC3\xA9t\xC3\xA9, d\xC3\xA9j\xC3\xA0 vu",
    "escape\x1B[31m",
    "next\xC2\x85line",
    "carriage\r\nreturn",
    "x",
    "A text that is so long that whoever wraps at a margin has to wrap it, and then once more, for "
    "it goes on and on: until it's \"over\", # or nearly so, which it now is",
};

/* ---- all of them ---- */

struct making {
    const struct bank_model *m;
    const struct bank_ops *ops;
    struct bank_op op;
};

static void emit(struct making *k)
{
    k->ops->each(k->ops->data, &k->op);
}

static void with_texts(struct making *k, enum op_kind kind)
{
    k->op.kind = kind;
    if (k->ops->texts == 0) {
        for (size_t i = 0; i < COUNT_OF(texts); i++) {
            k->op.text = texts[i];
            emit(k);
        }
        return;
    }
    for (int i = 0; i < k->ops->texts; i++) {
        k->op.text = texts[seed_below(k->ops->seed, (int)COUNT_OF(texts))];
        emit(k);
    }
}

static void with_words(struct making *k, const char *const *words)
{
    k->op.kind = OP_SET;
    for (; *words != NULL; words++) {
        k->op.text = *words;
        emit(k);
    }
}

static void at(struct making *k, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void at(struct making *k, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(k->op.place, sizeof k->op.place, fmt, ap);
    va_end(ap);
}

static void only(struct making *k, enum op_kind kind)
{
    k->op.kind = kind;
    k->op.text = "";
    emit(k);
}

static void move(struct making *k, enum edit_where where, const char *to)
{
    k->op.kind = OP_MOVE;
    k->op.where = where;
    snprintf(k->op.to, sizeof k->op.to, "%s", to);
    emit(k);
}

static void text_field(struct making *k, const char *prefix, const char *name)
{
    at(k, "%s%s", prefix, name);
    with_texts(k, OP_SET);
    only(k, OP_REMOVE);
}

static size_t entries(const struct making *k, const char *place)
{
    const char *text = bank_model_get(k->m, place);
    size_t n = text != NULL;
    for (; text != NULL && *text != '\0'; text++)
        n += *text == MODEL_PART;
    return n;
}

static void list_field(struct making *k, const char *prefix, const char *name)
{
    char whole[160];
    snprintf(whole, sizeof whole, "%s%s", prefix, name);
    size_t n = entries(k, whole);
    for (size_t i = 1; i <= n + 1; i++) {
        at(k, "%s.%zu", whole, i);
        with_texts(k, OP_SET);
        with_texts(k, OP_INSERT);
        only(k, OP_REMOVE);
        move(k, EDIT_UP, "");
        move(k, EDIT_DOWN, "");
    }
    at(k, "%s", whole);
    static const char *const lists[] = {"one", "one\ntwo: 2\n# three", "a\n\nb\n", NULL};
    with_words(k, lists);
    only(k, OP_REMOVE);
}

static void pairs_field(struct making *k, const char *name)
{
    char row[160];
    snprintf(row, sizeof row, "%s#", name);
    const char *order = bank_model_get(k->m, row);
    for (; order != NULL && *order != '\0'; order += *order == MODEL_PART) {
        size_t n = strcspn(order, "\x1F");
        at(k, "%s.%.*s", name, (int)n, order);
        with_texts(k, OP_SET);
        only(k, OP_REMOVE);
        move(k, EDIT_UP, "");
        move(k, EDIT_DOWN, "");
        order += n;
    }
    at(k, "%s.aaa", name);
    with_texts(k, OP_SET);
    at(k, "%s.zzz", name);
    with_texts(k, OP_SET);
    if (strcmp(name, "glossary") != 0)
        return;
    static const char *const terms[] = {"5.1", "yes", "a/b: c", "# hash", "two words", "12:30"};
    for (size_t i = 0; i < COUNT_OF(terms); i++) {
        at(k, "glossary.%s", terms[i]);
        static const char *const meaning[] = {"A new meaning", NULL};
        with_words(k, meaning);
    }
}

static const char *const minutes[] = {"7", "240", "0", "soon", NULL};
static const char *const weights[] = {"0.5", "1", "3", "yes", NULL};
static const char *const ids[] = {"new-id", "yes", "12", "first", "a b", NULL};
static const char *const kinds[] = {"text", "yesno", "number", NULL};
static const char *const scales[] = {"4", "5", "6", NULL};

static void question_moves(struct making *k, const char *level, const char *id, const char *order)
{
    char to[160];
    at(k, "%s/%s", level, id);
    only(k, OP_REMOVE);
    move(k, EDIT_UP, "");
    move(k, EDIT_DOWN, "");
    for (; *order != '\0'; order += *order == MODEL_PART) {
        size_t n = strcspn(order, "\x1F");
        snprintf(to, sizeof to, "%s/%.*s", level, (int)n, order);
        if (strcmp(to, k->op.place) != 0) {
            move(k, EDIT_BEFORE, to);
            move(k, EDIT_AFTER, to);
        }
        order += n;
    }
    for (int other = 0; other < LEVELS; other++) {
        move(k, EDIT_INTO, level_name((enum level)other));
        snprintf(k->op.to, sizeof k->op.to, "%s", level_name((enum level)other));
        k->op.kind = OP_COPY;
        k->op.text = "a-copy";
        emit(k);
        char row[16];
        snprintf(row, sizeof row, "%s/#", level_name((enum level)other));
        const char *first = bank_model_get(k->m, row);
        if (first != NULL && strcmp(k->op.to, level) != 0) {
            snprintf(to, sizeof to, "%s/%.*s", level_name((enum level)other),
                     (int)strcspn(first, "\x1F"), first);
            move(k, EDIT_BEFORE, to);
        }
    }
}

static void question_fields(struct making *k, const char *level, const char *id)
{
    char prefix[160];
    snprintf(prefix, sizeof prefix, "%s/%s/", level, id);
    at(k, "%sid", prefix);
    with_words(k, ids);
    text_field(k, prefix, "ask");
    at(k, "%scompetency", prefix);
    with_words(k, ids);
    only(k, OP_REMOVE);
    text_field(k, prefix, "why");
    list_field(k, prefix, "expect");
    list_field(k, prefix, "red_flags");
    list_field(k, prefix, "probes");
    for (int i = 1; i <= SCALE_MAX; i++) {
        char name[] = "anchors.0";
        name[sizeof name - 2] = (char)('0' + i);
        text_field(k, prefix, name);
    }
    at(k, "%sminutes", prefix);
    with_words(k, minutes);
    only(k, OP_REMOVE);
    at(k, "%sweight", prefix);
    with_words(k, weights);
    only(k, OP_REMOVE);
    text_field(k, prefix, "weight_reason");
}

static void level_ops(struct making *k, const char *level)
{
    char prefix[16], row[16];
    snprintf(prefix, sizeof prefix, "%s/", level);
    snprintf(row, sizeof row, "%s/#", level);
    const char *order = bank_model_get(k->m, row);
    at(k, "%s", level);
    with_texts(k, OP_ADD);
    if (order == NULL)
        return;
    only(k, OP_REMOVE);
    text_field(k, prefix, "experience");
    at(k, "%sminutes", prefix);
    with_words(k, minutes);
    list_field(k, prefix, "indicators");
    for (const char *id = order; *id != '\0'; id += *id == MODEL_PART) {
        char name[80];
        size_t n = strcspn(id, "\x1F");
        snprintf(name, sizeof name, "%.*s", (int)n, id);
        question_fields(k, level, name);
        question_moves(k, level, name, order);
        id += n;
    }
}

static void facts_ops(struct making *k)
{
    const char *order = bank_model_get(k->m, "facts#");
    at(k, "facts");
    with_texts(k, OP_ADD);
    for (; order != NULL && *order != '\0'; order += *order == MODEL_PART) {
        size_t n = strcspn(order, "\x1F");
        at(k, "facts.%.*s.id", (int)n, order);
        with_words(k, ids);
        at(k, "facts.%.*s.ask", (int)n, order);
        with_texts(k, OP_SET);
        at(k, "facts.%.*s.kind", (int)n, order);
        with_words(k, kinds);
        only(k, OP_REMOVE);
        at(k, "facts.%.*s", (int)n, order);
        only(k, OP_REMOVE);
        move(k, EDIT_UP, "");
        move(k, EDIT_DOWN, "");
        order += n;
    }
}

void bank_ops(const struct bank_model *m, const struct bank_ops *ops)
{
    struct making k = {.m = m, .ops = ops};
    at(&k, "bank");
    with_words(&k, ids);
    text_field(&k, "", "title");
    text_field(&k, "", "field");
    text_field(&k, "", "about");
    at(&k, "scale");
    with_words(&k, scales);
    only(&k, OP_REMOVE);
    list_field(&k, "", "search_titles");
    list_field(&k, "", "resume_phrases");
    pairs_field(&k, "glossary");
    pairs_field(&k, "competencies");
    list_field(&k, "", "red_flags");
    facts_ops(&k);
    list_field(&k, "", "opening");
    list_field(&k, "", "closing");
    for (int level = 0; level < LEVELS; level++)
        level_ops(&k, level_name((enum level)level));
}

/* ---- one of them ---- */

static struct edit_target target_of(const struct bank_op *op)
{
    return (struct edit_target){op->where, op->to[0] != '\0' ? op->to : NULL};
}

static bool is_fact(const struct bank_op *op)
{
    return strcmp(op->place, "facts") == 0;
}

static bool add(struct bank_edit *b, const struct bank_op *op, struct err *e)
{
    const struct edit_field question[] = {{"id", "new-one"},      {"ask", op->text},
                                          {"expect", "One\nTwo"}, {"anchors.1", op->text},
                                          {"minutes", "4"},       {NULL, NULL}};
    const struct edit_field fact[] = {
        {"id", "new-one"}, {"ask", op->text}, {"kind", "date"}, {NULL, NULL}};
    return bank_edit_add(b, op->place, is_fact(op) ? fact : question, NULL, e);
}

bool bank_op_apply(struct bank_edit *b, const struct bank_op *op, struct err *e)
{
    struct edit_target to = target_of(op);
    switch (op->kind) {
    case OP_SET:
        return bank_edit_set(b, op->place, op->text, e);
    case OP_INSERT:
        return bank_edit_insert(b, op->place, op->text, e);
    case OP_REMOVE:
        return bank_edit_remove(b, op->place, e);
    case OP_MOVE:
        return bank_edit_move(b, op->place, &to, e);
    case OP_COPY:
        to.where = EDIT_INTO;
        return bank_edit_copy(b, &(struct edit_copy){b, op->place, op->text}, &to, e);
    default:
        return add(b, op, e);
    }
}

static void mean_add(struct bank_model *m, const struct bank_op *op)
{
    struct str prefix = STR_INIT, order = STR_INIT, place = STR_INIT;
    str_addf(&prefix, is_fact(op) ? "%s.new-one." : "%s/new-one/", op->place);
    str_addf(&order, is_fact(op) ? "%s#" : "%s/#", op->place);
    const char *old = bank_model_get(m, order.s);
    struct str ids_now = STR_INIT;
    str_addf(&ids_now, "%s%snew-one", old != NULL ? old : "", old != NULL ? "\x1F" : "");
    bank_model_put(m, order.s, ids_now.s);
    const char *const rows[][2] = {{"id", "new-one"},
                                   {"ask", op->text},
                                   {is_fact(op) ? "kind" : "minutes", is_fact(op) ? "date" : "4"},
                                   {"expect", "One\nTwo"},
                                   {"anchors.1", op->text}};
    for (size_t i = 0; i < (is_fact(op) ? 3 : COUNT_OF(rows)); i++) {
        str_clear(&place);
        str_addf(&place, "%s%s", prefix.s, rows[i][0]);
        if (i == 0)
            bank_model_put(m, place.s, rows[i][1]);
        else
            bank_model_set(m, place.s, rows[i][1]);
    }
    str_release(&prefix);
    str_release(&order);
    str_release(&place);
    str_release(&ids_now);
}

static char *without_returns(const char *text)
{
    char *copy = xstrdup(text), *to = copy;
    for (const char *from = text; *from != '\0'; from++)
        if (*from != '\r')
            *to++ = *from;
    *to = '\0';
    return copy;
}

void bank_op_mean(struct bank_model *m, const struct bank_op *op)
{
    struct edit_target to = target_of(op);
    char *text = without_returns(op->text != NULL ? op->text : "");
    struct bank_op plain = *op;
    plain.text = text;
    if (op->kind == OP_SET)
        bank_model_set(m, op->place, text);
    else if (op->kind == OP_INSERT)
        bank_model_insert(m, op->place, text);
    else if (op->kind == OP_REMOVE)
        bank_model_remove(m, op->place);
    else if (op->kind == OP_MOVE)
        bank_model_move(m, op->place, &to);
    else if (op->kind == OP_COPY)
        bank_model_copy(m, op->place, op->to, text);
    else
        mean_add(m, &plain);
    free(text);
}

void bank_op_words(const struct bank_op *op, struct str *out)
{
    static const char *const kinds_words[] = {"set", "insert", "remove", "move", "copy", "add"};
    static const char *const wheres[] = {"up", "down", "before", "after", "into"};
    str_addf(out, "%s %s", kinds_words[op->kind], op->place);
    if (op->kind == OP_MOVE)
        str_addf(out, " %s", wheres[op->where]);
    if (op->kind == OP_MOVE || op->kind == OP_COPY)
        str_addf(out, " %s", op->to);
    if (op->kind == OP_SET || op->kind == OP_INSERT || op->kind == OP_ADD)
        str_addf(out, " \"%s\"", op->text);
}
