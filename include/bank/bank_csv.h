#ifndef SLATE_BANK_CSV_H
#define SLATE_BANK_CSV_H

/* The questions of a bank as a table, for a spreadsheet, and the way back from bank_import: the
 * table imported has the same questions, text for text (title, glossary and what else belongs to
 * the bank as a whole are not in it).
 *
 *     level,id,question,competency,why,listen for,red flags,probes,anchor 1,...,weight reason
 *
 * RFC 4180: CR LF behind each row, quotes where needed. A cell with several entries has a line for
 * each; where an entry would be mistaken for something else all of them begin with a dash. A cell
 * that a spreadsheet would take for a formula begins with an apostrophe. */

#include "base/str.h"
#include "domain/bank.h"

void bank_csv(const struct bank *bank, struct str *out);

#endif
