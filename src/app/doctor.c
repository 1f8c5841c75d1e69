#include "app/app.h"

#include <string.h>
#include <unistd.h>

#include "base/checkup.h"
#include "base/file.h"
#include "base/path.h"
#include "store/store.h"

struct visit {
    struct app *app;
    struct checkup checkup;
};

static void look_at_config(struct visit *v)
{
    const struct config *config = &v->app->config;
    const char *line = config->warnings.s;
    if (*line == '\0')
        checkup_add(&v->checkup, true, "configuration: %s%s", config->path.s,
                    file_exists(config->path.s) ? "" : " (none, that is fine)");
    while (*line != '\0') {
        size_t n = strcspn(line, "\n");
        checkup_add(&v->checkup, false, "configuration: %.*s", (int)n, line);
        line += n + (line[n] == '\n');
    }
}

/* One that is hidden is not used, whatever stands in it. */
static bool look_at_bank(struct visit *v, const struct app_bank *b)
{
    if (b->hidden_by != NULL)
        return false;
    if (b->trouble != NULL)
        checkup_add(&v->checkup, false, "question bank: %s", b->trouble);
    else if (b->missing > 0)
        checkup_add(&v->checkup, true,
                    "draft of a bank %s: %zu thing%s missing, \"slate bank check %s\" names them",
                    b->path, b->missing, b->missing == 1 ? "" : "s", b->name);
    else if (!b->good)
        checkup_add(&v->checkup, false,
                    "question bank %s: %zu to mend, \"slate bank check %s\" shows where", b->path,
                    b->errors, b->name);
    return b->good;
}

static void look_at_banks(struct visit *v)
{
    const struct findings *troubles = app_bank_troubles(v->app);
    size_t good = 0, n = app_banks(v->app);
    for (size_t i = 0; i < troubles->n; i++)
        checkup_add(&v->checkup, false, "question banks: %s", troubles->items[i].what);
    for (size_t i = 0; i < n; i++)
        good += look_at_bank(v, app_bank_at(v->app, i));
    checkup_add(&v->checkup, good > 0, "question banks: %zu can be used%s", good,
                good > 0 ? "" : "; \"slate paths\" says where they are looked for");
}

/* A file that is yet to be made: the nearest folder above it must let us make it. */
static void look_at_folder(struct visit *v)
{
    const char *db = v->app->db.s;
    struct str folder = STR_INIT, above = STR_INIT;
    path_folder(&folder, db);
    while (!file_exists(folder.s) && strcmp(folder.s, ".") != 0) {
        str_clear(&above);
        path_folder(&above, folder.s);
        str_set(&folder, above.s);
    }
    if (access(folder.s, W_OK | X_OK) == 0)
        checkup_add(&v->checkup, true,
                    "interviews: %s is not there yet, it is made when it is needed", db);
    else
        checkup_add(&v->checkup, false,
                    "interviews: %s is not there yet, and nothing may be written in %s: change its "
                    "permissions, or name another file with --db",
                    db, folder.s);
    str_release(&folder);
    str_release(&above);
}

/* Looking makes no file. */
static bool look_at_store(struct visit *v, struct err *e)
{
    struct app *app = v->app;
    if (app->store == NULL && app->db.len > 0 && !app_has_store_file(app)) {
        look_at_folder(v);
        return true;
    }
    if (!app_open_store(app, e))
        return false;
    checkup_add(&v->checkup, true, "interviews: %s", store_path(app->store));
    return store_doctor(app->store, v->checkup.report, e);
}

bool app_doctor(struct app *app, struct str *report, struct err *e)
{
    struct visit v = {.app = app, .checkup = {.report = report}};
    look_at_config(&v);
    look_at_banks(&v);
    return look_at_store(&v, e) && !v.checkup.wrong;
}
