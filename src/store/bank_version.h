#ifndef STORE_BANK_VERSION_H
#define STORE_BANK_VERSION_H

/* A bank file as rows: once for each content (SHA-256), every text exactly as it stood. */

#include "domain/bank.h"
#include "store/db.h"
#include "store/head.h"
#include "store/interviews.h"

/* What an interview of one level of one bank version points at. */
struct asked {
    int64_t bank_version, kit;
    int scale, questions, minutes;
};

/* Finds the version or stores it, all its levels, and tells about `level`. Inside a transaction. */
bool bank_version_keep(struct store *s, const struct store_bank *bank, enum level level,
                       struct asked *asked, struct err *e);
/* The level of a version that is stored; ERR_MISSING when it has no such level. */
bool bank_version_level(struct store *s, int64_t version, enum level level, struct asked *asked,
                        struct err *e);

/* Fills `kit` with the texts that the interview was asked with; all of it belongs to the arena. */
bool bank_version_kit(struct store *s, const struct head *head, struct kit *kit, struct arena *a,
                      struct err *e);

#endif
