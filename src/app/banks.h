#ifndef SLATE_APP_BANKS_H
#define SLATE_APP_BANKS_H

/* What only app's own files need of the banks: the file as it is at this moment, for an interview
 * that is planned or started. */

#include "app/app.h"
#include "bank/bank_dir.h"
#include "store/interviews.h"

/* Reads the bank again, by the name or path app_bank_find takes. Fails when it is gone, cannot be
 * read, has errors, or has no question for `level`. On success `out` is released with
 * bank_file_release. */
bool banks_fresh(struct app *app, const char *name, enum level level, struct bank_file *out,
                 struct err *e);

/* What the check of a bank goes by; valid until app_banks_forget. Reads all banks. */
struct check_setup banks_check_setup(struct app *app);

/* Where the banks are that came with slate: SLATE_DATADIR of the environment, else as it was built.
 */
void banks_system_folder(struct app *app, struct str *out);

/* Hands over what the bank at `path` was read as, when it has been read and is of these bytes, so
 * that it need not be read twice. The list reads it anew when it is asked again: what app_bank_at
 * gave for it is not to be looked at before. */
struct bank_reading {
    struct bank bank;
    struct findings findings;
    bool good, checked;
};
bool banks_take(struct app *app, const char *path, const struct str *bytes,
                struct bank_reading *out);

struct store_bank banks_for_store(const struct bank_file *file);

#endif
