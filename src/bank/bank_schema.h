#ifndef SLATE_BANK_SCHEMA_TABLES_H
#define SLATE_BANK_SCHEMA_TABLES_H

/* The bank format: its tables. questionbanks/slate-bank.5 says the same for people and
 * questionbanks/bank.schema.json for editors. */

#include "bank/schema.h"

extern const struct schema bank_schema; /* reads a struct bank */

#endif
