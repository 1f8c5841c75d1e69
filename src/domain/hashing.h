#ifndef SLATE_DOMAIN_HASHING_H
#define SLATE_DOMAIN_HASHING_H

#include "base/hash.h"

/* Feeds a text in NFC with its length; NULL stays apart from the empty text. */
void hashing_text(struct hasher *h, const char *text);

#endif
