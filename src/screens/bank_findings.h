#ifndef SLATE_SCREENS_BANK_FINDINGS_H
#define SLATE_SCREENS_BANK_FINDINGS_H

/* What is wrong or weak at a place of a bank, under a rule: the first ones, whole where they fit.
 * Without any the notice of the editing (a bank that will be copied first), if there is one. */

#include "app/bank_editing.h"
#include "tui/canvas.h"

/* A field without any shows those of its question. */
void bank_findings_draw(struct bank_editing *edit, const char *place, struct canvas *c,
                        struct area a);

/* Those at one line of the file only; 0: none. */
void bank_findings_draw_at(struct bank_editing *edit, uint32_t line, struct canvas *c,
                           struct area a);

#endif
