#include <string.h>

#include "app/comparison.h"
#include "app/viewing.h"
#include "base/text.h"
#include "cli/compared.h"
#include "cli/grid.h"
#include "cli/rows.h"
#include "cli/say.h"

#define LEAST_NAME  8
#define LEAST_LABEL 11

/* ---- as text ---- */

static void add_mark(struct str *out, const struct scored_answer *a)
{
    if (a->mark.state == ANSWER_SCORED)
        str_addf(out, "%d", a->mark.score);
    else if (a->mark.state == ANSWER_NO_EVIDENCE)
        str_add(out, "– none");
    else
        str_add(out, "– skip");
}

static void add_answer(struct str *out, const struct scored_answer *a)
{
    add_mark(out, a);
    str_addf(out, " %d/%d", a->heard, a->expected);
    if (a->flags > 0)
        str_addf(out, " !%d", a->flags);
}

/* One line of the table: `cell` adds the text of a column that is shown. */
static void add_row(struct grid *g, const struct comparison *c, const char *label,
                    void (*cell)(const struct comparison *c, size_t i, const void *row,
                                 struct str *out),
                    const void *row)
{
    struct str text = STR_INIT;
    grid_add(g, label);
    for (size_t i = 0; i < c->n; i++) {
        str_clear(&text);
        if (c->columns[i].shown)
            cell(c, i, row, &text);
        grid_add(g, text.s);
    }
    str_release(&text);
}

static void question_cell(const struct comparison *c, size_t i, const void *row, struct str *out)
{
    const struct comparison_row *r = row;
    (void)c;
    if (r->cells[i] == NULL)
        str_add(out, "not asked");
    else
        add_answer(out, r->cells[i]);
}

static void competency_cell(const struct comparison *c, size_t i, const void *row, struct str *out)
{
    const struct comparison_competency *m = row;
    (void)c;
    comparison_add_brief(out, &m->means[i], composite_competency_complete(&m->means[i]));
}

static void common_cell(const struct comparison *c, size_t i, const void *row, struct str *out)
{
    const struct composite *m = &c->columns[i].common.composite;
    (void)row;
    comparison_add_brief(out, m, composite_complete(m));
}

static void own_cell(const struct comparison *c, size_t i, const void *row, struct str *out)
{
    const struct composite *m = &c->columns[i].own;
    (void)row;
    comparison_add_brief(out, m, composite_complete(m));
}

static void flags_cell(const struct comparison *c, size_t i, const void *row, struct str *out)
{
    (void)row;
    if (c->columns[i].flags > 0)
        str_addf(out, "!%d", c->columns[i].flags);
    else
        str_add(out, "none");
}

static void decision_cell(const struct comparison *c, size_t i, const void *row, struct str *out)
{
    (void)row;
    enum decision d = c->columns[i].scored->row.decision;
    str_add(out, d != DECISION_NONE ? decision_name(d) : "not yet");
}

static void add_blank(struct grid *g)
{
    for (size_t i = 0; i < g->n; i++)
        grid_add(g, NULL);
}

static void add_question(struct grid *g, const struct comparison *c, const struct comparison_row *r)
{
    struct str label = STR_INIT;
    str_addf(&label, "%s%s", r->qid, r->voided ? " (voided)" : "");
    add_row(g, c, label.s, question_cell, r);
    str_release(&label);
}

static void print_table(const struct comparison *c, struct str *out)
{
    struct grid_column columns[COMPARE_MAX + 1] = {{"QUESTION", LEAST_LABEL, false}};
    struct grid g = {.columns = columns, .n = c->n + 1};
    for (size_t i = 0; i < c->n; i++)
        columns[i + 1] = (struct grid_column){c->columns[i].name, LEAST_NAME, false};
    for (size_t r = 0; r < c->rows.n; r++)
        add_question(&g, c, &c->rows.items[r]);
    if (c->competencies.n > 0)
        add_blank(&g);
    for (size_t m = 0; m < c->competencies.n; m++)
        add_row(&g, c, c->competencies.items[m].name, competency_cell, &c->competencies.items[m]);
    add_blank(&g);
    if (!c->same_kit && c->common > 0)
        add_row(&g, c, "IN COMMON", common_cell, NULL);
    add_row(&g, c, "COMPOSITE", own_cell, NULL);
    add_row(&g, c, "FLAGS", flags_cell, NULL);
    add_row(&g, c, "DECISION", decision_cell, NULL);
    grid_print(&g, CLI_WIDTH, out);
    grid_release(&g);
}

/* The results once more in full: nothing of what a number rests on is left to a narrow column. */
static void print_results(const struct comparison *c, struct str *out)
{
    struct str line = STR_INIT;
    for (size_t i = 0; i < c->n; i++) {
        str_clear(&line);
        str_addf(&line, "%s: ", c->columns[i].name);
        comparison_add_result(&line, &c->columns[i]);
        text_paragraph(out, "", 2, line.s, CLI_WIDTH);
    }
    str_release(&line);
}

static void print_text(const struct comparison *c)
{
    struct str out = STR_INIT;
    print_results(c, &out);
    str_addc(&out, '\n');
    if (c->shown > 0) {
        print_table(c, &out);
        str_add(&out,
                "\nAn answer: its score, points heard of those to listen for, ! and its flags.\n"
                "A mean: (questions scored/asked; share of the weight where it is not all).\n\n");
    }
    compared_add_remarks(&out, &c->remarks);
    say_result(&out);
    str_release(&out);
}

