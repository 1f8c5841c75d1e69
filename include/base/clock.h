#ifndef SLATE_BASE_CLOCK_H
#define SLATE_BASE_CLOCK_H

/* Dates as people read them. Times are UTC milliseconds with an offset in minutes (base/sys.h).
 * Only formatting and parsing: asking for the time is sys's. */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct civil {
    int year, month, day; /* 2026, 1-12, 1-31 */
    int hour, minute, second;
    int weekday; /* 0 Sunday */
};

struct civil clock_civil(int64_t ms, int offset_min);
int64_t clock_ms(struct civil c, int offset_min); /* weekday is ignored */

void clock_add_hm(struct str *out, int64_t ms, int offset_min);        /* 14:05 */
void clock_add_date(struct str *out, int64_t ms, int offset_min);      /* 2026-11-21 */
void clock_add_date_time(struct str *out, int64_t ms, int offset_min); /* 2026-11-21 14:05 */
void clock_add_iso(struct str *out, int64_t ms, int offset_min); /* 2026-11-21T14:05:09+01:00 */
void clock_add_span(struct str *out, int64_t span_ms);           /* 2:10, 1:02:03 from an hour on */

/* The shortest that is clear seen from `now`: "14:05" today (with `day_only` "today"), "yesterday",
 * "Tue" within six days, "3 Nov" this year, else "2025-11-03". A time to come within six days also
 * takes the weekday ("Tue 14:05" unless `day_only`). */
void clock_add_near(struct str *out, int64_t ms, int64_t now, int offset_min, bool day_only);

/* Reads "14:00" (today, or tomorrow when that is past), "2026-11-23", "2026-11-23 14:00",
 * "today 9:30" (may be past), "tomorrow 9:30", "mon 14:00" or "monday 14:00" (the next such time).
 * A date alone is its midnight. False when it is none of them. */
bool clock_parse(const char *s, int64_t now, int offset_min, int64_t *ms);

#endif
