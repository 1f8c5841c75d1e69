#ifndef SLATE_BANK_READ_H
#define SLATE_BANK_READ_H

/* From the bytes of a YAML file to a `struct bank`, by libyaml's events straight into structs; the
 * only place that knows the schema (questionbanks/slate-bank.5 describes it for people). Every
 * scalar is read as text and typed by the schema, so `weight: yes` is an error with its line and
 * never 1.
 *
 * Every problem becomes a finding with line and column; reading goes on where it can, so that one
 * run names all. On true there was no error (warnings may be there) and the bank is complete. On
 * false the bank holds what could be read, for listing; both are released the same way.
 *
 *     struct bank b = {0};
 *     struct findings f = {0};
 *     bool good = bank_read(bytes.s, bytes.len, "post-producer", &b, &f);
 *
 * `bank` is written over, findings are added and sorted by place; at most 500 errors and 500
 * warnings are kept. Lines are counted as libyaml and finding_add_text do: CR, LF, CR LF, U+0085,
 * U+2028 and U+2029 end one. Texts come without the blanks and line breaks at their end; an empty
 * optional one counts as not given (s is NULL).
 *
 * Cost: one pass, memory at most about 1.2 times the file besides the file itself. Depth is limited
 * to 64, size to FILE_BANK_MAX.
 */

#include <stdbool.h>
#include <stddef.h>

#include "domain/bank.h"
#include "domain/finding.h"

/* `stem` is the file's name without its ending, to be compared with `bank:`; NULL: not compared. */
bool bank_read(const char *bytes, size_t n, const char *stem, struct bank *bank,
               struct findings *findings);

#endif
