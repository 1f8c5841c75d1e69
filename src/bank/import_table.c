#include "bank/import_table.h"

#include <string.h>
#include <strings.h>

#include "bank/csv.h"
#include "bank/import_lines.h"
#include "bank/import_words.h"
#include "bank/table.h"
#include "base/vec.h"

#define COLUMNS 64 /* that are looked at */
#define NOWHERE SIZE_MAX

struct table {
    struct sketch *sk;
    struct csv csv;
    size_t header; /* the row with the names: behind "sep=;" */
    const struct csv_row *row;
    size_t at[TOPIC_ELSE + 1]; /* by topic: the column; NOWHERE: none */
    size_t anchors[SCALE_MAX + 1];
    bool own; /* bank_csv wrote it: every text is taken as it is */
};

/* ---- columns ---- */

/* "anchor 3", "Score 3", "3": the score; else 0. */
static int anchor_of(const struct csv_cell *cell)
{
    struct str folded = STR_INIT;
    int score = 0;
    words_fold(&folded, cell->s, cell->n);
    const char *s = folded.s;
    if (str_starts(s, "anchor "))
        s += 7;
    else if (str_starts(s, "score "))
        s += 6;
    if (s[0] >= '1' && s[0] <= '0' + SCALE_MAX && s[1] == '\0')
        score = s[0] - '0';
    str_release(&folded);
    return score;
}

static void leave_out_column(struct table *t, const struct csv_cell *cell)
{
    if (cell->n > 0)
        sketch_note(t->sk, DRAFT_LEFT_OUT, t->csv.items[t->header].line,
                    "the column \"%.40s\": its name is not known", cell->s);
}

static void find_column(struct table *t, size_t column, const struct csv_cell *cell)
{
    int score = anchor_of(cell);
    enum topic topic = words_topic(cell->s, cell->n);
    if (topic == TOPIC_QUESTIONS)
        topic = TOPIC_ASK;
    size_t *at = score > 0 ? &t->anchors[score] : &t->at[topic];
    if (strcmp(cell->s, table_column_name(COLUMN_LISTEN)) == 0)
        t->own = true;
    bool wanted =
        score > 0 || (topic >= TOPIC_ASK && topic <= TOPIC_FLAGS && topic != TOPIC_ANCHORS);
    if (wanted && *at == NOWHERE)
        *at = column;
    else
        leave_out_column(t, cell);
}

static void find_columns(struct table *t)
{
    for (size_t i = 0; i <= TOPIC_ELSE; i++)
        t->at[i] = NOWHERE;
    for (size_t i = 0; i <= SCALE_MAX; i++)
        t->anchors[i] = NOWHERE;
    t->header = t->csv.n > 1 && str_starts(csv_at(&t->csv, &t->csv.items[0], 0).s, "sep=");
    for (size_t i = 0; t->csv.n > 0 && i < t->csv.items[t->header].n && i < COLUMNS; i++) {
        struct csv_cell cell = csv_at(&t->csv, &t->csv.items[t->header], i);
        find_column(t, i, &cell);
    }
}

static bool ends_in(const char *name, const char *suffix)
{
    size_t n = strlen(name), m = strlen(suffix);
    return n > m && strcasecmp(name + n - m, suffix) == 0;
}

bool import_table_is(const char *s, size_t n, const char *name)
{
    struct sketch sk = {0};
    struct draft draft = {0};
    struct table t = {.sk = &sk};
    size_t from = 0;
    if (ends_in(name, ".csv") || ends_in(name, ".tsv") || ends_in(name, ".tab"))
        return true;
    while (from < n && (s[from] == '\n' || s[from] == '\r'))
        from++;
    const char *end = memchr(s + from, '\n', n - from);
    size_t len = end != NULL ? (size_t)(end - s) - from : n - from;
    sketch_init(&sk, &draft);
    csv_read(&t.csv, &draft.arena, s + from, len, csv_separator(s + from, len));
    find_columns(&t);
    bool is = t.csv.n > 0 && t.csv.items[0].n > 1 && t.at[TOPIC_ASK] != NOWHERE &&
              draft.n + 2 <= t.csv.items[0].n;
    csv_release(&t.csv);
    sketch_release(&sk);
    draft_release(&draft);
    return is;
}

