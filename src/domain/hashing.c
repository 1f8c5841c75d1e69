#include "domain/hashing.h"

#include "base/str.h"
#include "base/utf8.h"

void hashing_text(struct hasher *h, const char *text)
{
    struct str composed = STR_INIT;
    if (text != NULL)
        utf8_nfc(&composed, text);
    hasher_field(h, text != NULL ? composed.s : NULL);
    str_release(&composed);
}