/* ---- as JSON ---- */

static const char *const pair_names[] = {[PAIR_NONE] = "none",
                                         [PAIR_TIE] = "tie",
                                         [PAIR_ALIKE] = "not distinguishable",
                                         [PAIR_APART] = "apart",
                                         [PAIR_UNKNOWN] = "not known"};

static void json_columns(struct json *o, const struct comparison *c)
{
    struct json *list = json_array_in(o, "interviews");
    for (size_t i = 0; i < c->n; i++) {
        struct json *x = json_object_in(list, NULL);
        compared_json_head(x, c->columns[i].scored);
        json_bool(x, "compared", c->columns[i].shown);
        if (!c->columns[i].shown)
            continue;
        json_int(x, "flags", c->columns[i].flags);
        compared_json_composite(x, "composite", &c->columns[i].own);
        compared_json_composite(x, "in_common", &c->columns[i].common.composite);
        compared_json_sem(x, &c->columns[i].common.sem);
    }
}

static void json_answer(struct json *list, const struct scored_answer *a)
{
    struct str mark = STR_INIT;
    if (a == NULL) {
        json_null_in(list, NULL);
        return;
    }
    struct json *x = json_object_in(list, NULL);
    mark_add(&mark, a->mark);
    json_text(x, "mark", mark.s);
    json_int(x, "heard", a->heard);
    json_int(x, "expected", a->expected);
    json_int(x, "flags", a->flags);
    json_bool(x, "note", a->note);
    str_release(&mark);
}

static void json_rows(struct json *o, const struct comparison *c)
{
    struct json *list = json_array_in(o, "questions");
    for (size_t r = 0; r < c->rows.n; r++) {
        const struct comparison_row *row = &c->rows.items[r];
        struct json *x = json_object_in(list, NULL);
        json_text(x, "id", row->qid);
        json_text(x, "question", row->ask);
        json_text(x, "competency", row->competency);
        json_bool(x, "common", row->common);
        json_bool(x, "voided", row->voided);
        struct json *answers = json_array_in(x, "answers");
        for (size_t i = 0; i < c->n; i++)
            json_answer(answers, row->cells[i]);
    }
}

static void json_pairs(struct json *o, const struct comparison *c)
{
    struct json *list = json_array_in(o, "pairs");
    for (size_t i = 0; i < c->n; i++)
        for (size_t j = i + 1; j < c->n; j++) {
            struct json *x = json_object_in(list, NULL);
            json_int(x, "a", c->columns[i].scored->row.id);
            json_int(x, "b", c->columns[j].scored->row.id);
            json_text(x, "is", pair_names[comparison_pair(c, i, j)]);
        }
}

static void print_json(const struct comparison *c)
{
    struct json *o = json_object_new();
    json_text(o, "format", "slate-comparison");
    json_int(o, "version", 1);
    json_bool(o, "same_questions", c->same_kit);
    json_columns(o, c);
    json_rows(o, c);
    json_pairs(o, c);
    compared_json_remarks(o, &c->remarks);
    say_json(o);
}

/* ---- the command ---- */

static bool find_all(struct app *app, int argc, char **argv, int64_t *ids, struct err *e)
{
    if (argc - 1 < 2 || argc - 1 > COMPARE_MAX)
        return err_set(e, ERR_USAGE,
                       "give 2 to %d interviews: their numbers in \"slate list\", or the "
                       "candidates' names (in quotes)",
                       COMPARE_MAX);
    for (int i = 1; i < argc; i++)
        if (!view_find(app, argv[i], &ids[i - 1], e))
            return false;
    return true;
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct comparison c;
    struct err e = ERR_INIT;
    int64_t ids[COMPARE_MAX];
    bool json = false;
    const struct option_row options[] = {{"json", NULL, &json}, {0}};
    if (!rows_start(app, options, &argc, &argv, &e) || !find_all(app, argc, argv, ids, &e) ||
        !comparison_make(app, ids, (size_t)argc - 1, &c, &e))
        return say_failure("compare", &e);
    if (json)
        print_json(&c);
    else
        print_text(&c);
    comparison_release(&c);
    return 0;
}

const struct command cmd_compare = {
    .name = "compare",
    .usage = "A B [C [D [E]]] [--json]",
    .summary = "two to five interviews side by side",
    .details =
        "Each is the number in front of it in \"slate list\", the beginning of its UUID, or the "
        "candidate's name (in quotes) where that fits one interview only.\n"
        "\n"
        "A line for each question: the score, how many of the points to listen for were heard, and "
        "!1 for a flag. Behind a mean stands what it rests on: (8/9) is 8 of 9 scored. Interviews "
        "that were asked other questions are compared by those that are the same.\n"
        "\n"
        "Only submitted interviews are compared, and none that is hidden until you have submitted "
        "your own. Two composites are not distinguishable when they differ by less than 1.96 "
        "standard errors of their difference.\n"
        "\n"
        "--json\tas JSON; means and standard errors are hundredths",
    .run = run,
};
