#ifndef SLATE_BASE_UTF8_H
#define SLATE_BASE_UTF8_H

/* UTF-8: validity, steps, widths, folding.
 *
 * Offsets and lengths are bytes, widths are terminal columns. A "cluster" is what a reader calls a
 * character (extended grapheme cluster, Unicode UAX #29, by utf8proc): the cursor steps by it. The
 * width of a text is the sum of wcwidth() over its code points, because ncurses counts so; a code
 * point that wcwidth() does not know counts 1, one that is shown as a mark counts as its mark. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_BAD 0xFFFD /* REPLACEMENT CHARACTER, for a byte that is not UTF-8 */

/* Decodes one code point of s[0..n). Returns the bytes it took, at least 1 when n > 0 (a bad byte
 * is 1 byte and UTF8_BAD), 0 when n is 0. */
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);
size_t utf8_put(uint32_t cp, char out[4]); /* bytes written (jansson owns utf8_encode) */

/* True when all of s is UTF-8; else *bad (may be NULL) is the offset of the first bad byte. */
bool utf8_valid(const char *s, size_t n, size_t *bad);

/* Ends of clusters: the offset behind the cluster that starts at `at`, or the start of the one
 * before it. At the ends of the text they return n and 0. */
size_t utf8_next(const char *s, size_t n, size_t at);
size_t utf8_prev(const char *s, size_t n, size_t at);

int utf8_cp_width(uint32_t cp);          /* 0, 1 or 2 */
int utf8_width(const char *s, size_t n); /* columns */

bool utf8_is_control(uint32_t cp); /* C0 but for newline and tab, DEL, C1 */
bool utf8_is_bidi(uint32_t cp);    /* the embedding, override and isolate controls; LRM, RLM, ALM */

/* Part of a word, as the search index cuts them: letters, digits, marks over letters. */
bool utf8_is_word(uint32_t cp);

/* Adds s to out with everything that could drive a terminal shown as a mark: control characters as
 * U+2400.. pictures, bidirectional controls and bad bytes as U+FFFD. Newline and tab are kept when
 * `lines` is true and become a blank when it is false. */
void utf8_clean(struct str *out, const char *s, size_t n, bool lines);

/* Canonical composition (NFC): what is hashed and compared. Text that is not UTF-8 is cleaned
 * first. */
void utf8_nfc(struct str *out, const char *s);

/* Folded for search: compatibility-decomposed, case-folded, marks stripped ("Léa" -> "lea"),
 * letters that have no decomposition as they are typed without their stroke ("Søren Cœur" -> "soren
 * coeur"), runs of white space as one blank. */
void utf8_fold(struct str *out, const char *s);

/* A name for a file: "Léa Fournier, Soho" adds "lea-fournier-soho". Letters of scripts that do not
 * fold to ASCII stay, with `ascii` they are left out. At most `max` bytes; nothing when no letter
 * or digit is left. */
void utf8_slug(struct str *out, const char *s, size_t max, bool ascii);

/* Does each word of `typed` begin a word of `text`, folded? Words are what utf8_is_word cuts:
 * "fou le" and "léa" begin words of "Léa Fournier-Leblanc", "ournier" does not. Not of no word. */
bool utf8_has_words(const char *text, const char *typed);

#endif
