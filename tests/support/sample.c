#include "support/sample.h"

#include "base/vec.h"

static const struct {
    const char *id, *ask, *competency;
    int weight;
    size_t expect, red_flags, probes;
} rows[SAMPLE_QUESTIONS] = {
    {"juggling", "Two of your shows slip in the same week. What do you do?", "scheduling", 100, 3,
     2, 1},
    {"overrun", "The grade runs two days over. Who pays?", "budget", 100, 2, 1, 0},
    {"handover", "How do you hand a show over at short notice?", "scheduling", 200, 1, 0, 2},
    {"client", "A client rejects the final mix. What happens next?", "people", 50, 2, 1, 0},
};

static const char *const points[EXPECT_MAX] = {"One master schedule", "Names who is told first",
                                               "Puts it in writing"};
static const char *const flags[FLAGS_MAX] = {"Blames the vendor", "Cannot name one show"};
static const char *const follow_ups[PROBES_MAX] = {"Whom did you tell first?", "And then?"};

static struct phrases phrases_of(struct phrase *items, const char *const *texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        items[i] = (struct phrase){.s = texts[i]};
    return (struct phrases){items, n};
}

static void fill_question(struct sample *s, int i)
{
    s->questions[i] = (struct question){
        .id = {.s = rows[i].id},
        .ask = {.s = rows[i].ask},
        .competency = {.s = rows[i].competency},
        .expect = phrases_of(s->expect[i], points, rows[i].expect),
        .red_flags = phrases_of(s->red_flags[i], flags, rows[i].red_flags),
        .probes = phrases_of(s->probes[i], follow_ups, rows[i].probes),
        .anchors = {[1] = {.s = "Names no method"},
                    [3] = {.s = "Names a method"},
                    [5] = {.s = "Trades scope for time"}},
        .weight = rows[i].weight,
    };
}

static void fill_lists(struct sample *s)
{
    static const char *const overall[] = {"Cannot name one project they finished",
                                          "Shares another client's secrets"};
    static const char *const opening[] = {"Say that you take notes", "Check the level"};
    static const char *const closing[] = {"Ask for the candidate's own questions"};
    s->kit.red_flags = phrases_of(s->overall, overall, COUNT_OF(overall));
    s->kit.opening = phrases_of(s->opening, opening, COUNT_OF(opening));
    s->kit.closing = phrases_of(s->closing, closing, COUNT_OF(closing));
}

static void fill_facts(struct sample *s)
{
    s->facts[SAMPLE_CITY] = (struct fact){{.s = "city"}, {.s = "Where do you live?"}, FACT_TEXT};
    s->facts[SAMPLE_OT] = (struct fact){{.s = "ot"}, {.s = "Is overtime possible?"}, FACT_YESNO};
    s->facts[SAMPLE_START] =
        (struct fact){{.s = "start"}, {.s = "When could you start?"}, FACT_DATE};
    s->facts[SAMPLE_RATE] = (struct fact){{.s = "rate"}, {.s = "What do you ask for?"}, FACT_MONEY};
    s->kit.facts = s->facts;
    s->kit.n_facts = SAMPLE_FACTS;
}

void sample_fill(struct sample *s)
{
    static const struct competency competencies[] = {
        {{.s = "scheduling"}, {.s = "Plans the work and re-plans it"}},
        {{.s = "budget"}, {.s = "Knows what things cost"}},
        {{.s = "people"}, {.s = "Keeps people working together"}},
    };
    *s = (struct sample){0};
    for (int i = 0; i < SAMPLE_QUESTIONS; i++)
        fill_question(s, i);
    for (size_t i = 0; i < COUNT_OF(competencies); i++)
        s->competencies[i] = competencies[i];
    s->kit = (struct kit){.bank = "post-producer",
                          .title = "Post Producer",
                          .level = LEVEL_SENIOR,
                          .scale = SCALE_DEFAULT,
                          .minutes = 30,
                          .questions = s->questions,
                          .n = SAMPLE_QUESTIONS,
                          .competencies = s->competencies,
                          .n_competencies = COUNT_OF(competencies)};
    fill_lists(s);
    fill_facts(s);
}

void sample_interview(struct sample *s, struct interview *iv)
{
    interview_init(iv);
    iv->state = INTERVIEW_OPEN;
    iv->kit = s->kit;
    iv->candidate = "Léa Fournier";
    iv->interviewer = "Sam";
    iv->job = "Soho S2";
    interview_lay_out(iv);
}
