#ifndef SLATE_REPORT_STYLE_H
#define SLATE_REPORT_STYLE_H

/* What is asked of a report: one interview, a format, and what is left out. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "domain/candidate.h"
#include "domain/composite.h"
#include "domain/interview.h"

#define REPORT_JSON_VERSION 1 /* raised when a key changes its meaning or goes */
#define REPORT_WIDTH        80

enum report_format {
    REPORT_TEXT,
    REPORT_MARKDOWN,
    REPORT_HTML,
    REPORT_JSON,
    REPORT_CSV,
    REPORT_CSV_ANSWERS,
    REPORT_FORMATS
};

struct report_style {
    enum report_format format;
    bool no_interviewer; /* leave out the interviewer's name, */
    bool no_notes;       /* all notes (not the summary, not the reason of the decision), */
    bool no_contacts;    /* the candidate's address, number and link */
    bool bom;            /* CSV: a byte-order mark in front, for spreadsheets that ask for one */
    bool many;           /* several scorecards in one */
    int width;           /* text: columns, at least 40; 0 for REPORT_WIDTH */
};

/* What a row of a table adds up, known without the answers. */
struct report_sums {
    struct composite composite;
    int unsupported;
    const char *flags; /* of the interview as a whole, a line each; NULL: none */
};

/* What was amended after submitting: the report shows the new value, and here the old one. */
struct report_correction {
    int64_t at;
    const char *who, *what, *old, *value, *reason; /* in words; reason NULL: erased */
    bool note;                                     /* of a note: its values go with the notes */
};
struct report_corrections {
    const struct report_correction *items; /* in the order in which they were made */
    size_t n;
    const char *drift; /* "decided at 3.8, now 3.6"; NULL: the decision stands on what is shown */
};

struct report {
    const struct report_style *style;
    const struct interview *iv;
    const struct candidate *contact;              /* NULL: not known */
    size_t nth;                                   /* of many, from 0 */
    const struct report_corrections *corrections; /* NULL: none */
    const struct report_sums *sums; /* CSV with a row per interview: in place of iv's kit and
                                       answers, which then may be missing; NULL: added up */
};

#endif
