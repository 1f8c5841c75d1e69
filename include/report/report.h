#ifndef SLATE_REPORT_REPORT_H
#define SLATE_REPORT_REPORT_H

/* A scorecard for people who will never open a terminal, and for programs. Works on an interview
 * that was loaded; does no input or output. What it writes is UTF-8 in which nothing from outside
 * drives a terminal, a browser or a spreadsheet.
 *
 *     struct report_style style = {.format = REPORT_HTML};
 *     report_begin(&style, &out);
 *     report_add(&(struct report){.style = &style, .iv = &iv}, &out);
 *     report_end(&style, &out);
 *
 * There is no composite of an interview that is not submitted, in any format. A number stands with
 * what it rests on; "no evidence" is drawn as a dash, never as an empty bar.
 *
 * text, markdown  to read and to paste.
 * html            one page without any other file and without scripts; prints on one or two pages.
 * json            described by src/report/scorecard.schema.json, which is installed. "format" is "slate-scorecard", "version" REPORT_JSON_VERSION, raised when a key
 *                 changes its meaning or goes. Keys that Greenhouse's scorecard object has are
 * named as there: overall_recommendation ("yes" for advance, "no" for do not advance, else
 *                 "no_decision"), attributes (the competencies: name, type, note, rating) and
 *                 questions (id, question, answer, which is the note). A mean is an integer of
 *                 hundredths, null where there is too little for one. Many make an array.
 * csv             one row per interview, or one per answer, under a row of names; RFC 4180. A text
 *                 that a spreadsheet would take for a formula (after blanks = + - @, or a tab or
 *                 newline in front) has an apostrophe in front. Times are ISO 8601. */

#include "report/style.h"

const char *report_format_name(enum report_format f); /* "text", ..., "csv-answers" */
bool report_format_parse(const char *name, enum report_format *f);
/* How a file of it ends, without the dot: "txt", "md", ... */
const char *report_format_suffix(enum report_format f);

void report_begin(const struct report_style *style, struct str *out);
void report_add(const struct report *r, struct str *out);
void report_end(const struct report_style *style, struct str *out);

#endif
