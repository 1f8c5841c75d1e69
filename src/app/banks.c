#include "app/banks.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/options.h"
#include "base/path.h"
#include "base/vec.h"

/* A bank and what it was read into. It never moves: app_bank points into it. */
struct loaded {
    struct app_bank bank;
    struct bank_file file;
    struct findings none;
    struct str trouble;
    bool read, checked;
    char *own_name, *own_path; /* of those that were named by path */
    struct loaded *next;
};

struct folders {
    char **items;
    size_t n, cap;
};

struct app_banks {
    struct folders folders;
    struct bank_dir dir;
    struct findings troubles;
    struct loaded *items; /* one for each entry of dir */
    struct loaded *by_path;
    struct terms *terms; /* of all good ones; NULL until something is checked */
    struct law *law;     /* likewise */
};

/* ---- folders ---- */

static bool same_place(const char *a, const char *b)
{
    struct stat sa, sb;
    if (stat(a, &sa) != 0 || stat(b, &sb) != 0)
        return strcmp(a, b) == 0;
    return sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
}

/* A folder that stands there twice would hide its own banks. */
static void add_folder(struct folders *folders, const char *path)
{
    for (size_t i = 0; i < folders->n; i++)
        if (same_place(folders->items[i], path))
            return;
    *VEC_PUSH(folders) = xstrdup(path);
}

void banks_system_folder(struct app *app, struct str *out)
{
    const char *set = app->sys.env(&app->sys, "SLATE_DATADIR");
    path_join(out, set != NULL && set[0] != '\0' ? set : SLATE_DATADIR, "questionbanks");
}

static void find_folders(struct app *app, struct folders *out)
{
    struct str home = STR_INIT, data = STR_INIT, systems = STR_INIT;
    struct err e = ERR_INIT;
    if (app->config.banks.len > 0)
        add_folder(out, app->config.banks.s);
    add_folder(out, "questionbanks");
    if (path_home(&home, PATH_DATA, &app->sys, &e)) { /* without one there is no such folder */
        path_join(&data, home.s, "questionbanks");
        add_folder(out, data.s);
    }
    banks_system_folder(app, &systems);
    add_folder(out, systems.s);
    *VEC_PUSH(out) = NULL;
    str_release(&systems);
    str_release(&home);
    str_release(&data);
}

static void folders_release(struct folders *folders)
{
    for (size_t i = 0; i < folders->n; i++)
        free(folders->items[i]);
    VEC_RELEASE(folders);
}

/* ---- reading ---- */

static struct app_banks *banks_of(struct app *app)
{
    if (app->banks != NULL)
        return app->banks;
    struct app_banks *b = xcalloc(1, sizeof *b);
    find_folders(app, &b->folders);
    bank_dir_open((const char *const *)b->folders.items, &b->dir, &b->troubles);
    b->items = xcalloc(b->dir.n > 0 ? b->dir.n : 1, sizeof *b->items);
    return app->banks = b;
}

/* What is known of it without reading. */
static void announce(struct loaded *l, const char *name, const char *path, const char *hidden_by)
{
    str_init(&l->trouble);
    l->bank = (struct app_bank){
        .name = name,
        .path = path,
        .title = name,
        .hidden_by = hidden_by,
        .bank = &l->file.bank,
        .findings = &l->none,
        .bytes = "",
    };
    l->read = true;
}

static void count_findings(struct loaded *l)
{
    l->bank.findings = &l->file.findings;
    l->bank.errors = findings_errors(&l->file.findings);
    l->bank.warnings = l->file.findings.n - l->bank.errors;
    l->bank.missing = findings_gaps(&l->file.findings);
}

static const struct app_bank *load(struct loaded *l)
{
    struct err e = ERR_INIT;
    if (!bank_file_load(l->bank.path, &l->file, &e)) {
        str_set(&l->trouble, e.text);
        l->bank.trouble = l->trouble.s;
        return &l->bank;
    }
    l->bank.good = l->file.good;
    l->bank.bytes = l->file.bytes.s;
    l->bank.n = l->file.bytes.len;
    count_findings(l);
    if (l->file.bank.title.s != NULL)
        l->bank.title = l->file.bank.title.s;
    return &l->bank;
}

static void unload(struct loaded *l)
{
    if (!l->read)
        return;
    if (l->bank.trouble == NULL)
        bank_file_release(&l->file);
    str_release(&l->trouble);
}

