#ifndef SLATE_APP_BANK_EDITING_PARTS_H
#define SLATE_APP_BANK_EDITING_PARTS_H

/* A bank that is being edited, for the files that do it. */

#include "app/bank_editing.h"
#include "bank/edit_file.h"
#include "domain/bank.h"

struct bank_editing {
    struct app *app;
    struct edit_file file;
    bool copy; /* of one that may not be written; file.saved is that one's text */
    struct str notice, name;
    bool later; /* the check of a large bank is put off */
    bool read;  /* bank and findings are those of the current text */
    struct bank bank;
    struct findings findings;
    struct bank_view view;
    struct str key;  /* of what is kept of it in the store; "" before it is needed */
    struct str kept; /* the text that was kept last; "" for none */
    bool keeping;    /* what is kept is this editing's own, to be dropped when it is saved */
    bool begun;      /* and it is of a new bank, which would not be found without */
};

/* What was kept is in the file now, or was given up: only this editing's own is dropped. */
void bank_editing_forget(struct bank_editing *b);

#endif
