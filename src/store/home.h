#ifndef STORE_HOME_H
#define STORE_HOME_H

#include "store/db.h"

bool home_prepare(struct store *s, struct err *e);

#endif
