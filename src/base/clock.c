#include "base/clock.h"

#include <string.h>
#include <strings.h>

#define MS_MINUTE INT64_C(60000)
#define MS_DAY    (INT64_C(24) * 60 * MS_MINUTE)

static const char *const day_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                        "Thursday", "Friday", "Saturday"};
static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static int64_t local_day(int64_t ms, int offset_min)
{
    return floor_div(ms + offset_min * MS_MINUTE, MS_DAY);
}

/* Days since 1970 of a date and back, proleptic Gregorian: H. Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms", days_from_civil and civil_from_days. */
static int64_t days_from_date(int64_t year, int month, int day)
{
    year -= month <= 2;
    int64_t era = floor_div(year, 400);
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static void date_from_days(int64_t days, struct civil *c)
{
    days += 719468;
    int64_t era = floor_div(days, 146097);
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153; /* month counted from March */
    c->day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
    c->month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    c->year = (int)(year_of_era + era * 400 + (c->month <= 2));
}

struct civil clock_civil(int64_t ms, int offset_min)
{
    struct civil c;
    int64_t day = local_day(ms, offset_min);
    int seconds = (int)((ms + offset_min * MS_MINUTE - day * MS_DAY) / 1000);
    date_from_days(day, &c);
    c.hour = seconds / 3600;
    c.minute = seconds / 60 % 60;
    c.second = seconds % 60;
    c.weekday = (int)((day % 7 + 11) % 7); /* 1970-01-01 was a Thursday */
    return c;
}

int64_t clock_ms(struct civil c, int offset_min)
{
    int64_t seconds = (c.hour * INT64_C(60) + c.minute) * 60 + c.second;
    return days_from_date(c.year, c.month, c.day) * MS_DAY + seconds * 1000 -
           offset_min * MS_MINUTE;
}

/* Not by a format: a list does it per row and frame. */
static void add_two_digits(struct str *out, int n)
{
    str_addc(out, (char)('0' + n / 10));
    str_addc(out, (char)('0' + n % 10));
}

static void add_hm(struct str *out, const struct civil *c)
{
    add_two_digits(out, c->hour);
    str_addc(out, ':');
    add_two_digits(out, c->minute);
}

static void add_date(struct str *out, const struct civil *c)
{
    if (c->year < 0 || c->year > 9999) {
        str_addf(out, "%04d", c->year);
    } else {
        add_two_digits(out, c->year / 100);
        add_two_digits(out, c->year % 100);
    }
    str_addc(out, '-');
    add_two_digits(out, c->month);
    str_addc(out, '-');
    add_two_digits(out, c->day);
}

void clock_add_hm(struct str *out, int64_t ms, int offset_min)
{
    struct civil c = clock_civil(ms, offset_min);
    add_hm(out, &c);
}

void clock_add_date(struct str *out, int64_t ms, int offset_min)
{
    struct civil c = clock_civil(ms, offset_min);
    add_date(out, &c);
}

void clock_add_date_time(struct str *out, int64_t ms, int offset_min)
{
    clock_add_date(out, ms, offset_min);
    str_addc(out, ' ');
    clock_add_hm(out, ms, offset_min);
}

void clock_add_iso(struct str *out, int64_t ms, int offset_min)
{
    struct civil c = clock_civil(ms, offset_min);
    int east = offset_min < 0 ? -offset_min : offset_min;
    add_date(out, &c);
    str_addc(out, 'T');
    add_hm(out, &c);
    str_addc(out, ':');
    add_two_digits(out, c.second);
    str_addc(out, offset_min < 0 ? '-' : '+');
    add_two_digits(out, east / 60);
    str_addc(out, ':');
    add_two_digits(out, east % 60);
}

void clock_add_span(struct str *out, int64_t span_ms)
{
    int64_t seconds = (span_ms < 0 ? -span_ms : span_ms) / 1000;
    int minutes = (int)(seconds / 60 % 60), rest = (int)(seconds % 60);
    if (span_ms < 0 && seconds > 0)
        str_addc(out, '-');
    if (seconds >= 3600)
        str_addf(out, "%lld:%02d:%02d", (long long)(seconds / 3600), minutes, rest);
    else
        str_addf(out, "%d:%02d", minutes, rest);
}

static void add_day_and_month(struct str *out, struct civil c)
{
    if (c.day >= 10)
        str_addc(out, (char)('0' + c.day / 10));
    str_addc(out, (char)('0' + c.day % 10));
    str_addc(out, ' ');
    str_add(out, month_names[c.month - 1]);
}

static void add_near_day(struct str *out, struct civil c, int days, int this_year)
{
    if (days == 0)
        str_add(out, "today");
    else if (days == -1)
        str_add(out, "yesterday");
    else if (days >= -6 && days <= 6)
        str_addn(out, day_names[c.weekday], 3);
    else if (c.year == this_year)
        add_day_and_month(out, c);
    else
        add_date(out, &c);
}

void clock_add_near(struct str *out, int64_t ms, int64_t now, int offset_min, bool day_only)
{
    struct civil c = clock_civil(ms, offset_min);
    int64_t apart = local_day(ms, offset_min) - local_day(now, offset_min);
    int days = apart < -7 ? -7 : apart > 7 ? 7 : (int)apart;
    bool time_too = !day_only && days >= 0 && days <= 6;
    if (days != 0 || day_only)
        add_near_day(out, c, days, days < -6 || days > 6 ? clock_civil(now, offset_min).year : 0);
    if (time_too && days != 0)
        str_addc(out, ' ');
    if (time_too)
        add_hm(out, &c);
}

/* Reads min to max digits as a number within [0, most] and steps behind them. */
static bool read_digits(const char **s, int min, int max, int most, int *value)
{
    int n = 0, v = 0;
    for (; n < max && (*s)[n] >= '0' && (*s)[n] <= '9'; n++)
        v = v * 10 + ((*s)[n] - '0');
    if (n < min || v > most)
        return false;
    *s += n;
    *value = v;
    return true;
}

static bool read_char(const char **s, char c)
{
    if (**s != c)
        return false;
    ++*s;
    return true;
}

/* A time of day and nothing behind it. */
static bool read_time(const char *s, struct civil *c)
{
    c->second = 0;
    return read_digits(&s, 1, 2, 23, &c->hour) && read_char(&s, ':') &&
           read_digits(&s, 2, 2, 59, &c->minute) && *s == '\0';
}

static bool read_date(const char **s, struct civil *c)
{
    if (!read_digits(s, 4, 4, 9999, &c->year) || !read_char(s, '-') ||
        !read_digits(s, 2, 2, 12, &c->month) || !read_char(s, '-') ||
        !read_digits(s, 2, 2, 31, &c->day) || c->month == 0 || c->day == 0)
        return false;
    struct civil back; /* 31 June comes back as 1 July */
    date_from_days(days_from_date(c->year, c->month, c->day), &back);
    return back.month == c->month;
}

static bool parse_date(const char *s, int offset_min, int64_t *ms)
{
    struct civil c = {0};
    if (!read_date(&s, &c))
        return false;
    if (*s != '\0' && !(read_char(&s, ' ') && read_time(s, &c)))
        return false;
    *ms = clock_ms(c, offset_min);
    return true;
}

/* The weekday of its name or its first three letters, -1 for another word. */
static int weekday_of(const char *word, size_t n)
{
    for (int i = 0; i < 7; i++)
        if ((n == 3 || n == strlen(day_names[i])) && strncasecmp(word, day_names[i], n) == 0)
            return i;
    return -1;
}

static bool word_is(const char *s, size_t n, const char *word)
{
    return n == strlen(word) && strncasecmp(s, word, n) == 0;
}

/* "14:00", or a word for the day and the time. */
static bool parse_relative(const char *s, int64_t now, int offset_min, int64_t *ms)
{
    struct civil c = clock_civil(now, offset_min);
    int today = c.weekday;
    const char *blank = strchr(s, ' ');
    if (!read_time(blank != NULL ? blank + 1 : s, &c))
        return false;
    int64_t at = clock_ms(c, offset_min);
    size_t n = blank != NULL ? (size_t)(blank - s) : 0;
    int weekday = weekday_of(s, n);
    if (weekday >= 0)
        at += ((weekday - today + 7) % 7) * MS_DAY;
    else if (word_is(s, n, "tomorrow"))
        at += MS_DAY;
    else if (blank != NULL && !word_is(s, n, "today"))
        return false;
    if (at < now && weekday >= 0)
        at += 7 * MS_DAY;
    else if (at < now && blank == NULL)
        at += MS_DAY;
    *ms = at;
    return true;
}

bool clock_parse(const char *s, int64_t now, int offset_min, int64_t *ms)
{
    return parse_date(s, offset_min, ms) || parse_relative(s, now, offset_min, ms);
}
