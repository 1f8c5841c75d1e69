#include "bank/bank_csv.h"

#include <string.h>

#include "bank/table.h"

/* Where a cell goes: what it is is told by the column. */
struct row {
    const struct bank *bank;
    enum level level;
    const struct question *q;
    struct str cell;
};

static void set_number(struct row *w, int value)
{
    if (value > 0)
        str_addf(&w->cell, "%d", value);
}

static void set_text(struct row *w, const struct phrase *p)
{
    if (p->s != NULL)
        str_add(&w->cell, p->s);
}

static void fill(struct row *w, enum table_column column)
{
    const struct question *q = w->q;
    str_clear(&w->cell);
    switch (column) {
    case COLUMN_LEVEL:
        str_add(&w->cell, level_name(w->level));
        break;
    case COLUMN_ID:
        set_text(w, &q->id);
        break;
    case COLUMN_QUESTION:
        set_text(w, &q->ask);
        break;
    case COLUMN_COMPETENCY:
        set_text(w, &q->competency);
        break;
    case COLUMN_WHY:
        set_text(w, &q->why);
        break;
    case COLUMN_LISTEN:
        table_join(&w->cell, &q->expect);
        break;
    case COLUMN_FLAGS:
        table_join(&w->cell, &q->red_flags);
        break;
    case COLUMN_PROBES:
        table_join(&w->cell, &q->probes);
        break;
    case COLUMN_ANCHOR_1:
    case COLUMN_ANCHOR_2:
    case COLUMN_ANCHOR_3:
    case COLUMN_ANCHOR_4:
    case COLUMN_ANCHOR_5:
        set_text(w, &q->anchors[1 + column - COLUMN_ANCHOR_1]);
        break;
    case COLUMN_MINUTES:
        set_number(w, q->minutes);
        break;
    case COLUMN_WEIGHT:
        if (q->weight != WEIGHT_ONE)
            weight_add(&w->cell, q->weight);
        break;
    case COLUMN_WEIGHT_REASON:
        set_text(w, &q->weight_reason);
        break;
    case TABLE_COLUMNS:
        break;
    }
}

static void add_field(struct str *out, const char *s)
{
    struct str t = STR_INIT;
    table_guard(&t, s);
    bool quoted =
        strpbrk(t.s, ",\";\t\r\n") != NULL || *t.s == ' ' || (t.len > 0 && t.s[t.len - 1] == ' ');
    if (!quoted) {
        str_add(out, t.s);
    } else {
        str_addc(out, '"');
        for (const char *p = t.s; *p != '\0'; p++)
            str_addn(out, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
        str_addc(out, '"');
    }
    str_release(&t);
}

/* On a scale of four there is no column for an anchor at 5: that tells the way back the scale. */
static bool has_column(const struct bank *b, int column)
{
    return column != COLUMN_ANCHOR_5 || b->scale == SCALE_MAX;
}

static void add_header(const struct bank *b, struct str *out)
{
    for (int c = 0; c < TABLE_COLUMNS; c++)
        if (has_column(b, c))
            str_addf(out, "%s%s", c > 0 ? "," : "", table_column_name((enum table_column)c));
    str_add(out, "\r\n");
}

static void add_row(struct row *w, struct str *out)
{
    for (int c = 0; c < TABLE_COLUMNS; c++) {
        if (!has_column(w->bank, c))
            continue;
        fill(w, (enum table_column)c);
        str_add(out, c > 0 ? "," : "");
        add_field(out, w->cell.s);
    }
    str_add(out, "\r\n");
}

void bank_csv(const struct bank *bank, struct str *out)
{
    struct row w = {.bank = bank};
    str_init(&w.cell);
    add_header(bank, out);
    for (int i = 0; i < LEVELS; i++) {
        w.level = (enum level)i;
        for (size_t n = 0; n < bank->levels[i].n; n++) {
            w.q = &bank->levels[i].questions[n];
            add_row(&w, out);
        }
    }
    str_release(&w.cell);
}
