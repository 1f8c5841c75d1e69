#ifndef SLATE_BANK_YAML_PLAIN_H
#define SLATE_BANK_YAML_PLAIN_H

/* What a text is to a reader of YAML. */

#include <stdbool.h>
#include <stddef.h>

/* Can it stand without quotes and be read as just this text? */
bool yaml_plain_fits(const char *text, size_t n, bool flow, bool key);
/* Would a reader take it for a number, a date, a truth value or nothing? */
bool yaml_is_typed(const char *text, size_t n);
bool yaml_is_number(const char *text, size_t n); /* digits, perhaps with a point */
/* Has it only characters that need no escape? Newlines and tabs are judged by who asks. */
bool yaml_is_printable(const char *text, size_t n);
bool yaml_cp_printable(unsigned cp);

#endif
