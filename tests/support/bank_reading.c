#include "support/bank_reading.h"

#include "support/unit.h"

#include <string.h>

#include "bank/bank_read.h"

const char bank_everything[] =
    "bank: colorist                       # 1\n"
    "title: Colorist\n"
    "field: Film\n"
    "about: >\n"
    "  Grades a show\n"
    "  from end to end.\n"
    "\n"
    "scale: 5\n"
    "search_titles: [Colorist, \"Colourist\"]\n"
    "resume_phrases:\n" /* 10 */
    "  - Graded ten parts\n"
    "glossary:\n"
    "  LUT: A table of colours\n"
    "competencies:\n"
    "  craft: Knows the tools\n"
    "  people-1: Works with others\n"
    "red_flags: Cannot name a show\n"
    "facts:\n"
    "  - {id: start, ask: When could you start?, kind: date}\n"
    "  - {id: notes, ask: Anything else?}\n" /* 20 */
    "  - id: rate\n"
    "    ask: What rate?\n"
    "    kind: money\n"
    "  - {id: work, ask: May you work here?, kind: yesno}\n"
    "opening:\n"
    "  - Say who you are\n"
    "  - Say what you do\n"
    "closing: [Thank them]\n"
    "levels:\n"
    "  senior:\n" /* 30 */
    "    experience: 5+ years\n"
    "    minutes: 30\n"
    "    indicators:\n"
    "      - Leads a room\n"
    "    questions:\n"
    "      - id: match\n"
    "        ask: |\n"
    "          Two cameras, one scene.\n"
    "          What do you check?\n"
    "        competency: craft\n" /* 40 */
    "        why: Shows order\n"
    "        expect:\n"
    "          - Asks first\n"
    "          - 'It''s on scopes'\n"
    "        red_flags:\n"
    "          - Blames the camera\n"
    "        probes:\n"
    "          - And then?\n"
    "          - Whom did you tell?\n"
    "        anchors:\n" /* 50 */
    "          1: Turns knobs\n"
    "          2: Some order\n"
    "          3: An order\n"
    "          5: Proves it\n"
    "        minutes: 4\n"
    "        weight: 1.5\n"
    "        weight_reason: Most of the job\n"
    "      - {id: b_2, ask: Whom?, competency: people-1, anchors: {1: a, 3: b, 5: c}}\n";

struct bank_reading bank_reading(const char *bytes, size_t n, const char *stem)
{
    struct bank_reading r = {.good = false};
    r.good = bank_read(bytes, n, stem, &r.bank, &r.found);
    return r;
}

void bank_reading_release(struct bank_reading *r)
{
    bank_release(&r->bank);
    findings_release(&r->found);
}

void bank_reading_clean(const struct bank_reading *r)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < r->found.n; i++)
        finding_add_text(&text, &r->found.items[i], "bank", NULL, 0);
    if (r->found.n > 0)
        fail_msg("%s", text.s);
    str_release(&text);
    assert_true(r->good);
}

struct bank_reading bank_reading_good(const char *text)
{
    struct bank_reading r = bank_reading(text, strlen(text), NULL);
    bank_reading_clean(&r);
    return r;
}

void bank_reading_complete(const struct bank *b)
{
    size_t questions = 0;
    assert_true(b->name.s != NULL && b->title.s != NULL && b->n_competencies > 0);
    for (int level = 0; level < LEVELS; level++) {
        const struct bank_level *l = &b->levels[level];
        assert_true(l->present == (l->n > 0));
        questions += l->n;
        for (size_t i = 0; i < l->n; i++) {
            const struct question *q = &l->questions[i];
            unsigned given = 0;
            for (int score = 1; score <= SCALE_MAX; score++)
                given |= q->anchors[score].s != NULL ? 1u << score : 0;
            assert_true(q->id.s != NULL && q->ask.s != NULL && q->competency.s != NULL);
            assert_int_equal(scale_missing_anchor(b->scale, given), 0);
            assert_in_range(q->weight, 1, WEIGHT_MAX);
            assert_in_range(q->minutes, 0, 240);
            assert_true(q->weight == WEIGHT_ONE || q->weight_reason.s != NULL);
        }
    }
    assert_true(questions > 0);
}
