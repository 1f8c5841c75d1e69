#include "support/unit.h"

#include <string.h>

#include "base/vec.h"
#include "domain/fact.h"

static const char *notice(enum fact_kind kind, const char *answer)
{
    struct fact fact = {.ask = {.s = "When?"}, .kind = kind};
    return fact_notice(&fact, answer);
}

static void what_reads_as_its_kind_draws_no_notice(void **state)
{
    (void)state;
    static const struct {
        enum fact_kind kind;
        bool fine;
        const char *value;
    } rows[] = {
        {FACT_TEXT, true, "anything \xE2\x80\x93 in any words\nat all"},
        {FACT_YESNO, true, "yes"},
        {FACT_YESNO, true, "No"},
        {FACT_YESNO, true, "YES"},
        {FACT_YESNO, true, " no "},
        {FACT_YESNO, false, "y"},
        {FACT_YESNO, false, "maybe"},
        {FACT_YESNO, true, "yes, sometimes"},
        {FACT_YESNO, true, "No; from May on"},
        {FACT_YESNO, true, "yes (nights too)"},
        {FACT_YESNO, false, "not sure"},
        {FACT_YESNO, false, "No\xC3\xABl"},
        {FACT_YESNO, false, "yesno"},
        {FACT_YESNO, false, "1"},
        {FACT_DATE, true, "2026-11-23"},
        {FACT_DATE, true, "2028-02-29"},
        {FACT_DATE, true, " 2026-01-01"},
        {FACT_DATE, true, "2026-12-31\n"},
        {FACT_DATE, true, "2026-11-23 14:00"},
        {FACT_DATE, true, "14:00"},
        {FACT_DATE, true, "tomorrow 9:30"},
        {FACT_DATE, true, "mon 14:00"},
        {FACT_DATE, true, "23/11/2026"},
        {FACT_DATE, true, "11/23/2026"},
        {FACT_DATE, true, "23/11/26"},
        {FACT_DATE, true, "23.11.2026"},
        {FACT_DATE, true, "23-11-2026"},
        {FACT_DATE, true, "2026/11/23"},
        {FACT_DATE, true, "2026-1-5"},
        {FACT_DATE, true, "2026-11-2"},
        {FACT_DATE, true, "1. 2. 2027"},
        {FACT_DATE, true, "11/2026"},
        {FACT_DATE, true, "23 Nov 2026"},
        {FACT_DATE, true, "23 november 2026"},
        {FACT_DATE, true, "23. Nov. 2026"},
        {FACT_DATE, true, "Nov 23, 2026"},
        {FACT_DATE, true, "NOVEMBER 23rd, 2026"},
        {FACT_DATE, true, "September 23rd, 2026"},
        {FACT_DATE, true, "1st May 27"},
        {FACT_DATE, true, "Nov 2026"},
        {FACT_DATE, true, "Sept 2026"},
        {FACT_DATE, true, "may 2027"},
        {FACT_DATE, true, "23 Nov"},
        {FACT_DATE, true, "Dec 1st"},
        {FACT_DATE, true, "29 Feb"},
        {FACT_DATE, true, "29 Feb 2028"},
        {FACT_DATE, false, "2026-02-30"},
        {FACT_DATE, false, "2026-02-29"},
        {FACT_DATE, false, "2026-04-31"},
        {FACT_DATE, false, "2026-13-01"},
        {FACT_DATE, false, "2026-00-10"},
        {FACT_DATE, false, "2026-10-00"},
        {FACT_DATE, false, "2026-11-233"},
        {FACT_DATE, false, "mon 14:000"},
        {FACT_DATE, false, "tomorrow"},
        {FACT_DATE, false, "in two weeks"},
        {FACT_DATE, false, "soon"},
        {FACT_DATE, false, "Nov"},
        {FACT_DATE, false, "Nov\xC3\xA9 2026"},
        {FACT_DATE, false, "2026"},
        {FACT_DATE, false, "23"},
        {FACT_DATE, false, "23/11"},
        {FACT_DATE, false, "13/2026"},
        {FACT_DATE, false, "0/2026"},
        {FACT_DATE, false, "32/11/2026"},
        {FACT_DATE, false, "23/13/2026"},
        {FACT_DATE, false, "0/11/2026"},
        {FACT_DATE, false, "29 Feb 2026"},
        {FACT_DATE, false, "31 June 2026"},
        {FACT_DATE, false, "31 Nov"},
        {FACT_DATE, false, "No 2026"},
        {FACT_DATE, false, "Novembre 2026"},
        {FACT_DATE, false, "Ma 2026"},
        {FACT_DATE, false, "Nov Dec 2026"},
        {FACT_DATE, false, "2026 2027"},
        {FACT_DATE, false, "23 Nov 20261"},
        {FACT_DATE, false, "23 Nov 202"},
        {FACT_DATE, false, "5 2026 11"},
        {FACT_DATE, false, "23x/11/2026"},
        {FACT_DATE, false, "1 2 3 4"},
        {FACT_DATE, false, "- / -"},
        {FACT_DATE, false, "23 Nov 2026 or so"},
        {FACT_DATE, false, "end of Nov 2026"},
        {FACT_MONEY, true, "45000"},
        {FACT_MONEY, true, "45,000"},
        {FACT_MONEY, true, "45 000"},
        {FACT_MONEY, true,
         "45\xE2\x80\xAF"
         "000 €"}, /* as French is typeset */
        {FACT_MONEY, true, "€45,000"},
        {FACT_MONEY, true, "£350/day"},
        {FACT_MONEY, true, "45k"},
        {FACT_MONEY, true, "40-45k"},
        {FACT_MONEY, true, "0"},
        {FACT_MONEY, false, "a lot"},
        {FACT_MONEY, false, "€"},
        {FACT_MONEY, false, "45,000\nplus"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if ((notice(rows[i].kind, rows[i].value) == NULL) != rows[i].fine)
            fail_msg("%s: \"%s\" %s", fact_kind_name(rows[i].kind), rows[i].value,
                     rows[i].fine ? "drew a notice" : "drew none");
}

static void no_answer_is_fine(void **state)
{
    (void)state;
    static const enum fact_kind kinds[] = {FACT_TEXT, FACT_YESNO, FACT_DATE, FACT_MONEY};
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        assert_null(notice(kinds[i], ""));
        assert_null(notice(kinds[i], " \n\t "));
    }
}

static void an_amount_is_no_story(void **state)
{
    (void)state;
    char amount[FACT_MONEY_MAX + 4];
    memset(amount, '1', sizeof amount);
    memcpy(amount + FACT_MONEY_MAX, " ", 2); /* the blank behind it does not count */
    assert_null(notice(FACT_MONEY, amount));
    memcpy(amount + FACT_MONEY_MAX, "1", 2);
    assert_non_null(notice(FACT_MONEY, amount));
}

/* No answer is too long to be looked at. */
static void a_story_is_no_date(void **state)
{
    (void)state;
    char story[4096];
    memset(story, ' ', sizeof story);
    memcpy(story, "23 Nov", 6);
    memcpy(story + sizeof story - 5, "2026", 5);
    assert_non_null(notice(FACT_DATE, story));
}

static void notices_say_what_was_hoped_for(void **state)
{
    (void)state;
    assert_string_equal(notice(FACT_DATE, "soon"),
                        "Not a date such as 2026-11-23; kept as you wrote it.");
    assert_string_equal(notice(FACT_YESNO, " maybe "), "Neither yes nor no; kept as you wrote it.");
    assert_string_equal(notice(FACT_MONEY, "a lot"),
                        "Not an amount such as 350 a day; kept as you wrote it.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_reads_as_its_kind_draws_no_notice),
        cmocka_unit_test(no_answer_is_fine),
        cmocka_unit_test(an_amount_is_no_story),
        cmocka_unit_test(a_story_is_no_date),
        cmocka_unit_test(notices_say_what_was_hoped_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
