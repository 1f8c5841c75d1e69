#ifndef SLATE_BANK_CHECK_SETUP_H
#define SLATE_BANK_CHECK_SETUP_H

/* What a check of a bank goes by. All zeros is a good start. */

#include "bank/law.h"
#include "bank/terms.h"

struct check_setup {
    struct law *law;           /* made once for many banks; NULL: made here, of LAW_ALL */
    const struct terms *terms; /* of all banks; NULL: no check of the glossary */
};

#endif
