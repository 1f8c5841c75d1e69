#include "domain/fact.h"

#include <string.h>
#include <strings.h>

#include "base/clock.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
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
    while (is_blank(*s))
        s++;
    size_t n = strlen(s);
    while (n > 0 && is_blank(s[n - 1]))
        n--;
    return (struct piece){s, n};
}

static bool is_yesno(struct piece p)
{
    return (p.n == 3 && strncasecmp(p.s, "yes", 3) == 0) ||
           (p.n == 2 && strncasecmp(p.s, "no", 2) == 0);
}

/* clock_parse takes other ways to write a time as well; here only 2026-11-23 will do. */
static bool is_date(struct piece p)
{
    static const char shape[] = "dddd-dd-dd";
    char date[sizeof shape] = "";
    int64_t ms;
    if (p.n != strlen(shape))
        return false;
    for (size_t i = 0; i < p.n; i++)
        if (shape[i] == 'd' ? !is_digit(p.s[i]) : p.s[i] != shape[i])
            return false;
    memcpy(date, p.s, p.n);
    return clock_parse(date, 0, 0, &ms);
}

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

static bool refuse(const struct fact *fact, struct piece p, const char *wanted, struct err *e)
{
    int shown = p.n > FACT_MONEY_MAX ? 0 : (int)p.n;
    if (shown == 0)
        return err_set(e, ERR_INPUT, "\"%s\" takes %s", fact->ask.s, wanted);
    return err_set(e, ERR_INPUT, "\"%s\" takes %s, not \"%.*s\"", fact->ask.s, wanted, shown, p.s);
}

bool fact_check(const struct fact *fact, const char *value, struct err *e)
{
    struct piece p = trimmed(value);
    if (p.n == 0)
        return true;
    switch (fact->kind) {
    case FACT_TEXT:
        return true;
    case FACT_YESNO:
        return is_yesno(p) || refuse(fact, p, "yes or no", e);
    case FACT_DATE:
        return is_date(p) || refuse(fact, p, "a date such as 2026-11-23", e);
    case FACT_MONEY:
        return is_money(p) || refuse(fact, p, "an amount such as 45,000 or £350/day", e);
    }
    return true;
}