/* ---- cells ---- */

static struct phrase text_at(struct table *t, size_t column)
{
    struct csv_cell cell = csv_at(&t->csv, t->row, column);
    const char *s = table_unguard(cell.s);
    if (!t->own)
        s += strspn(s, " \t\r\n");
    return sketch_text(t->sk, s, strlen(s), t->row->line);
}

static struct phrase text_of(struct table *t, enum topic topic)
{
    return text_at(t, t->at[topic]);
}

/* Entries between semicolons. */
static void split_semicolons(struct table *t, struct phrase_list *out, const char *s)
{
    for (bool more = true; more;) {
        size_t n = strcspn(s, ";");
        const char *from = s + strspn(s, " ");
        struct phrase p = {0};
        if (from < s + n)
            p = sketch_text(t->sk, from, (size_t)(s + n - from), t->row->line);
        if (p.s != NULL)
            *VEC_PUSH(out) = p;
        more = s[n] == ';';
        s += n + more;
    }
}

/* A cell of several lines has an entry in each; bullets and numbers are taken off. */
static bool split_lines(struct table *t, struct phrase_list *out, const struct phrase *cell)
{
    struct import_lines lines = {0};
    import_lines(&lines, &t->sk->draft->arena, cell->s, strlen(cell->s), NULL);
    bool listed = lines.n > 1 || (lines.n == 1 && lines.items[0].mark != LINE_TEXT);
    for (size_t i = 0; listed && i < lines.n; i++)
        sketch_add(t->sk, out, lines.items[i].s, t->row->line);
    VEC_RELEASE(&lines);
    return listed;
}

static void take_list(struct table *t, enum topic topic, struct phrase_list *out)
{
    struct phrase cell = text_of(t, topic);
    if (cell.s == NULL)
        return;
    if (t->own)
        table_split(out, &t->sk->draft->arena, cell.s);
    else if (split_lines(t, out, &cell))
        return;
    else if (strchr(cell.s, ';') != NULL)
        split_semicolons(t, out, cell.s);
    else
        points_sentences(out, &t->sk->draft->arena, &cell);
}

static void take_expect(struct table *t, struct sketch_question *q)
{
    struct phrase cell = text_of(t, TOPIC_EXPECT);
    if (cell.s == NULL)
        return;
    if (t->own)
        table_split(&q->expect, &t->sk->draft->arena, cell.s);
    else if (!split_lines(t, &q->expect, &cell))
        sketch_prose(t->sk, q, &cell);
}

static void take_tag(struct table *t, struct sketch_question *q)
{
    struct phrase cell = text_of(t, TOPIC_COMPETENCY);
    size_t n = cell.s != NULL && !t->own ? strcspn(cell.s, ",;|\n") : 0;
    q->tag = cell;
    if (n == 0 || cell.s[n] == '\0')
        return;
    q->tag = sketch_text(t->sk, cell.s, n, cell.line);
    sketch_note(t->sk, DRAFT_LEFT_OUT, cell.line,
                "more than one competency, \"%.60s\": the first was taken", cell.s);
}

static void refuse(struct table *t, enum topic topic, const char *what)
{
    sketch_note(t->sk, DRAFT_LEFT_OUT, t->row->line, "%s \"%.40s\"", what,
                csv_at(&t->csv, t->row, t->at[topic]).s);
}

static void take_weight(struct table *t, struct sketch_question *q)
{
    struct phrase cell = text_of(t, TOPIC_WEIGHT);
    if (cell.s == NULL)
        return;
    struct str number = STR_INIT;
    str_add(&number, cell.s);
    for (char *p = number.s; *p != '\0'; p++)
        *p = *p == ',' ? '.' : *p;
    if (!weight_parse(number.s, &q->q.weight))
        refuse(t, TOPIC_WEIGHT, "a weight must be a number up to 100, not");
    str_release(&number);
}

