#ifndef STORE_HOME_H
#define STORE_HOME_H

#include "store/db.h"

const char *home_query(void); /* the text of its statement */
bool home_prepare(struct store *s, struct err *e);

#endif
