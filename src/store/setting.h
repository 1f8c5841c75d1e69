#ifndef STORE_SETTING_H
#define STORE_SETTING_H

#include "store/db.h"

bool setting_find(struct store *s, const char *name, bool *found, struct err *e);

#endif
