#include "app/bank_template.h"

static const char head[] =
    "# What each line means: man slate-bank. What is weak in it: slate bank check\n";

static const char rest[] =
    "about: >-\n"
    "  What the role does, in two or three sentences that you read before the call.\n"
    "competencies:\n"
    "  planning: Plans the work, and plans again when it changes\n"
    "  people: Works with others, also when it is hard\n"
    "opening:\n"
    "  - Say who you are, and that you will take notes\n"
    "  - Ask whether now is still a good time\n"
    "closing:\n"
    "  - Ask for the candidate's own questions\n"
    "  - Say what happens next, and when\n"
    "levels:\n"
    "  mid:\n"
    "    experience: 2 to 5 years\n"
    "    minutes: 30\n"
    "    questions:\n"
    "      - id: plan-changed\n"
    "        ask: Tell me about a plan of yours that changed at short notice. What did you do?\n"
    "        competency: planning\n"
    "        expect:\n"
    "          - Says what changed, and when they heard of it\n"
    "          - Names what they did first, and why\n"
    "          - Told those who depended on it\n"
    "        red_flags:\n"
    "          - Blames others and changes nothing\n"
    "        probes:\n"
    "          - Whom did you tell first?\n"
    "        anchors:\n"
    "          1: Speaks of being busy; no plan, no step, nobody told\n"
    "          3: Names the change, what they did first and who was told\n"
    "          5: Also what was given up for it, agreed with those concerned\n"
    "        minutes: 4\n"
    "\n"
    "      - id: disagreed\n"
    "        ask: When did you last disagree with somebody at work, and how did it end?\n"
    "        competency: people\n"
    "        expect:\n"
    "          - Gives the other side fairly\n"
    "          - Says what they themselves did to settle it\n"
    "        red_flags:\n"
    "          - Has never disagreed with anybody\n"
    "        anchors:\n"
    "          1: No example, or one in which only the other was wrong\n"
    "          3: One example, both sides, and how it was settled\n"
    "          5: Also what they do differently since then\n"
    "        minutes: 4\n";

void bank_template(struct str *out, const char *name, const char *title)
{
    str_add(out, head);
    str_addf(out, "bank: %s\ntitle: \"", name);
    for (; *title != '\0'; title++) {
        if (*title == '"' || *title == '\\')
            str_addc(out, '\\');
        str_addc(out, *title == '\n' ? ' ' : *title);
    }
    str_add(out, "\"\n");
    str_add(out, rest);
}