size_t app_banks(struct app *app)
{
    return banks_of(app)->dir.n;
}

const struct app_bank *app_bank_at(struct app *app, size_t i)
{
    struct app_banks *b = banks_of(app);
    struct loaded *l = &b->items[i];
    const struct bank_entry *entry = &b->dir.items[i];
    if (l->read)
        return &l->bank;
    announce(l, entry->name, entry->path, entry->hidden_by);
    return load(l);
}

void app_banks_forget(struct app *app)
{
    struct app_banks *b = app->banks;
    app->banks = NULL;
    if (b == NULL)
        return;
    for (size_t i = 0; i < b->dir.n; i++)
        unload(&b->items[i]);
    for (struct loaded *l = b->by_path, *next; l != NULL; l = next) {
        next = l->next;
        unload(l);
        free(l->own_name);
        free(l->own_path);
        free(l);
    }
    free(b->items);
    bank_dir_release(&b->dir);
    findings_release(&b->troubles);
    terms_free(b->terms);
    law_free(b->law);
    folders_release(&b->folders);
    free(b);
}

size_t app_bank_folders(struct app *app, const char *const **folders)
{
    struct app_banks *b = banks_of(app);
    *folders = (const char *const *)b->folders.items;
    return b->folders.n - 1;
}

const struct findings *app_bank_troubles(struct app *app)
{
    return &banks_of(app)->troubles;
}

/* ---- finding ---- */

static bool ends_in(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n > m && strcmp(s + n - m, suffix) == 0;
}

static bool is_path(const char *name)
{
    return strchr(name, '/') != NULL || ends_in(name, ".yaml") || ends_in(name, ".yml");
}

static const struct app_bank *find_path(struct app *app, const char *path, struct err *e)
{
    struct app_banks *b = banks_of(app);
    for (size_t i = 0; i < b->dir.n; i++)
        if (strcmp(b->dir.items[i].path, path) == 0)
            return app_bank_at(app, i);
    for (struct loaded *l = b->by_path; l != NULL; l = l->next)
        if (strcmp(l->bank.path, path) == 0)
            return &l->bank;
    if (!file_exists(path)) {
        err_set(e, ERR_MISSING, "there is no question bank at %s: check the path", path);
        return NULL;
    }
    struct loaded *l = xcalloc(1, sizeof *l);
    struct str stem = STR_INIT;
    path_stem(&stem, path);
    l->own_name = xstrdup(stem.s);
    l->own_path = xstrdup(path);
    str_release(&stem);
    announce(l, l->own_name, l->own_path, NULL);
    l->next = b->by_path;
    b->by_path = l;
    return load(l);
}

static void add_names(struct str *out, const char *const *names)
{
    if (names[0] == NULL)
        return;
    str_add(out, "; there are ");
    for (size_t i = 0; names[i] != NULL; i++)
        str_addf(out, "%s%s", i > 0 ? ", " : "", names[i]);
}

static void add_folders(struct str *out, const struct app_banks *b)
{
    str_add(out, "; put one into ");
    for (size_t i = 0; b->folders.items[i] != NULL; i++)
        str_addf(out, "%s%s", i > 0 ? " or " : "", b->folders.items[i]);
}

static bool no_such_bank(const struct app_banks *b, const char *name, struct err *e)
{
    const char **names = xcalloc(b->dir.n + 1, sizeof *names);
    struct str hint = STR_INIT;
    size_t n = 0;
    for (size_t i = 0; i < b->dir.n; i++)
        if (b->dir.items[i].hidden_by == NULL)
            names[n++] = b->dir.items[i].name;
    const char *near = options_nearest(name, names);
    if (near != NULL)
        str_addf(&hint, "; did you mean \"%s\"?", near);
    else if (n > 0)
        add_names(&hint, names);
    else
        add_folders(&hint, b);
    err_set(e, ERR_MISSING, "there is no question bank \"%s\"%s", name, hint.s);
    str_release(&hint);
    free(names);
    return false;
}

const struct app_bank *app_bank_find(struct app *app, const char *name, struct err *e)
{
    struct app_banks *b = banks_of(app);
    if (is_path(name))
        return find_path(app, name, e);
    const struct bank_entry *entry = bank_dir_find(&b->dir, name);
    if (entry != NULL)
        return app_bank_at(app, (size_t)(entry - b->dir.items));
    no_such_bank(b, name, e);
    return NULL;
}

