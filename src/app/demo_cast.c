#include "app/demo_cast.h"

#include <stddef.h>
#include <string.h>

/* clang-format off */
const struct demo_role demo_roles[] = {
    {"Vera Vectorscope", "Harbour Lights S1", 0, LEVEL_MID, -34, 10, 0, 4, DEMO_SUBMITTED,
     DECISION_ADVANCE, "Says what she measured before what she felt, and had a client story for each.",
     "Exact, a little dry. Would start next month."},
    {"Lola Lowlight", "Harbour Lights S1", 0, LEVEL_MID, -33, 15, 0, 3, DEMO_SUBMITTED,
     DECISION_HOLD, "Good taste, thin on delivery; would need a finishing artist beside her.",
     "Comes from commercials. Fast, and knows it."},
    {"Stan Stillframe", "Harbour Lights S1", 0, LEVEL_MID, -31, 11, 30, 2, DEMO_SUBMITTED,
     DECISION_REJECT, "Has assisted, not yet graded alone; said so openly.",
     "Honest. Better for the junior role in autumn."},
    {"Ken Keyframe", "Harbour Lights S1", 0, LEVEL_MID, -27, 9, 30, 4, DEMO_SUBMITTED,
     DECISION_ADVANCE, "Explains to the client in the client's words; owns the late nights he caused.",
     "Warm, structured. Asked who signs off the look."},
    {"Mona Monitor", "Harbour Lights S1", 0, LEVEL_MID, -25, 16, 0, 3, DEMO_SUBMITTED,
     DECISION_NONE, NULL, "Solid with cameras that match, unsure where they do not."},
    {"Dolly Tracker", "Harbour Lights S1", 0, LEVEL_MID, -23, 10, 0, 3, DEMO_SUBMITTED,
     DECISION_HOLD, "Solid week by week, no case of a delivery that was hers alone. Ask again in spring.",
     "Calm and honest about what she has not done. Good with lists."},
    {"Otto Cutaway", "Harbour Lights S1", 0, LEVEL_MID, -22, 14, 30, 2, DEMO_SUBMITTED,
     DECISION_REJECT, "No method behind the examples, and two of the flags came up more than once.",
     "Friendly. Answers stayed general, also when asked for a name or a file."},
    {"Rhea Reelwright", "Harbour Lights S1", 0, LEVEL_MID, -20, 9, 15, 4, DEMO_SUBMITTED,
     DECISION_ADVANCE, "Tells what she did, in which order and whom she told; owned a mistake unasked.",
     "Quick and concrete. Asked good questions about who signs off."},
    {"Tess Timecode", "Night Ferry", 1, LEVEL_JUNIOR, -16, 11, 0, 4, DEMO_SUBMITTED,
     DECISION_ADVANCE, "Careful with copies and names, asks before guessing. Ready to start small.",
     "First job in the field, and prepared for it."},
    {"Max Montague-Splice", "Night Ferry", 1, LEVEL_JUNIOR, -15, 16, 0, 3, DEMO_SUBMITTED,
     DECISION_HOLD, "Willing and pleasant; two answers could not be judged because the line was bad.",
     "Bad line for the middle part of the call."},
    {"\xC3\x8D\xC3\xB1igo Encuadre", "Two Winters", 2, LEVEL_SENIOR, -9, 15, 0, 5, DEMO_SUBMITTED,
     DECISION_ADVANCE, "Runs several shows at once and can say what each decision cost.",
     "The strongest call for this job so far. Wants to know how the budget is split."},
    {"Cora Clapper", "Two Winters", 2, LEVEL_SENIOR, -8, 10, 30, 3, DEMO_SUBMITTED,
     DECISION_NONE, NULL, "Knows the work of one show well; little on several at the same time."},
    {"Foley Marlowe", "Two Winters", 2, LEVEL_SENIOR, -6, 13, 0, 2, DEMO_ABANDONED,
     DECISION_NONE, NULL, NULL},
    {"Zo\xC3\xAB Lumi\xC3\xA8re-Noir", "Night Ferry", 3, LEVEL_MID, -2, 17, 0, 4, DEMO_SUBMITTED,
     DECISION_NONE, NULL, "Precise, and funny about it. Free from next month on."},
    {"Iris Fadeaway", "Harbour Lights S1", 0, LEVEL_MID, 0, 0, -50, 3, DEMO_OPEN,
     DECISION_NONE, NULL, NULL},
    {"Gus Gaffney-Flare", "Night Ferry", 1, LEVEL_JUNIOR, 1, 11, 30, 0, DEMO_PLANNED,
     DECISION_NONE, NULL, NULL},
    {"\xE6\x98\xA0\xE7\x94\xBB \xE9\x9D\x99 (Shizuka Eiga)", "Two Winters", 2, LEVEL_SENIOR, 3, 14, 0, 0,
     DEMO_PLANNED, DECISION_NONE, NULL, NULL},
    {NULL, NULL, 0, LEVEL_MID, 0, 0, 0, 0, DEMO_PLANNED, DECISION_NONE, NULL, NULL},
};

