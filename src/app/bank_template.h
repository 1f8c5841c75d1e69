#ifndef SLATE_APP_BANK_TEMPLATE_H
#define SLATE_APP_BANK_TEMPLATE_H

/* A new bank to begin with: whole enough to be used, short enough to be read. */

#include "base/str.h"

/* Adds the file's text; `title` stands in quotes. */
void bank_template(struct str *out, const char *name, const char *title);

#endif
