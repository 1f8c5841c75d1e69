#include "domain/slot.h"

#include <string.h>

#include "base/vec.h"
#include "domain/words.h"

static const char *const fields[FIELDS] = {
    [FIELD_MARK] = "mark",         [FIELD_HEARD] = "heard",     [FIELD_FLAG] = "flag",
    [FIELD_PROBE] = "probe",       [FIELD_NOTE] = "note",       [FIELD_OWN] = "own",
    [FIELD_OVERALL] = "overall",   [FIELD_STEP] = "step",       [FIELD_STEP_NOTE] = "step_note",
    [FIELD_FACT] = "fact",         [FIELD_GENERAL] = "general", [FIELD_SUMMARY] = "summary",
    [FIELD_DECISION] = "decision", [FIELD_KEPT] = "kept",
};

static const char *const skip_texts[SKIPS] = {
    [SKIP_NONE] = "",
    [SKIP_TIME] = "no time left",
    [SKIP_COVERED] = "answered already",
    [SKIP_RELEVANT] = "not relevant here",
    [SKIP_DECLINED] = "declined",
    [SKIP_OTHER] = "see the note",
};

/* SKIP_NONE has no name: a stored skip always has a reason. */
static const char *const skip_names[SKIPS] = {
    [SKIP_TIME] = "time",         [SKIP_COVERED] = "covered", [SKIP_RELEVANT] = "relevant",
    [SKIP_DECLINED] = "declined", [SKIP_OTHER] = "other",
};

bool slot_same(struct slot a, struct slot b)
{
    return a.field == b.field && a.pos == b.pos && a.item == b.item;
}

bool slot_is_text(struct slot s)
{
    switch (s.field) {
    case FIELD_NOTE:
    case FIELD_OWN:
    case FIELD_STEP_NOTE:
    case FIELD_FACT:
    case FIELD_GENERAL:
    case FIELD_SUMMARY:
    case FIELD_DECISION:
        return true;
    default:
        return false;
    }
}

/* The item of a FIELD_KEPT; stored, hence only ever added to. */
static const enum field kept_fields[] = {FIELD_NOTE, FIELD_OWN,     FIELD_STEP_NOTE,
                                         FIELD_FACT, FIELD_GENERAL, FIELD_SUMMARY};

struct slot slot_kept(struct slot text)
{
    int item = 0;
    while (item < (int)COUNT_OF(kept_fields) && kept_fields[item] != text.field)
        item++;
    return (struct slot){FIELD_KEPT, text.pos, item};
}

bool slot_of_kept(struct slot kept, struct slot *text)
{
    if (kept.field != FIELD_KEPT || kept.item < 0 || kept.item >= (int)COUNT_OF(kept_fields))
        return false;
    *text = (struct slot){kept_fields[kept.item], kept.pos, 0};
    return true;
}

const char *field_name(enum field field)
{
    return words_at(fields, FIELDS, (int)field);
}

bool field_parse(const char *name, enum field *field)
{
    int at = words_find(fields, FIELDS, name);
    if (at < 0)
        return false;
    *field = (enum field)at;
    return true;
}

const char *skip_name(enum skip_reason r)
{
    return words_at(skip_names, SKIPS, (int)r);
}

static bool skip_known(enum skip_reason r)
{
    return (int)r >= 0 && r < SKIPS;
}

const char *skip_words(enum skip_reason r)
{
    return skip_known(r) ? skip_texts[r] : "";
}

/* 0 stands for a score that whoever reads along is not to see. */
static void add_score(struct str *out, int score)
{
    if (score > 0)
        str_addf(out, "%d", score);
    else
        str_add(out, "scored, shown once it is submitted");
}

void mark_add(struct str *out, struct mark m)
{
    switch (m.state) {
    case ANSWER_UNSET:
        str_add(out, "unset");
        break;
    case ANSWER_SCORED:
        add_score(out, m.score);
        break;
    case ANSWER_NO_EVIDENCE:
        str_add(out, "no_evidence");
        break;
    case ANSWER_SKIPPED:
        str_addf(out, "skipped:%s", skip_name(m.skip));
        break;
    }
}

static bool skipped_parse(const char *reason, struct mark *m)
{
    int at = words_find(skip_names, SKIPS, reason);
    if (at < 0)
        return false;
    *m = (struct mark){.state = ANSWER_SKIPPED, .skip = (enum skip_reason)at};
    return true;
}

bool mark_parse(const char *value, int scale, struct mark *m)
{
    static const char skipped[] = "skipped:";
    if (str_starts(value, skipped))
        return skipped_parse(value + strlen(skipped), m);
    if (strcmp(value, "unset") == 0)
        *m = (struct mark){.state = ANSWER_UNSET};
    else if (strcmp(value, "no_evidence") == 0)
        *m = (struct mark){.state = ANSWER_NO_EVIDENCE};
    else if (value[0] >= '1' && value[0] - '0' <= scale && value[0] <= '9' && value[1] == '\0')
        *m = (struct mark){.state = ANSWER_SCORED, .score = value[0] - '0'};
    else
        return false;
    return true;
}

void mark_add_words(struct str *out, struct mark m)
{
    switch (m.state) {
    case ANSWER_UNSET:
        str_add(out, "not scored");
        break;
    case ANSWER_SCORED:
        add_score(out, m.score);
        break;
    case ANSWER_NO_EVIDENCE:
        str_add(out, "no evidence");
        break;
    case ANSWER_SKIPPED:
        str_addf(out, "skipped (%s)", skip_words(m.skip));
        break;
    }
}
