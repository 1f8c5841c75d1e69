#ifndef STORE_EDITS_H
#define STORE_EDITS_H

/* Typing: edits appended per key, folded into the text when the field is left. */

#include "store/db.h"
#include "store/interviews.h"

/* Sets the text of a slot; the log and nothing else. Inside a transaction. */
bool edits_set_text(struct store *s, const struct store_write *w, const char *value, struct err *e);
/* Folds the edits of one slot; the index is the caller's. Inside a transaction. */
bool edits_fold(struct store *s, const struct store_write *w, struct err *e);
/* ... of all slots of the interview, each at the time of its last edit, and the index. */
bool edits_fold_all(struct store *s, int64_t interview, struct err *e);
/* Replays the edits of a slot on the text it has; *any when there were some. */
bool edits_replay(struct store *s, const struct store_write *w, struct str *text, bool *any,
                  struct err *e);

#endif
