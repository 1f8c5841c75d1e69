#ifndef CLI_COMPARED_H
#define CLI_COMPARED_H

/* What `slate compare` and `slate shortlist` write alike. */

#include "app/comparison.h"
#include "base/json.h"

/* Sentences, wrapped, a point before each. */
void compared_add_remarks(struct str *out, const struct remarks *r);

void compared_json_remarks(struct json *o, const struct remarks *r);
/* "composite": hundredths, null where it is incomplete; with what it rests on. */
void compared_json_composite(struct json *o, const char *key, const struct composite *c);
/* "sem": hundredths, null where it is withheld, with the reason. */
void compared_json_sem(struct json *o, const struct sem *s);
void compared_json_head(struct json *o, const struct scored *s);

#endif
