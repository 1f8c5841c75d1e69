#include "support/unit.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "report/report.h"
#include "support/sample.h"

/* Every format of one interview in which every text is hostile. The expected texts are the files
 * hostile.* of this folder; what was seen is left beside the test programs. */

#define ESC      "\x1B[31m"
#define OVERRIDE "\xE2\x80\xAE"
#define EMOJI    "\xF0\x9F\x8E\xAC"
#define NOON     INT64_C(1795266300000) /* 2026-11-21 14:05 an hour east of UTC */
#define MINUTE   INT64_C(60000)

struct hostile {
    struct sample sample;
    struct interview iv;
    struct candidate contact;
};

static void set_mark(struct answer *a, enum answer_state state, int score)
{
    a->mark = (struct mark){state, score, SKIP_NONE};
    a->left_at = NOON;
    a->marked_at = NOON + MINUTE;
    a->spent_ms = 125000;
}

static void fill_answers(struct interview *iv)
{
    set_mark(&iv->answers[0], ANSWER_SCORED, 4);
    iv->answers[0].heard = 1;
    iv->answers[0].flags = 2;
    iv->answers[0].probes = 1;
    str_set(&iv->answers[0].note, "=HYPERLINK(\"http://evil\",\"click\")\n# not a heading\n"
                                  "- not a list, 1) nor this\n\n<script>alert(1)</script>\n");
    set_mark(&iv->answers[1], ANSWER_SCORED, 5);
    iv->answers[1].marked_at = NOON + 61 * MINUTE;
    set_mark(&iv->answers[2], ANSWER_SCORED, 3);
    str_set(&iv->answers[2].note, ESC "red" OVERRIDE "txt.exe " EMOJI "\a \xFF \"quoted\", |cell|");
    set_mark(&iv->answers[3], ANSWER_NO_EVIDENCE, 0);
    int own = interview_add_own(iv);
    str_set(&iv->answers[own].own_text, "+33 <b>bold</b>?");
    str_set(&iv->answers[own].note, "@SUM(A1) `code` *strong* _soft_ [link](x) &amp;");
}

static void fill_head(struct interview *iv)
{
    iv->id = 7;
    memcpy(iv->uuid, "01a1fe35-c860-7415-9617-18191a1b1c1d", UUID_TEXT);
    iv->state = INTERVIEW_SUBMITTED;
    iv->candidate = "=Ada \"Quote\" <script>alert('x')</script>" ESC OVERRIDE EMOJI;
    iv->interviewer = "Mara & Sons";
    iv->job = "-Night, Ferry|";
    iv->started_at = NOON;
    iv->submitted_at = NOON + 30 * MINUTE;
    iv->offset_min = 60;
    iv->elapsed_ms = 25 * MINUTE;
    iv->not_blind = true;
    iv->decision = DECISION_HOLD;
    iv->decision_reason = "\t=1+1\nsee </article>";
    iv->decided_at = NOON + 31 * MINUTE;
    iv->overall = 1;
}

static int set_up(void **state)
{
    static struct hostile h;
    memset(&h, 0, sizeof h);
    sample_fill(&h.sample);
    sample_interview(&h.sample, &h.iv);
    fill_head(&h.iv);
    fill_answers(&h.iv);
    h.sample.expect[0][0].s = "Says <i>\"one\"</i> & 'two'";
    str_set(&h.iv.facts[0].value, "=cmd|' /C calc'!A0");
    str_set(&h.iv.general, "Asked about parking.");
    str_set(&h.iv.summary, "Careful.\n\n---\nLate " EMOJI);
    str_set(&h.iv.steps[0].note, "1. <img src=x onerror=alert(1)>");
    h.contact = (struct candidate){.email = "ada@example.org", .phone = "+33 1 23", .link = NULL};
    *state = &h;
    return 0;
}

static int tear_down(void **state)
{
    struct hostile *h = *state;
    interview_release(&h->iv);
    return 0;
}

static void render(const struct hostile *h, struct report_style style, struct str *out)
{
    str_clear(out);
    report_begin(&style, out);
    report_add(&(struct report){.style = &style, .iv = &h->iv, .contact = &h->contact}, out);
    report_end(&style, out);
}

