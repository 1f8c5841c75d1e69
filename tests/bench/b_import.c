/* Importing texts of 1 MB, of each kind, against half of each, to see that the time is linear, and
 * against reading the draft that comes of it.
 *
 *     b_import */

#include <stdio.h>
#include <string.h>

#include "bank/bank_import.h"
#include "bank/bank_read.h"
#include "base/vec.h"
#include "bench/bench.h"

#define BYTES (1 << 20)
#define TURNS 5

/* ---- texts ---- */

static void page(struct str *out, size_t n)
{
    str_add(out, "Colorist\n\nSets the final colour of every shot.\n\nMid Level Questions\n\n");
    for (int i = 0; out->len < n; i++)
        str_addf(out,
                 "Q: How do you match shot %d of a scene to the one before?\n\nExpected Answer: "
                 "Should discuss scopes, the order of steps, and what the client said. Says when "
                 "it is good enough.\n\n",
                 i);
}

static void markdown(struct str *out, size_t n)
{
    str_add(out, "# Colorist\n\n## Mid\n\n");
    for (int i = 0; out->len < n; i++)
        str_addf(out,
                 "### How do you match shot %d of a scene to the one before?\n\n- Uses scopes\n- "
                 "Keeps an order of steps\n\n**Red flags**\n\n- Turns knobs at random\n\n",
                 i);
}

static void table(struct str *out, size_t n)
{
    str_add(out, "level,question,expected,red flags,weight\r\n");
    for (int i = 0; out->len < n; i++)
        str_addf(out,
                 "mid,\"How do you match shot %d, in a scene?\",\"Uses scopes.\r\nKeeps an order "
                 "of steps.\",no scopes; no order,1\r\n",
                 i);
}

static void saved_page(struct str *out, size_t n)
{
    str_add(out, "<html><body><h1>Colorist</h1><h2>Interview Questions</h2>");
    for (int i = 0; out->len < n; i++)
        str_addf(out,
                 "<p>Q: How do you match shot %d &amp; its neighbour?</p>\n<ul><li>Uses scopes</li>"
                 "<li>Keeps an order of steps</li></ul>\n",
                 i);
}

static const struct kind {
    const char *what, *name;
    void (*make)(struct str *out, size_t n);
} kinds[] = {{"importing a page of 1 MB", "a.txt", page},
             {"importing Markdown of 1 MB", "a.md", markdown},
             {"importing a table of 1 MB", "a.csv", table},
             {"importing a saved page of 1 MB", "a.html", saved_page}};

/* ---- turns ---- */

struct subject {
    const struct kind *kind;
    struct str text;
    struct series import, read;
};

static void turn(struct subject *s)
{
    struct import_source source = {.bytes = s->text.s, .n = s->text.len, .name = s->kind->name};
    struct draft d;
    struct bank bank = {0};
    struct findings found = {0};
    struct err e = ERR_INIT;
    int64_t start = bench_now();
    if (!bank_import(&source, &d, &e))
        bench_die("%s", e.text);
    series_add(&s->import, (double)(bench_now() - start));
    start = bench_now();
    bank_read(d.yaml.s, d.yaml.len, NULL, &bank, &found);
    series_add(&s->read, (double)(bench_now() - start));
    bank_release(&bank);
    findings_release(&found);
    draft_release(&d);
}

static void measure(struct subject *all, size_t n)
{
    for (int round = bench_rounds(9); round > 0; round--) {
        for (size_t i = 0; i < n * TURNS; i++)
            turn(&all[i % n]);
        for (size_t i = 0; i < n; i++) {
            series_close(&all[i].import);
            series_close(&all[i].read);
        }
    }
}

int main(void)
{
    struct subject all[2 * COUNT_OF(kinds)] = {0};
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        all[i].kind = &kinds[i / 2];
        str_init(&all[i].text);
        all[i].kind->make(&all[i].text, i % 2 == 0 ? BYTES : BYTES / 2);
    }
    measure(all, COUNT_OF(all));
    for (size_t i = 0; i < COUNT_OF(all); i += 2) {
        bench_row(&(struct row){all[i].kind->what, "one of 512 KB", &all[i].import,
                                &all[i + 1].import, UNIT_NS, AT_MOST, 2.1});
        bench_row(&(struct row){all[i].kind->what, "reading the draft", &all[i].import,
                                &all[i].read, UNIT_NS, SHOWN, 0});
    }
    return 0;
}
