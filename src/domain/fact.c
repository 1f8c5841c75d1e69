#include "domain/fact.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/str.h"
#include "base/vec.h"

#define DATE_MAX  32   /* bytes: the longest is "September 23rd, 2026", and some */
#define PARTS     3    /* of a date */
#define LEAP_YEAR 2028 /* stands in where no year was given: 29 February may be meant */

static bool is_letter(char c)
{
    return (unsigned char)c >= 0x80 || isalpha((unsigned char)c) != 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The text without the blanks around it. */
struct piece {
    const char *s;
    size_t n;
};

static struct piece trimmed(const char *s)
{
    static const char blanks[] = " \t\r\n";
    s += strspn(s, blanks);
    size_t n = strlen(s);
    while (n > 0 && strchr(blanks, s[n - 1]) != NULL)
        n--;
    return (struct piece){s, n};
}

/* ---- yes and no ---- */

static bool begins_with_word(struct piece p, const char *word)
{
    size_t n = strlen(word);
    return p.n >= n && strncasecmp(p.s, word, n) == 0 && (p.n == n || !is_letter(p.s[n]));
}

static bool is_yesno(struct piece p)
{
    return begins_with_word(p, "yes") || begins_with_word(p, "no");
}

/* ---- dates ---- */

/* A date in its parts: M a month by its name, Y a year of four digits, d a smaller number. */
struct date_parts {
    char shape[PARTS + 1]; /* "dMY" */
    int value[PARTS];
    int n;
};

/* What each part of a shape is. Day and month stand in either order, for both are at home; but a
 * year in front is followed by the month. */
static const struct {
    const char *shape, *meaning;
} date_shapes[] = {
    {"dMY", "dmy"}, {"MdY", "mdy"}, {"dMd", "dmy"}, {"Mdd", "mdy"}, {"MY", "my"},
    {"dM", "dm"},   {"Md", "md"},   {"ddY", "dmy"}, {"ddY", "mdy"}, {"ddd", "dmy"},
    {"ddd", "mdy"}, {"Ydd", "ymd"}, {"dY", "my"},
};

static bool add_part(struct date_parts *d, char kind, int value)
{
    if (d->n == PARTS)
        return false;
    d->value[d->n] = value;
    d->shape[d->n++] = kind;
    return true;
}

/* The month by its name or at least three letters of it. */
static bool read_month(const char **s, struct date_parts *d)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    const char *word = *s;
    size_t n = 0;
    while (is_letter(word[n]))
        n++;
    *s += n;
    for (int i = 0; n >= 3 && i < 12; i++)
        if (n <= strlen(names[i]) && strncasecmp(word, names[i], n) == 0)
            return add_part(d, 'M', i + 1);
    return false;
}

/* Past the ending of "1st" or "22nd"; whether it is the right one is nobody's business. */
static const char *behind_ordinal(const char *s)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < COUNT_OF(endings); i++)
        if (strncasecmp(s, endings[i], 2) == 0 && !is_letter(s[2]))
            return s + 2;
    return s;
}

static bool read_number(const char **s, struct date_parts *d)
{
    int value = 0, digits = 0;
    for (; is_digit(**s) && digits < 5; ++*s, digits++)
        value = value * 10 + (**s - '0');
    if (digits == 4)
        return add_part(d, 'Y', value);
    *s = behind_ordinal(*s);
    return digits <= 2 && add_part(d, 'd', value);
}

static bool read_parts(const char *s, struct date_parts *d)
{
    for (;;) {
        s += strspn(s, " ,./-");
        if (*s == '\0')
            return true;
        if (!(is_digit(*s) ? read_number(&s, d) : read_month(&s, d)))
            return false;
    }
}

/* Is there such a day, when the parts are what `meaning` says? */
static bool on_calendar(const struct date_parts *d, const char *meaning)
{
    struct civil c = {.year = LEAP_YEAR, .month = 1, .day = 1};
    for (int i = 0; i < d->n; i++)
        *(meaning[i] == 'd' ? &c.day : meaning[i] == 'm' ? &c.month : &c.year) = d->value[i];
    if (c.month < 1 || c.month > 12 || c.day < 1 || c.day > 31)
        return false;
    if (c.year < 100)
        c.year += 2000;
    return clock_civil(clock_ms(c, 0), 0).month == c.month; /* 31 June is 1 July */
}

static bool is_date(struct piece p)
{
    char text[DATE_MAX + 1] = "";
    struct date_parts d = {0};
    int64_t ms;
    if (p.n > DATE_MAX)
        return false;
    memcpy(text, p.s, p.n);
    if (clock_parse(text, 0, 0, &ms))
        return true;
    if (!read_parts(text, &d))
        return false;
    for (size_t i = 0; i < COUNT_OF(date_shapes); i++)
        if (str_same(d.shape, date_shapes[i].shape) && on_calendar(&d, date_shapes[i].meaning))
            return true;
    return false;
}

/* ---- money ---- */

/* Amounts are written in too many ways to ask for one: "45 000", "£350/day", "45k". */
static bool is_money(struct piece p)
{
    bool digit = false;
    for (size_t i = 0; i < p.n; i++) {
        if (is_digit(p.s[i]))
            digit = true;
        else if ((unsigned char)p.s[i] < ' ')
            return false;
    }
    return digit && p.n <= FACT_MONEY_MAX;
}

const char *fact_notice(const struct fact *fact, const char *answer)
{
    struct piece p = trimmed(answer);
    if (p.n == 0)
        return NULL;
    switch (fact->kind) {
    case FACT_TEXT:
        return NULL;
    case FACT_YESNO:
        return is_yesno(p) ? NULL : "Neither yes nor no; kept as you wrote it.";
    case FACT_DATE:
        return is_date(p) ? NULL : "Not a date such as 2026-11-23; kept as you wrote it.";
    case FACT_MONEY:
        return is_money(p) ? NULL : "Not an amount such as 350 a day; kept as you wrote it.";
    }
    return NULL;
}
