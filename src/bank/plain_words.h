#ifndef SLATE_BANK_PLAIN_WORDS_H
#define SLATE_BANK_PLAIN_WORDS_H

/* What libyaml means, in words for somebody who does not know YAML: what is wrong at which place
 * and what to do about it. libyaml 0.2.5's own messages name its grammar ("mapping values are not
 * allowed in this context"), not the mistake; the text around the place tells which one it was. */

struct events;

/* Reports the error that ended the parser. */
void plain_words_report(struct events *ev);

#endif
