#ifndef SLATE_APP_IMPORTING_H
#define SLATE_APP_IMPORTING_H

/* Importing a text as the draft of a question bank (bank/bank_import.h): first a preview with all
 * that is to be said about it, then a new file, never over another one.
 *
 *     struct import_request r = {.path = "colorist.txt"};
 *     struct importing im;
 *     if (import_preview(&app, &r, &im, &e)) {
 *         ... im.draft.notes, im.findings, im.draft.yaml.s, im.path.s ...
 *         import_write(&app, &im, &e);
 *     }
 *     import_release(&im);                (always) */

#include "app/app.h"
#include "bank/bank_import.h"

struct import_request {
    const char *path;  /* of the text */
    const char *as;    /* name of the bank to be; NULL: from its title, with a number when taken */
    const char *out;   /* file to write; NULL: the name in the user's own bank folder */
    bool windows_1252; /* the text is in that encoding */
};

struct importing {
    const char *source; /* import_request.path */
    struct draft draft;
    struct str path;          /* of the file to be */
    bool makes_folder;        /* it stands in a folder that is made for it */
    struct bank bank;         /* the draft as it is read ... */
    struct findings findings; /* ... and what reading and check have to say of it */
    size_t missing;           /* errors: what has to be added before it can be used */
    bool written;
};

/* Fails when the text cannot be read or has no question, when `as` is no name for a bank or that of
 * another one, when the file is there already. Writes nothing. */
bool import_preview(struct app *app, const struct import_request *r, struct importing *out,
                    struct err *e);
/* Writes the file; afterwards the app looks at its banks anew (pointers to them become invalid). */
bool import_write(struct app *app, struct importing *im, struct err *e);
void import_release(struct importing *im);

/* The questions of a bank as CSV (bank/bank_csv.h), added to `out`. Refused where the file could
 * not be read or its questions are not complete enough to be carried over without loss. */
bool app_bank_csv(struct app *app, const struct app_bank *b, struct str *out, struct err *e);

#endif