static void take_minutes(struct table *t, struct sketch_question *q)
{
    struct phrase cell = text_of(t, TOPIC_MINUTES);
    long minutes = 0;
    if (cell.s == NULL)
        return;
    if (str_int(cell.s, 1, 240, &minutes))
        q->q.minutes = (int)minutes;
    else
        refuse(t, TOPIC_MINUTES, "minutes must be a number from 1 to 240, not");
}

static void take_anchors(struct table *t, struct sketch_question *q)
{
    for (int score = 1; score <= SCALE_MAX; score++)
        q->q.anchors[score] = text_at(t, t->anchors[score]);
}

/* ---- rows ---- */

static void take_question(struct table *t, int level, const struct phrase *ask)
{
    struct sketch_question *q = sketch_ask(t->sk, level, "", ask->line);
    struct phrase why = text_of(t, TOPIC_WHY);
    q->q.ask = *ask;
    q->q.id = text_of(t, TOPIC_ID);
    q->q.weight_reason = text_of(t, TOPIC_WEIGHT_REASON);
    if (why.s != NULL)
        *VEC_PUSH(&q->why) = why;
    take_expect(t, q);
    take_list(t, TOPIC_FLAGS, &q->red_flags);
    take_list(t, TOPIC_PROBES, &q->probes);
    take_tag(t, q);
    take_anchors(t, q);
    take_minutes(t, q);
    take_weight(t, q);
}

static unsigned levels_of_row(struct table *t)
{
    struct phrase cell = text_of(t, TOPIC_LEVEL);
    unsigned levels = cell.s != NULL ? words_levels(cell.s, strlen(cell.s), NULL) : 0;
    if (cell.s != NULL && levels == 0)
        refuse(t, TOPIC_LEVEL, "a level is junior, mid or senior, not");
    return levels;
}

static void take_row(struct table *t)
{
    struct phrase ask = text_of(t, TOPIC_ASK);
    if (ask.s == NULL) {
        sketch_note(t->sk, DRAFT_LEFT_OUT, t->row->line, "a row without a question");
        return;
    }
    unsigned levels = levels_of_row(t);
    if (levels == 0)
        take_question(t, SKETCH_NO_LEVEL, &ask);
    for (int i = 0; i < LEVELS; i++)
        if (levels & 1u << i)
            take_question(t, i, &ask);
}

static bool no_question_column(const struct table *t, const char *name, struct err *e)
{
    struct str columns = STR_INIT;
    for (size_t i = 0; t->csv.n > 0 && i < t->csv.items[t->header].n && i < 8; i++)
        str_addf(&columns, "%s%.30s", i > 0 ? ", " : "",
                 csv_at(&t->csv, &t->csv.items[t->header], i).s);
    err_set(e, ERR_INPUT,
            "%s has no column \"question\" in its first row (%s): name the columns there, such as "
            "question, expected, red flags, level, tags, weight",
            name, columns.s);
    str_release(&columns);
    return false;
}

bool import_table(struct sketch *sk, const struct str *text, const char *name, struct err *e)
{
    struct table t = {.sk = sk};
    csv_read(&t.csv, &sk->draft->arena, text->s, text->len, csv_separator(text->s, text->len));
    find_columns(&t);
    if (t.own && t.anchors[4] != NOWHERE && t.anchors[5] == NOWHERE)
        sk->bank.scale = 4;
    bool ok = t.at[TOPIC_ASK] != NOWHERE || no_question_column(&t, name, e);
    if (ok && t.csv.open_quote > 0)
        sketch_note(sk, DRAFT_ASSUMED, t.csv.open_quote,
                    "a quote is opened in this row and never closed: all that follows is one cell");
    for (size_t i = t.header + 1; ok && i < t.csv.n; i++) {
        t.row = &t.csv.items[i];
        take_row(&t);
    }
    csv_release(&t.csv);
    return ok;
}
