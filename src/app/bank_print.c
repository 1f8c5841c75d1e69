#include "app/app.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define PAPER 78 /* columns: A4 and US Letter at ten characters to the inch, with margins */

/* ---- pieces of the page ---- */

static void rule(struct str *out, const char *mark)
{
    str_repeat(out, mark, PAPER);
    str_addc(out, '\n');
}

static void heading(struct str *out, const char *text)
{
    str_addf(out, "\n\n%s\n", text);
    rule(out, "-");
}

/* A line to write on, behind `text`. */
static void blank_line(struct str *out, const char *text)
{
    str_add(out, text);
    str_repeat(out, "_", PAPER - (int)strlen(text));
    str_addc(out, '\n');
}

static void blank_lines(struct str *out, const char *indent, int count)
{
    for (int i = 0; i < count; i++)
        blank_line(out, indent);
}

static void boxes(struct str *out, const struct phrases *lines, const char *first)
{
    for (size_t i = 0; i < lines->n; i++)
        text_paragraph(out, first, 7, lines->items[i].s, PAPER);
}

static void boxed(struct str *out, const char *title, const struct phrases *lines)
{
    if (lines->n == 0)
        return;
    str_addf(out, "\n   %s\n", title);
    boxes(out, lines, "   [ ] ");
}

/* ---- parts ---- */

static void title(struct str *out, const struct bank *bank, const struct kit *kit)
{
    struct str line = STR_INIT;
    str_addf(&line, "%s, %s", kit->title, level_name(kit->level));
    rule(out, "=");
    text_paragraph(out, "", 0, line.s, PAPER);
    if (bank->field.s != NULL)
        text_paragraph(out, "", 0, bank->field.s, PAPER);
    rule(out, "=");
    str_add(out,
            "\nCandidate ______________________________   Date ____________________________\n"
            "\nJob ____________________________________   Interviewer _____________________\n");
    str_release(&line);
}

static void about(struct str *out, const struct kit *kit)
{
    if (kit->about != NULL) {
        heading(out, "ABOUT THE JOB");
        text_paragraph(out, "", 0, kit->about, PAPER);
    }
    heading(out, "ABOUT THE LEVEL");
    if (kit->experience != NULL)
        text_paragraph(out, "Experience: ", 12, kit->experience, PAPER);
    if (kit->minutes > 0)
        str_addf(out, "Time: %d minutes\n", kit->minutes);
    str_addf(out, "Questions: %zu\n", kit->n);
    for (size_t i = 0; i < kit->indicators.n; i++)
        text_paragraph(out, " - ", 3, kit->indicators.items[i].s, PAPER);
}

static void steps(struct str *out, const char *name, const struct phrases *lines)
{
    if (lines->n == 0)
        return;
    heading(out, name);
    for (size_t i = 0; i < lines->n; i++) {
        text_paragraph(out, "[ ] ", 4, lines->items[i].s, PAPER);
        blank_line(out, "    ");
    }
}

static void facts(struct str *out, const struct kit *kit)
{
    static const char *const kinds[] = {
        [FACT_TEXT] = "    ",
        [FACT_YESNO] = "    yes   no   ",
        [FACT_DATE] = "    (date) ",
        [FACT_MONEY] = "    (amount) ",
    };
    if (kit->n_facts == 0)
        return;
    heading(out, "FACTS: asked and written down, never scored");
    for (size_t i = 0; i < kit->n_facts; i++) {
        text_paragraph(out, "", 0, kit->facts[i].ask.s, PAPER);
        blank_line(out, kinds[kit->facts[i].kind]);
    }
}

static void score_row(struct str *out, int scale)
{
    struct str row = STR_INIT;
    str_add(&row, "   SCORE");
    for (int i = 1; i <= scale; i++)
        str_addf(&row, "   %d", i);
    str_add(&row, "     no evidence     skipped, because ");
    str_addc(out, '\n');
    blank_line(out, row.s);
    str_release(&row);
}

static void anchors(struct str *out, const struct question *q)
{
    str_add(out, "\n   WHAT A SCORE LOOKS LIKE\n");
    for (int i = 1; i <= SCALE_MAX; i++) {
        char first[] = "   0   ";
        first[3] = (char)('0' + i);
        if (q->anchors[i].s != NULL)
            text_paragraph(out, first, 7, q->anchors[i].s, PAPER);
    }
}

static void about_question(struct str *out, const struct question *q)
{
    str_addf(out, "   %s", q->competency.s != NULL ? q->competency.s : "");
    if (q->minutes > 0)
        str_addf(out, ", %d minutes", q->minutes);
    if (q->weight != WEIGHT_ONE)
        str_addf(out, ", weight %d.%02d", q->weight / WEIGHT_ONE, q->weight % WEIGHT_ONE);
    str_addc(out, '\n');
    if (q->why.s != NULL)
        text_paragraph(out, "   Why: ", 8, q->why.s, PAPER);
}

static void question(struct str *out, const struct kit *kit, size_t i)
{
    const struct question *q = &kit->questions[i];
    char number[24];
    int n = snprintf(number, sizeof number, "%zu. ", i + 1);
    if (i > 0) {
        str_add(out, "\n\n");
        rule(out, "-");
    }
    text_paragraph(out, number, n, q->ask.s, PAPER);
    about_question(out, q);
    boxed(out, "HEARD", &q->expect);
    boxed(out, "FLAGS", &q->red_flags);
    boxed(out, "ASK", &q->probes);
    anchors(out, q);
    score_row(out, kit->scale);
    str_add(out, "\n   NOTES\n");
    blank_lines(out, "   ", 4);
}

static void questions(struct str *out, const struct kit *kit)
{
    heading(out, "QUESTIONS");
    for (size_t i = 0; i < kit->n; i++)
        question(out, kit, i);
}

static void wrap_up(struct str *out, const struct kit *kit)
{
    if (kit->red_flags.n > 0) {
        heading(out, "FLAGS OF THE INTERVIEW AS A WHOLE");
        boxes(out, &kit->red_flags, "   [ ] ");
    }
    heading(out, "SUMMARY, and what the candidate asked");
    blank_lines(out, "", 5);
    heading(out, "DECISION, when every question has its score or a reason for none");
    str_add(out, "[ ] advance     [ ] hold     [ ] do not advance\nReason\n");
    blank_lines(out, "", 2);
}

static void glossary(struct str *out, const struct kit *kit)
{
    if (kit->n_glossary == 0)
        return;
    heading(out, "GLOSSARY");
    for (size_t i = 0; i < kit->n_glossary; i++) {
        struct str entry = STR_INIT;
        str_addf(&entry, "%s: %s", kit->glossary[i].term.s, kit->glossary[i].meaning.s);
        text_paragraph(out, "", 4, entry.s, PAPER);
        str_release(&entry);
    }
}

bool app_bank_print(struct app *app, const struct app_bank *b, enum level level, struct str *out,
                    struct err *e)
{
    struct kit kit;
    (void)app;
    if (!b->good)
        return err_set(e, ERR_INPUT,
                       "the question bank \"%s\" has errors: mend them first, \"slate bank check "
                       "%s\" shows them",
                       b->name, b->name);
    if (!kit_of(b->bank, level, &kit))
        return err_set(e, ERR_MISSING, "the question bank \"%s\" has no %s questions", b->name,
                       level_name(level));
    title(out, b->bank, &kit);
    about(out, &kit);
    steps(out, "OPENING", &kit.opening);
    facts(out, &kit);
    questions(out, &kit);
    steps(out, "CLOSING", &kit.closing);
    wrap_up(out, &kit);
    glossary(out, &kit);
    return true;
}
