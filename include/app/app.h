#ifndef SLATE_APP_APP_H
#define SLATE_APP_APP_H

/* The context of a run: configuration, store, banks, the outside world. Screens and subcommands get
 * one and call use cases (app/live.h, app/starting.h, app/viewing.h); they see neither SQLite nor
 * YAML.
 *
 *     struct app app;
 *     app_init(&app, sys_real(), NULL);
 *     if (!app_open_store(&app, &e)) ...
 *     app_release(&app);
 *
 * Nothing is read before it is needed: the first screen costs the store and one query. */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/sys.h"
#include "config/config.h"
#include "domain/bank.h"
#include "domain/finding.h"
#include "domain/listing.h"

struct store;
struct app_banks;
struct live;
struct bank_yank;

struct app {
    struct sys sys;
    struct config config;
    struct store *store;     /* NULL until app_open_store */
    struct str db;           /* path given by --db or SLATE_DB, else the default; "" in memory */
    bool db_given;           /* by --db */
    bool homeless;           /* no place for a default: neither HOME nor XDG_DATA_HOME */
    struct app_banks *banks; /* NULL until app_banks is asked */
    struct live *live;       /* the interview that is open now (app/live.h), or NULL */
    struct bank_yank *yank;  /* a question that was taken along (app/bank_editing.h), or NULL */
    struct str me;           /* the interviewer: configuration, else the account */
    struct str rescued;      /* the file that text went to which could not be stored; else "" */
    bool rehearsal;          /* plays in memory, nothing is stored */
    unsigned law;            /* whose law banks are checked by, see app_set_law; 0: all */
    bool demo;               /* invented candidates, marked as such on every screen */
    bool (*waiting)(void *); /* see app_set_waiting */
    void *waiting_data;
    void (*updating)(const char *path); /* see store/store.h; set before the store is opened */
};

/* `db` overrides SLATE_DB and the default; NULL: not given, "": in memory. The app must not move
 * afterwards: its store looks at its clock. */
void app_init(struct app *app, struct sys sys, const char *db);
void app_release(struct app *app);

/* Opens what `app->db` names, or a store in memory for a rehearsal and for a demo that was given no
 * file. Open already: does nothing. */
bool app_open_store(struct app *app, struct err *e);
bool app_has_store_file(const struct app *app); /* the file is there */

int64_t app_now(struct app *app); /* UTC ms */
int64_t app_mono(struct app *app);
int app_offset(struct app *app, int64_t at); /* minutes */

/* What the user should know before anything else, a line each: text of an earlier run that could
 * not be stored and waits in a file, lines of the configuration that were passed over. */
void app_add_news(struct app *app, struct str *out);
/* Where such text is kept, added to `out`; nothing for a store in memory. */
void app_rescue_path(const struct app *app, struct str *out);

/* After painting, before the next key: makes what was committed durable. */
bool app_sync(struct app *app, struct err *e);
/* When nothing has happened for a while. */
void app_idle(struct app *app);
/* Lets a query that runs ask whether the next key is there already. Before or after the store was
 * opened. */
void app_set_waiting(struct app *app, bool (*waiting)(void *), void *data);

/* The first screen and `slate list`. */
bool app_home(struct app *app, int limit, struct home_rows *out, struct err *e);
/* The same rows as they were kept where nothing was written since (store/kept.h), while the store
 * is not open yet, and without opening it. They are for painting at once: before anything is done
 * with them app_home is asked. False when there are none. */
bool app_kept_home(struct app *app, int limit, struct home_rows *out);
/* The file that keeps them, added to `out`; nothing for a store in memory. */
void app_kept_path(const struct app *app, struct str *out);
/* Keeps what app_home gave last. After painting: it writes a file. */
void app_keep_home(struct app *app, const struct home_rows *rows);
bool app_list(struct app *app, const struct list_filter *f, struct interview_rows *out,
              struct err *e);
/* A page of it by key, see store/lists.h. */
bool app_page(struct app *app, const struct list_filter *f, const struct page_from *from,
              struct interview_rows *out, struct err *e);

/* Gives an open or planned interview up (kept, no composite), and takes an abandoned one up again.
 */
bool app_abandon(struct app *app, int64_t id, struct err *e);
bool app_reopen(struct app *app, int64_t id, struct err *e);

/* What a form had when it was left, kept per key: name is "new.candidate" and so on. app_draft puts
 * it into `out`; false when there is none. */
bool app_draft(struct app *app, const char *name, struct str *out);
bool app_set_draft(struct app *app, const char *name, const char *value, struct err *e);
bool app_drop_drafts(struct app *app, const char *prefix, struct err *e);

/* ---- banks ---- */

struct app_bank {
    const char *name, *path, *title; /* title: the name when the file is broken */
    const char *hidden_by;           /* path used instead, or NULL */
    bool good;
    size_t errors, warnings;
    size_t missing; /* a draft: not good, but every error says only what is missing; else 0 */
    const struct bank *bank;         /* what was read; texts incomplete when not good */
    const struct findings *findings; /* of reading, after app_bank_check of the check; never NULL */
    const char *bytes;               /* the file */
    size_t n;
    const char *trouble; /* why it could not be read at all, or NULL */
};

/* Folders are looked at in this order: `banks:` of the configuration, ./questionbanks, the user's
 * data folder, the system's. A file is read once, when it is first asked for; a broken one is
 * listed with its reason. */
size_t app_banks(struct app *app); /* how many, hidden ones too */
const struct app_bank *app_bank_at(struct app *app, size_t i);
/* By name, those that are hidden left out; or by path when `name` has a slash or ends in .yaml or
 * .yml. NULL when there is none: the err lists what there is. */
const struct app_bank *app_bank_find(struct app *app, const char *name, struct err *e);
/* Says what is weak in it (bank/bank_check.h), once: findings and counts grow. Reads all banks,
 * whose glossaries it needs. */
void app_bank_check(struct app *app, const struct app_bank *b);
/* Whose law that goes by: "us", "us-ca", "us-ny", "uk", "eu", "fr", several parted by commas; adds
 * to what was set before. All of them unless set. */
bool app_set_law(struct app *app, const char *list, struct err *e);
/* Forget what was read, so that the next question looks again. Pointers from before become invalid.
 */
void app_banks_forget(struct app *app);
/* Forgets the question that was taken along. app_release does. */
void app_drop_yank(struct app *app);
/* The folders, for `slate paths`; returns how many. Belong to the app until app_banks_forget. */
size_t app_bank_folders(struct app *app, const char *const **folders);
/* What is wrong with the folders themselves: one that cannot be read. */
const struct findings *app_bank_troubles(struct app *app);
/* The level as text for paper, 78 columns, added to `out`. Refused for a bank with errors. */
bool app_bank_print(struct app *app, const struct app_bank *b, enum level level, struct str *out,
                    struct err *e);

/* ---- care ---- */
/* Adds a line for each thing looked at, "ok     ..." or "wrong  ...": configuration, banks, store.
 * False when something is wrong; `e` is set only where the store could not be looked at. A store
 * that is not there yet is no fault and is not made. */
bool app_doctor(struct app *app, struct str *report, struct err *e);

#endif
