#include "app/bank_editing.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/bank_editing_parts.h"
#include "app/bank_template.h"
#include "app/banks.h"
#include "bank/bank_read.h"
#include "base/path.h"
#include "base/vec.h"
#include "store/banks.h"

#define CHECKED_AT_ONCE ((size_t)128 << 10) /* bytes */

/* ---- what it reads as ---- */

static void forget_reading(struct bank_editing *b)
{
    bank_release(&b->bank);
    findings_release(&b->findings);
    b->bank = (struct bank){.arena = ARENA_INIT};
    b->findings = (struct findings){.arena = ARENA_INIT};
    b->read = false;
}

static bool is_dirty(const struct bank_editing *b)
{
    const struct str *now = bank_edit_bytes(b->file.edit);
    if (!b->copy)
        return edit_file_dirty(&b->file);
    return now->len != b->file.saved.len || memcmp(now->s, b->file.saved.s, now->len) != 0;
}

/* The list has read it already; only a screen, over the list, may take that. */
static bool take_reading(struct bank_editing *b, const struct str *bytes)
{
    struct bank_reading taken;
    if (!b->later || b->view.path != NULL || !banks_take(b->app, b->file.path, bytes, &taken))
        return false;
    b->bank = taken.bank;
    b->findings = taken.findings;
    b->view.good = taken.good;
    b->view.checked = taken.checked;
    return true;
}

static void read_anew(struct bank_editing *b)
{
    const struct str *bytes = bank_edit_bytes(b->file.edit);
    struct str stem = STR_INIT;
    forget_reading(b);
    path_stem(&stem, b->file.path);
    b->view.checked = false;
    if (!take_reading(b, bytes))
        b->view.good = bank_read(bytes->s, bytes->len, stem.s, &b->bank, &b->findings);
    findings_sort(&b->findings);
    str_set(&b->name, stem.s);
    str_release(&stem);
    b->view.dirty = is_dirty(b);
    b->view.kept = false;
    b->read = true;
    if (!b->later || bytes->len <= CHECKED_AT_ONCE)
        bank_editing_check(b);
}

void bank_editing_check(struct bank_editing *b)
{
    if (!b->read)
        read_anew(b);
    if (b->view.checked)
        return;
    struct check_setup setup = banks_check_setup(b->app);
    bank_check(&b->bank, &setup, &b->findings);
    findings_sort(&b->findings);
    b->view.checked = true;
}

void bank_editing_check_later(struct bank_editing *b)
{
    b->later = true;
}

const struct bank_view *bank_editing_view(struct bank_editing *b)
{
    struct bank_view *v = &b->view;
    const struct str *bytes = bank_edit_bytes(b->file.edit);
    if (!b->read)
        read_anew(b);
    v->name = b->name.s;
    v->path = b->file.path;
    v->title = b->bank.title.s != NULL ? b->bank.title.s : b->name.s;
    v->bank = &b->bank;
    v->findings = &b->findings;
    v->errors = findings_errors(&b->findings);
    v->warnings = b->findings.n - v->errors;
    v->bytes = bytes->s;
    v->n = bytes->len;
    v->fresh = b->file.fresh;
    v->undo = bank_edit_undo_what(b->file.edit);
    v->redo = bank_edit_redo_what(b->file.edit);
    v->notice = b->notice.len > 0 ? b->notice.s : NULL;
    return v;
}

/* ---- opening ---- */

static struct bank_editing *editing_new(struct app *app)
{
    struct bank_editing *b = xcalloc(1, sizeof *b);
    b->app = app;
    str_init(&b->notice);
    str_init(&b->name);
    str_init(&b->key);
    str_init(&b->kept);
    return b;
}

void bank_editing_close(struct bank_editing *b)
{
    if (b == NULL)
        return;
    forget_reading(b);
    edit_file_release(&b->file);
    str_release(&b->notice);
    str_release(&b->name);
    str_release(&b->key);
    str_release(&b->kept);
    free(b);
}

static struct bank_editing *give_up(struct bank_editing *b)
{
    bank_editing_close(b);
    return NULL;
}

/* $XDG_DATA_HOME/slate/questionbanks/FILE */
static bool own_path(struct app *app, const char *file, struct str *out, struct err *e)
{
    struct str home = STR_INIT, folder = STR_INIT;
    bool known = path_home(&home, PATH_DATA, &app->sys, e);
    if (known) {
        path_join(&folder, home.s, "questionbanks");
        path_join(out, folder.s, file);
    }
    str_release(&home);
    str_release(&folder);
    return known;
}

