#ifndef SLATE_REPORT_PAGE_H
#define SLATE_REPORT_PAGE_H

/* The parts of an HTML page that say how it looks: style sheet and bars. */

#include "base/str.h"
#include "domain/composite.h"

/* Up to and with <body>. The title is escaped here. */
void page_begin(struct str *out, const char *title);
void page_end(struct str *out);

/* A score as boxes, as many as the scale has, the first ones full: it reads without colour. */
void page_boxes(struct str *out, int score, int scale);

/* A mean as a bar from 0 to the scale, with a tick at each point. */
void page_bar(struct str *out, int hundredths, int scale);

#endif
