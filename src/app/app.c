#include "app/app.h"

#include "base/file.h"
#include "base/path.h"
#include "store/interviews.h"
#include "store/kept.h"
#include "store/lists.h"
#include "store/store.h"

static void choose_db(struct app *app, const char *given)
{
    const char *named = given != NULL ? given : app->sys.env(&app->sys, "SLATE_DB");
    struct str folder = STR_INIT;
    struct err e = ERR_INIT;
    app->db_given = given != NULL;
    if (named != NULL)
        str_set(&app->db, named);
    else if (path_home(&folder, PATH_DATA, &app->sys, &e)) /* app_open_store says it when not */
        path_join(&app->db, folder.s, "slate.db");
    else
        app->homeless = true;
    str_release(&folder);
}

void app_init(struct app *app, struct sys sys, const char *db)
{
    *app = (struct app){.sys = sys, .db = STR_INIT, .me = STR_INIT, .rescued = STR_INIT};
    config_load(&app->config, &app->sys);
    if (app->config.interviewer.len > 0)
        str_set(&app->me, app->config.interviewer.s);
    else
        config_account(&app->me);
    choose_db(app, db);
}

void app_release(struct app *app)
{
    app_banks_forget(app);
    app_drop_yank(app);
    store_close(app->store);
    app->store = NULL;
    config_release(&app->config);
    str_release(&app->db);
    str_release(&app->me);
    str_release(&app->rescued);
}

static bool in_memory(const struct app *app)
{
    return app->rehearsal || (app->demo && !app->db_given);
}

static struct store_setup setup_of(struct app *app)
{
    return (struct store_setup){
        .path = app->db.len > 0 ? app->db.s : NULL,
        .sys = &app->sys,
        .updating = app->updating,
        .me = app->me.len > 0 ? app->me.s : NULL,
    };
}

bool app_open_store(struct app *app, struct err *e)
{
    struct str folder = STR_INIT;
    if (app->store != NULL)
        return true;
    if (app->homeless && !in_memory(app)) {
        path_home(&folder, PATH_DATA, &app->sys, e);
        str_release(&folder);
        return false;
    }
    if (in_memory(app))
        str_clear(&app->db);
    struct store_setup setup = setup_of(app);
    app->store = store_open(&setup, e);
    if (app->store != NULL)
        store_set_waiting(app->store, app->waiting, app->waiting_data);
    return app->store != NULL;
}

bool app_has_store_file(const struct app *app)
{
    return app->db.len > 0 && file_exists(app->db.s);
}

void app_rescue_path(const struct app *app, struct str *out)
{
    if (!in_memory(app) && app->db.len > 0)
        str_addf(out, "%s-unsaved.txt", app->db.s);
}

void app_add_news(struct app *app, struct str *out)
{
    struct str path = STR_INIT;
    app_rescue_path(app, &path);
    if (path.len > 0 && file_exists(path.s))
        str_addf(out,
                 "Text that could not be stored is in %s: paste it back, then delete that file.\n",
                 path.s);
    str_add(out, app->config.warnings.s);
    str_release(&path);
}

int64_t app_now(struct app *app)
{
    return app->sys.wall_ms(&app->sys);
}

int64_t app_mono(struct app *app)
{
    return app->sys.mono_ms(&app->sys);
}

int app_offset(struct app *app, int64_t at)
{
    return app->sys.offset_min(&app->sys, at);
}

bool app_sync(struct app *app, struct err *e)
{
    return app->store == NULL || store_sync(app->store, e);
}

void app_idle(struct app *app)
{
    if (app->store != NULL)
        store_idle(app->store);
}

void app_set_waiting(struct app *app, bool (*waiting)(void *), void *data)
{
    app->waiting = waiting;
    app->waiting_data = data;
    if (app->store != NULL)
        store_set_waiting(app->store, waiting, data);
}

bool app_home(struct app *app, int limit, struct home_rows *out, struct err *e)
{
    return app_open_store(app, e) && store_home(app->store, limit, out, e);
}

bool app_kept_home(struct app *app, int limit, struct home_rows *out)
{
    struct store_setup setup = setup_of(app);
    *out = (struct home_rows){0};
    return app->store == NULL && !in_memory(app) && store_kept_home(&setup, limit, out);
}

void app_kept_path(const struct app *app, struct str *out)
{
    if (app->db.len > 0)
        store_kept_path(out, app->db.s);
}

void app_keep_home(struct app *app, const struct home_rows *rows)
{
    if (app->store != NULL)
        store_keep_home(app->store, rows);
}

/* The place of one that was not begun is not known: it is here. */
static void place_planned(struct app *app, struct interview_rows *rows)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->items[i].started_at == 0)
            rows->items[i].offset_min = app_offset(app, rows->items[i].planned_at);
}

bool app_list(struct app *app, const struct list_filter *f, struct interview_rows *out,
              struct err *e)
{
    if (!app_open_store(app, e) || !store_list(app->store, f, out, e))
        return false;
    place_planned(app, out);
    return true;
}

bool app_page(struct app *app, const struct list_filter *f, const struct page_from *from,
              struct interview_rows *out, struct err *e)
{
    if (!app_open_store(app, e) || !store_page(app->store, f, from, out, e))
        return false;
    place_planned(app, out);
    return true;
}

bool app_abandon(struct app *app, int64_t id, struct err *e)
{
    if (!app_open_store(app, e) || !store_claim(app->store, id, e))
        return false;
    bool ok = store_abandon(app->store, id, app_now(app), e);
    store_leave(app->store, id);
    return ok;
}

bool app_reopen(struct app *app, int64_t id, struct err *e)
{
    return app_open_store(app, e) && store_reopen(app->store, id, app_now(app), e);
}

/* ---- drafts: settings under a name of their own ---- */

static void draft_name(struct str *out, const char *name)
{
    str_add(out, "draft.");
    str_add(out, name);
}

bool app_draft(struct app *app, const char *name, struct str *out)
{
    struct str key = STR_INIT;
    draft_name(&key, name);
    bool there = app->store != NULL && store_setting(app->store, key.s, out);
    str_release(&key);
    return there;
}

bool app_set_draft(struct app *app, const char *name, const char *value, struct err *e)
{
    struct str key = STR_INIT;
    draft_name(&key, name);
    bool ok = app_open_store(app, e) && store_set_setting(app->store, key.s, value, e);
    str_release(&key);
    return ok;
}

bool app_drop_drafts(struct app *app, const char *prefix, struct err *e)
{
    struct str key = STR_INIT;
    draft_name(&key, prefix);
    bool ok = app_open_store(app, e) && store_clear_settings(app->store, key.s, e);
    str_release(&key);
    return ok;
}