static const char *const golden[REPORT_FORMATS] = {"hostile.txt",  "hostile.md",
                                                   "hostile.html", "hostile.json",
                                                   "hostile.csv",  "hostile-answers.csv"};

static bool is_golden(const char *name, const struct str *seen)
{
    struct str expected = STR_INIT, path = STR_INIT;
    struct err e = ERR_INIT;
    scratch_write(SLATE_BUILD, name, seen->s, seen->len);
    str_addf(&path, "%s/report/%s", SLATE_TESTS, name);
    assert_done(file_read(path.s, 1 << 20, &expected, NULL, &e), &e);
    const char *a = seen->s, *b = expected.s;
    int line = 1;
    for (; *a != '\0' && *a == *b; a++, b++)
        line += *a == '\n';
    bool same = *a == *b;
    if (!same)
        print_error("%s differs from line %d on; seen: %s/%s\n", name, line, SLATE_BUILD, name);
    str_release(&expected);
    str_release(&path);
    return same;
}

static void every_format_is_as_expected(void **state)
{
    struct str out = STR_INIT;
    bool same = true;
    for (int f = 0; f < REPORT_FORMATS; f++) {
        render(*state, (struct report_style){.format = (enum report_format)f}, &out);
        same = is_golden(golden[f], &out) && same;
    }
    str_release(&out);
    assert_true(same);
}

/* What is left once the line ends of CSV are taken away must be fit for a terminal. */
static void assert_tame(const struct str *out)
{
    assert_true(utf8_valid(out->s, out->len, NULL));
    for (size_t at = 0, n; at < out->len; at += n) {
        uint32_t cp;
        n = utf8_decode(out->s + at, out->len - at, &cp);
        if (cp == '\r' && out->s[at + 1] == '\n')
            continue;
        assert_false(utf8_is_control(cp) || utf8_is_bidi(cp));
    }
}

static void nothing_drives_a_terminal(void **state)
{
    struct str out = STR_INIT;
    for (int f = 0; f < REPORT_FORMATS; f++) {
        render(*state, (struct report_style){.format = (enum report_format)f}, &out);
        assert_tame(&out);
    }
    str_release(&out);
}

static void assert_without(const struct hostile *h, struct report_style style, const char *part)
{
    struct str out = STR_INIT;
    for (int f = 0; f < REPORT_FORMATS; f++) {
        style.format = (enum report_format)f;
        render(h, style, &out);
        if (strstr(out.s, part) != NULL)
            fail_msg("%s has \"%s\"", report_format_name(style.format), part);
    }
    str_release(&out);
}

static void assert_with(const struct hostile *h, enum report_format f, const char *part)
{
    struct str out = STR_INIT;
    render(h, (struct report_style){.format = f}, &out);
    if (strstr(out.s, part) == NULL)
        fail_msg("%s lacks \"%s\"", report_format_name(f), part);
    str_release(&out);
}

static void what_is_asked_is_left_out(void **state)
{
    assert_without(*state, (struct report_style){.no_interviewer = true}, "Sons");
    assert_without(*state, (struct report_style){.no_contacts = true}, "example.org");
    assert_without(*state, (struct report_style){.no_contacts = true}, "33 1 23");
    assert_without(*state, (struct report_style){.no_notes = true}, "HYPERLINK");
    assert_without(*state, (struct report_style){.no_notes = true}, "txt.exe");
    assert_without(*state, (struct report_style){.no_notes = true}, "SUM(A1)");
    assert_without(*state, (struct report_style){.no_notes = true}, "parking");
    assert_without(*state, (struct report_style){.no_notes = true}, "onerror");
    for (int f = 0; f < REPORT_CSV_ANSWERS; f++) {
        assert_with(*state, (enum report_format)f, "Sons");
        assert_with(*state, (enum report_format)f, "example.org");
        assert_with(*state, (enum report_format)f, "parking");
    }
}

/* 2.5 of 4.5 scored is too little; with the last one scored it is 4*1 + 5*1 + 3*2 + 3*0.5 = 16.5 of
 * 4.5: 3.67. */
