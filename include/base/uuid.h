#ifndef SLATE_BASE_UUID_H
#define SLATE_BASE_UUID_H

/* UUID version 7 (RFC 9562, 5.7): 48 bits of UTC milliseconds, then random bits. */

#include "base/sys.h"

#define UUID_TEXT 36

void uuid_new(struct sys *sys, char out[UUID_TEXT + 1]); /* lower case, NUL behind it */

#endif
