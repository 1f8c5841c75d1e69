#include "base/checkup.h"

#include <stdarg.h>

void checkup_add(struct checkup *c, bool well, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    str_add(c->report, well ? "ok     " : "wrong  ");
    str_addv(c->report, fmt, ap);
    str_addc(c->report, '\n');
    va_end(ap);
    c->wrong |= !well;
}