static void only_a_submitted_one_has_a_composite(void **state)
{
    struct hostile *h = *state;
    set_mark(&h->iv.answers[3], ANSWER_SCORED, 3);
    for (int f = 0; f < REPORT_CSV_ANSWERS; f++)
        assert_with(h, (enum report_format)f,
                    f == REPORT_HTML ? "<b>3.7</b> (4 of 4 scored" : "3.7 (4 of 4 scored");
    static const enum interview_state others[] = {INTERVIEW_OPEN, INTERVIEW_PLANNED,
                                                  INTERVIEW_ABANDONED};
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        h->iv.state = others[i];
        assert_without(h, (struct report_style){0}, "3.7");
        assert_without(h, (struct report_style){0}, "367");
        assert_without(h, (struct report_style){0}, "of 4 scored");
        assert_without(h, (struct report_style){0}, "of 2 scored");
        assert_without(h, (struct report_style){0}, "1+1"); /* the reason of a decision */
    }
}

/* One scored of two is too little for a mean: a dash, never an empty bar. */
static void no_evidence_is_a_dash(void **state)
{
    struct hostile *h = *state;
    for (int i = 0; i < 4; i++)
        set_mark(&h->iv.answers[i], ANSWER_NO_EVIDENCE, 0);
    assert_without(h, (struct report_style){0}, "<svg");
    assert_without(h, (struct report_style){0}, "\u25A1");
    assert_with(h, REPORT_HTML, "<p class=\"score\">– <b>no evidence</b>");
    assert_with(h, REPORT_HTML, "<td class=\"n\">–</td>");
    assert_with(h, REPORT_MARKDOWN, "**– no evidence**");
}

static void a_long_note_stays_whole(void **state)
{
    struct hostile *h = *state;
    struct str out = STR_INIT;
    str_clear(&h->iv.answers[1].note);
    str_repeat(&h->iv.answers[1].note, EMOJI, 100000);
    for (int f = 0; f < REPORT_FORMATS; f++) {
        size_t found = 0;
        if (f == REPORT_CSV)
            continue; /* has no notes of answers */
        render(h, (struct report_style){.format = (enum report_format)f}, &out);
        for (size_t i = 0; i < out.len; i++)
            found += out.s[i] == EMOJI[0];
        assert_true(found >= 100000);
    }
    str_release(&out);
}

static void a_mark_in_front_is_asked_for(void **state)
{
    struct str out = STR_INIT;
    render(*state, (struct report_style){.format = REPORT_CSV, .bom = true}, &out);
    assert_true(str_starts(out.s, "\xEF\xBB\xBFinterview,uuid,"));
    render(*state, (struct report_style){.format = REPORT_CSV}, &out);
    assert_true(str_starts(out.s, "interview,uuid,"));
    str_release(&out);
}

static void many_stand_one_behind_the_other(void **state)
{
    const struct hostile *h = *state;
    struct str out = STR_INIT;
    struct report_style style = {.format = REPORT_JSON, .many = true};
    report_begin(&style, &out);
    assert_string_equal(out.s, "[\n");
    for (size_t i = 0; i < 2; i++)
        report_add(&(struct report){.style = &style, .iv = &h->iv, .nth = i}, &out);
    report_end(&style, &out);
    assert_non_null(strstr(out.s, "}\n,\n{"));
    assert_string_equal(out.s + out.len - 4, "}\n]\n");
    str_release(&out);
}

static void formats_have_names(void **state)
{
    enum report_format f;
    (void)state;
    for (int i = 0; i < REPORT_FORMATS; i++) {
        assert_true(report_format_parse(report_format_name((enum report_format)i), &f));
        assert_int_equal(f, i);
    }
    assert_false(report_format_parse("pdf", &f));
    assert_string_equal(report_format_suffix(REPORT_CSV_ANSWERS), "csv");
}

#define PLAYED(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAYED(every_format_is_as_expected),  PLAYED(nothing_drives_a_terminal),
        PLAYED(what_is_asked_is_left_out),    PLAYED(only_a_submitted_one_has_a_composite),
        PLAYED(no_evidence_is_a_dash),        PLAYED(a_long_note_stays_whole),
        PLAYED(a_mark_in_front_is_asked_for), PLAYED(many_stand_one_behind_the_other),
        cmocka_unit_test(formats_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