#define ANSWERS 3
/* By a word of the question. A bank of one's own may ask anything: what suits any question is last. */
static const struct fact_talk {
    const char *word, *said[ANSWERS];
} texts[] = {
    {"grading systems", {"Resolve for six years, with a full panel", "Baselight and Resolve, both with panels",
                         "Resolve at home, on a small panel"}},
    {"editing systems", {"Avid for series, Premiere at home; prefers Avid", "Premiere and Resolve; no wish either way",
                         "Avid only, ten years"}},
    {"software", {"Premiere, Frame.io, a shared spreadsheet", "Avid and ShotGrid, a little Resolve", "Avid, ftrack"}},
    {"tools", {"Movie Magic, ShotGrid, Frame.io", "Spreadsheets of their own, and Frame.io", "ftrack; budgets in Excel"}},
    {"Where can we see", {"A reel, the link comes by mail; all of it is theirs", "Two episodes that are out; the second half of each",
                          "Nothing cleared yet; will ask the client"}},
    {"kinds of show", {"Drama, two series; one feature documentary", "Commercials, mostly car and food",
                       "Documentary, some drama as an assistant"}},
    {"days a week", {"Three on site, two at home", "All five, lives close by", "Two; more in the week of a delivery"}},
    {"own place", {"Both; prefers the cutting room", "From home, has two screens and a fast line", "Cutting room only"}},
    {"", {"Not settled yet", "Will send it by mail after the call", "Rather not say before the next talk"}},
}, amounts[] = {
    {"day rate", {"320 a day", "350 a day, less for a long run", "280 a day"}},
    {"weekly", {"1,600 a week", "1,750 a week", "1,400 a week"}},
    {"", {"48,000 a year", "52,000 a year", "45,000 a year, or 1,500 a week"}},
}, yesnos[] = {
    {"right to work", {"yes", "yes", "yes"}},
    {"", {"yes", "no", "yes, with a week's warning"}},
};

#define NOTES 3
static const char *const notes[SCALE_MAX + 1][NOTES] = {
    {"Line broke up, asked twice.", "Misunderstood the question, no time to come back to it.",
     "Could not hear the second half."},
    {"\"I just handle it.\" No case, also when asked again.", "Talks about the team, not about their own part.",
     "No order of steps, nobody was told."},
    {"One case, thin: what was done, not why.", "Knows the words, not the order. Needed both follow-ups.",
     "\"Somebody else checked that.\""},
    {"A real case with an order of steps. Little on what went wrong.", "Names the documents and who got them.",
     "Sound answer by the book, one example from the last show."},
    {"Concrete from the start: names, dates, files.\nSays what they would do differently.",
     "Order with reasons. Told the people who had to wait.", "Good example, and checked the result themselves."},
    {"Whole chain, with what each step costs.\n\"I called the mixer first, because he was booked until six.\"",
     "Two cases compared, unasked. Knows where it usually breaks.",
     "Isolated the cause before fixing anything, and wrote it down for the next one."},
};
/* clang-format on */

const char *demo_note(int score, unsigned n)
{
    return notes[score >= 0 && score <= SCALE_MAX ? score : 0][n % NOTES];
}

static const char *say(const struct fact_talk *talk, const char *ask, unsigned n)
{
    while (strstr(ask, talk->word) == NULL)
        talk++;
    return talk->said[n % ANSWERS];
}

const char *demo_fact(const struct fact *fact, unsigned n)
{
    switch (fact->kind) {
    case FACT_TEXT:
        return say(texts, fact->ask.s, n);
    case FACT_YESNO:
        return say(yesnos, fact->ask.s, n);
    case FACT_MONEY:
        return say(amounts, fact->ask.s, n);
    case FACT_DATE:
        break;
    }
    return NULL;
}
