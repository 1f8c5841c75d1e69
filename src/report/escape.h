#ifndef SLATE_REPORT_ESCAPE_H
#define SLATE_REPORT_ESCAPE_H

/* Text from outside on its way into a format. All of them clean it first (utf8_clean): no control
 * character, no bidirectional override, no broken UTF-8 is left. */

#include "base/str.h"

/* For element content and for quoted attributes. Newlines stay. */
void escape_html(struct str *out, const char *s);

/* For running text of Markdown: nothing in it is markup. A newline becomes a hard break followed by
 * `prefix` ("" or "> "), which is where the next line stands; with NULL it becomes a blank, where
 * only one line can stand (headings, tables). */
void escape_markdown(struct str *out, const char *s, const char *prefix);

/* One field of CSV, in quotes where it needs them, neutralised where it would be a formula. */
void escape_csv(struct str *out, const char *s);

#endif