/* ---- checking ---- */

bool app_set_law(struct app *app, const char *list, struct err *e)
{
    return law_parse(list, &app->law, e);
}

static const struct terms *terms_of(struct app *app)
{
    struct app_banks *b = banks_of(app);
    if (b->terms != NULL)
        return b->terms;
    b->terms = terms_new();
    for (size_t i = 0; i < b->dir.n; i++) {
        const struct app_bank *bank = app_bank_at(app, i);
        if (bank->good && bank->hidden_by == NULL)
            terms_add(b->terms, bank->bank);
    }
    return b->terms;
}

static struct loaded *loaded_of(struct app_banks *b, const struct app_bank *bank)
{
    for (size_t i = 0; i < b->dir.n; i++)
        if (&b->items[i].bank == bank)
            return &b->items[i];
    for (struct loaded *l = b->by_path; l != NULL; l = l->next)
        if (&l->bank == bank)
            return l;
    return NULL;
}

struct check_setup banks_check_setup(struct app *app)
{
    struct app_banks *b = banks_of(app);
    if (b->law == NULL)
        b->law = law_new(app->law);
    return (struct check_setup){b->law, terms_of(app)};
}

void app_bank_check(struct app *app, const struct app_bank *bank)
{
    struct loaded *l = loaded_of(banks_of(app), bank);
    if (l == NULL || l->checked || bank->trouble != NULL)
        return;
    struct check_setup setup = banks_check_setup(app);
    bank_file_check(&l->file, &setup);
    l->checked = true;
    count_findings(l);
}

static struct loaded *read_from(struct app_banks *b, const char *path)
{
    for (size_t i = 0; i < b->dir.n; i++)
        if (b->items[i].read && strcmp(b->items[i].bank.path, path) == 0)
            return &b->items[i];
    return NULL;
}

bool banks_take(struct app *app, const char *path, const struct str *bytes,
                struct bank_reading *out)
{
    struct loaded *l = read_from(banks_of(app), path);
    if (l == NULL || l->bank.trouble != NULL || l->file.bytes.len != bytes->len ||
        memcmp(l->file.bytes.s, bytes->s, bytes->len) != 0)
        return false;
    *out = (struct bank_reading){l->file.bank, l->file.findings, l->file.good, l->checked};
    l->file.bank = (struct bank){.arena = ARENA_INIT};
    l->file.findings = (struct findings){.arena = ARENA_INIT};
    unload(l);
    l->read = false;
    l->checked = false;
    return true;
}

/* ---- for an interview ---- */

static bool first_error(const struct bank_file *file, const char *name, struct err *e)
{
    for (size_t i = 0; i < file->findings.n; i++) {
        const struct finding *f = &file->findings.items[i];
        if (f->severity == FINDING_ERROR)
            return err_set(e, ERR_INPUT,
                           "%s:%u:%u: %s. Mend the file, \"slate bank check %s\" shows all of it",
                           file->path, f->line, f->col, f->what, name);
    }
    return err_set(e, ERR_INPUT, "%s has errors: \"slate bank check %s\" shows them", file->path,
                   name);
}

static bool usable(const struct bank_file *file, const char *name, enum level level, struct err *e)
{
    struct kit kit;
    if (!file->good)
        return first_error(file, name, e);
    if (!kit_of(&file->bank, level, &kit))
        return err_set(e, ERR_INPUT,
                       "the question bank \"%s\" has no %s questions: choose another level, or add "
                       "them to %s",
                       name, level_name(level), file->path);
    return true;
}

bool banks_fresh(struct app *app, const char *name, enum level level, struct bank_file *out,
                 struct err *e)
{
    const struct app_bank *known = app_bank_find(app, name, e);
    if (known == NULL)
        return false;
    *out = (struct bank_file){0};
    if (!bank_file_load(known->path, out, e))
        return false;
    if (usable(out, known->name, level, e))
        return true;
    bank_file_release(out);
    return false;
}

struct store_bank banks_for_store(const struct bank_file *file)
{
    return (struct store_bank){
        .bank = &file->bank,
        .bytes = file->bytes.s,
        .n = file->bytes.len,
        .sha256 = file->sha256,
    };
}