/* What came with slate is left as it came, even for one who could write it (root): the next version
 * of slate would write over it. */
static bool is_systems(struct app *app, const char *path)
{
    struct str folder = STR_INIT, systems = STR_INIT, own = STR_INIT;
    struct err none = ERR_INIT;
    struct stat theirs, here, mine;
    path_folder(&folder, path);
    banks_system_folder(app, &systems);
    bool is = stat(systems.s, &theirs) == 0 && stat(folder.s, &here) == 0 &&
              theirs.st_dev == here.st_dev && theirs.st_ino == here.st_ino;
    if (is && own_path(app, ".", &own, &none) && stat(own.s, &mine) == 0)
        is = mine.st_dev != here.st_dev || mine.st_ino != here.st_ino;
    str_release(&folder);
    str_release(&systems);
    str_release(&own);
    return is;
}

/* Does a folder in front of the user's own have a bank of that file name? By its name slate finds
 * that one. */
static bool is_hidden(struct app *app, const char *own)
{
    struct str folder = STR_INIT, path = STR_INIT;
    const char *const *folders;
    bool hidden = false;
    size_t n = app_bank_folders(app, &folders);
    path_folder(&folder, own);
    for (size_t i = 0; i < n && !hidden && strcmp(folders[i], folder.s) != 0; i++) {
        str_clear(&path);
        path_join(&path, folders[i], path_base(own));
        hidden = file_exists(path.s);
    }
    str_release(&folder);
    str_release(&path);
    return hidden;
}

/* Both paths for being read: ~/... Short enough for three lines of a narrow screen. */
static void add_notice(struct bank_editing *b, const char *theirs, const char *own, bool hidden)
{
    struct str folder = STR_INIT;
    str_addf(&b->notice, "%s stays as it is: saving makes a copy of your own, %s.", theirs, own);
    path_folder(&folder, own);
    if (hidden)
        str_addf(&b->notice,
                 " To have slate use that, write \"banks: %s\" into your configuration.", folder.s);
    str_release(&folder);
}

/* Goes on with a copy of the user's own, which hides the one they may not change unless that comes
 * first. */
static bool go_on_with_copy(struct bank_editing *b, struct err *e)
{
    struct str path = STR_INIT, theirs = STR_INIT, own = STR_INIT;
    struct edit_file copy;
    bool good = own_path(b->app, path_base(b->file.path), &path, e);
    path_short(&theirs, b->file.path, &b->app->sys);
    path_short(&own, path.s, &b->app->sys);
    if (good && file_exists(path.s))
        good =
            err_set(e, ERR_REFUSED,
                    "%s stays as it is: you have a bank of your own by that name, %s: change that "
                    "one.",
                    theirs.s, own.s);
    good = good && edit_file_start(&copy, path.s, &b->file.saved, e);
    if (good) {
        add_notice(b, theirs.s, own.s, is_hidden(b->app, path.s));
        copy.saved = b->file.saved;
        str_init(&b->file.saved);
        edit_file_release(&b->file);
        b->file = copy;
        b->copy = true;
    }
    str_release(&path);
    str_release(&theirs);
    str_release(&own);
    return good;
}

struct bank_editing *bank_editing_open(struct app *app, const char *name, struct err *e)
{
    const struct app_bank *known = app_bank_find(app, name, e);
    if (known == NULL)
        return NULL;
    struct bank_editing *b = editing_new(app);
    if (!edit_file_open(&b->file, known->path, e))
        return give_up(b);
    if ((!edit_file_may_write(&b->file) || is_systems(app, known->path)) && !go_on_with_copy(b, e))
        return give_up(b);
    return b;
}

static bool is_path(const char *name)
{
    size_t n = strlen(name);
    return strchr(name, '/') != NULL || (n > 5 && strcmp(name + n - 5, ".yaml") == 0) ||
           (n > 4 && strcmp(name + n - 4, ".yml") == 0);
}

static bool is_bank_name(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
    return n > 0 && s[n] == '\0';
}

/* Where a new bank goes. */
static bool new_path(struct app *app, const char *name, struct str *out, struct err *e)
{
    struct str stem = STR_INIT, file = STR_INIT;
    struct err none = ERR_INIT;
    path_stem(&stem, name);
    bool good = is_bank_name(stem.s) ||
                err_set(e, ERR_INPUT,
                        "a bank's name is one word of letters from a to z, digits, - and _, not "
                        "\"%.60s\"",
                        stem.s);
    const struct app_bank *there = good ? app_bank_find(app, name, &none) : NULL;
    if (there != NULL)
        good = err_set(e, ERR_REFUSED, "there is a bank %s already, at %s", stem.s, there->path);
    str_addf(&file, "%s.yaml", stem.s);
    if (good && is_path(name))
        str_add(out, name);
    else if (good)
        good = own_path(app, file.s, out, e);
    str_release(&stem);
    str_release(&file);
    return good;
}

struct bank_editing *bank_editing_draft(struct app *app, const char *name, const struct str *bytes,
                                        struct err *e)
{
    struct bank_editing *b = editing_new(app);
    struct str path = STR_INIT;
    bool good = new_path(app, name, &path, e) && edit_file_start(&b->file, path.s, bytes, e);
    str_release(&path);
    return good ? b : give_up(b);
}

struct bank_editing *bank_editing_new(struct app *app, const char *name, const char *title,
                                      struct err *e)
{
    struct str stem = STR_INIT, bytes = STR_INIT;
    path_stem(&stem, name);
    bank_template(&bytes, stem.s, title != NULL && title[0] != '\0' ? title : stem.s);
    struct bank_editing *b = bank_editing_draft(app, name, &bytes, e);
    str_release(&stem);
    str_release(&bytes);
    return b;
}

/* ---- the file ---- */

struct diff_text bank_editing_saved(const struct bank_editing *b)
{
    return (struct diff_text){b->file.saved.s, b->file.saved.len};
}

struct diff_text bank_editing_current(const struct bank_editing *b)
{
    const struct str *now = bank_edit_bytes(b->file.edit);
    return (struct diff_text){now->s, now->len};
}

void bank_editing_diff(struct bank_editing *b, int context, struct diff *out)
{
    diff_lines(bank_editing_saved(b), bank_editing_current(b), context, out);
}

void bank_editing_unified(struct bank_editing *b, struct str *out)
{
    diff_unified(out, b->file.path, bank_editing_saved(b), bank_editing_current(b));
}

bool bank_editing_changed(struct bank_editing *b, struct str *diff)
{
    if (!edit_file_changed(&b->file))
        return false;
    struct str now = STR_INIT;
    struct err none = ERR_INIT;
    if (diff != NULL && file_read(b->file.path, FILE_BANK_MAX, &now, NULL, &none))
        diff_unified(diff, b->file.path, bank_editing_saved(b), (struct diff_text){now.s, now.len});
    str_release(&now);
    return true;
}

static void is_saved(struct bank_editing *b)
{
    bank_editing_forget(b);
    b->copy = false;
    b->read = false;
    str_clear(&b->notice);
    app_banks_forget(b->app);
}

bool bank_editing_save(struct bank_editing *b, struct err *e)
{
    struct str folder = STR_INIT;
    path_folder(&folder, b->file.path);
    bool good = !b->file.fresh || file_make_dirs(folder.s, 0755, e);
    str_release(&folder);
    if (!good || !edit_file_save(&b->file, e))
        return false;
    is_saved(b);
    return true;
}

bool bank_editing_save_as(struct bank_editing *b, const char *path, struct err *e)
{
    if (!edit_file_save_as(&b->file, path, e))
        return false;
    is_saved(b);
    return true;
}

bool bank_editing_reload(struct bank_editing *b, struct err *e)
{
    if (b->file.fresh)
        return err_set(e, ERR_REFUSED, "there is no file to be read again yet");
    b->read = false;
    app_banks_forget(b->app);
    if (!edit_file_reload(&b->file, e))
        return false;
    bank_editing_forget(b);
    return true;
}

static bool uses_of(struct app *app, const char *name, struct diff_text text, struct bank_uses *out,
                    struct err *e)
{
    struct store_bank_uses uses = {0, 0};
    *out = (struct bank_uses){0, 0};
    if (app->store == NULL)
        return true;
    struct hash hash = hash_of(text.s, text.n);
    if (!store_bank_uses(app->store, &hash, name, &uses, e))
        return false;
    *out = (struct bank_uses){uses.version, uses.bank};
    return true;
}

bool bank_editing_uses(struct bank_editing *b, struct bank_uses *out, struct err *e)
{
    return uses_of(b->app, bank_editing_view(b)->name, bank_editing_saved(b), out, e);
}

bool bank_uses_of(struct app *app, const struct app_bank *b, struct bank_uses *out, struct err *e)
{
    return uses_of(app, b->name, (struct diff_text){b->bytes, b->n}, out, e);
}
