#include "app/importing.h"

#include <ctype.h>
#include <string.h>

#include "app/banks.h"
#include "bank/bank_check.h"
#include "bank/bank_csv.h"
#include "bank/bank_read.h"
#include "base/file.h"
#include "base/outfile.h"
#include "base/path.h"

#define NAMES_MAX 1000

/* ---- a name ---- */

static bool is_name(const char *s)
{
    const char *p = s;
    while (isalnum((unsigned char)*p) || *p == '-' || *p == '_')
        p++;
    return p > s && *p == '\0';
}

static bool is_taken(struct app *app, const char *name, const char *folder)
{
    struct str path = STR_INIT;
    path_join(&path, folder, name);
    str_add(&path, ".yaml");
    bool taken = file_exists(path.s);
    str_release(&path);
    for (size_t i = 0, n = app_banks(app); i < n && !taken; i++)
        taken = str_same(app_bank_at(app, i)->name, name);
    return taken;
}

static bool own_folder(struct app *app, struct str *out, struct err *e)
{
    struct str home = STR_INIT;
    bool ok = true;
    if (app->config.banks.len > 0)
        str_add(out, app->config.banks.s);
    else if ((ok = path_home(&home, PATH_DATA, &app->sys, e)))
        path_join(out, home.s, "questionbanks");
    str_release(&home);
    return ok;
}

/* ---- where the draft goes ---- */

/* What is known before the text is read: folder, and the name where one was asked for. */
struct target {
    struct str folder, name; /* name "": from the title */
};

static bool name_asked_for(struct app *app, const char *as, struct target *t, struct err *e)
{
    if (!is_name(as))
        return err_set(e, ERR_INPUT,
                       "\"%s\" cannot be the name of a bank: use letters from a to z, digits and -",
                       as);
    if (is_taken(app, as, t->folder.s))
        return err_set(e, ERR_REFUSED, "there is a question bank \"%s\" already: give another name",
                       as);
    str_add(&t->name, as);
    return true;
}

static bool file_asked_for(const struct import_request *r, struct target *t, struct err *e)
{
    const char *dot = strrchr(path_base(r->out), '.');
    path_folder(&t->folder, r->out);
    path_stem(&t->name, r->out);
    if (dot == NULL || (strcmp(dot, ".yaml") != 0 && strcmp(dot, ".yml") != 0))
        return err_set(e, ERR_INPUT, "%s: the file of a bank ends in .yaml", r->out);
    if (!is_name(t->name.s))
        return err_set(e, ERR_INPUT,
                       "%s: the file has the name of its bank, letters from a to z, digits and -",
                       r->out);
    if (r->as != NULL && !str_same(r->as, t->name.s))
        return err_set(e, ERR_INPUT,
                       "bank and file have one name: give \"%s\" or the file %s, not both", r->as,
                       r->out);
    if (file_exists(r->out))
        return err_set(e, ERR_REFUSED, "%s is there already: a draft is always a new file", r->out);
    return true;
}

static bool find_target(struct app *app, const struct import_request *r, struct target *t,
                        struct err *e)
{
    if (r->out != NULL)
        return file_asked_for(r, t, e);
    return own_folder(app, &t->folder, e) && (r->as == NULL || name_asked_for(app, r->as, t, e));
}

/* The name that the title gives, with a number where there is such a bank. */
static void find_name(struct app *app, struct target *t, const char *wanted)
{
    str_set(&t->name, wanted);
    for (int n = 2; n < NAMES_MAX && is_taken(app, t->name.s, t->folder.s); n++) {
        str_clear(&t->name);
        str_addf(&t->name, "%s-%d", wanted, n);
    }
}

/* ---- preview ---- */

static void set_path(struct importing *im, const struct import_request *r, const struct target *t)
{
    if (r->out != NULL) {
        str_set(&im->path, r->out);
        return;
    }
    path_join(&im->path, t->folder.s, t->name.s);
    str_add(&im->path, ".yaml");
    im->makes_folder = !file_exists(t->folder.s);
}

static bool read_draft(struct app *app, const struct import_request *r, struct target *t,
                       struct importing *im, struct err *e)
{
    struct str bytes = STR_INIT;
    struct import_source source = {.name = path_base(r->path), .windows_1252 = r->windows_1252};
    bool ok = file_read(r->path, FILE_BANK_MAX, &bytes, NULL, e);
    bool named = t->name.len > 0;
    source.bytes = bytes.s;
    source.n = bytes.len;
    source.bank = named ? t->name.s : NULL;
    ok = ok && bank_import(&source, &im->draft, e);
    if (ok && !named)
        find_name(app, t, im->draft.bank);
    if (ok && !str_same(t->name.s, im->draft.bank)) {
        draft_release(&im->draft);
        source.bank = t->name.s;
        ok = bank_import(&source, &im->draft, e);
    }
    str_release(&bytes);
    return ok;
}

bool import_preview(struct app *app, const struct import_request *r, struct importing *out,
                    struct err *e)
{
    struct target t = {STR_INIT, STR_INIT};
    *out = (struct importing){.source = r->path};
    str_init(&out->path);
    str_init(&out->draft.yaml);
    bool ok = find_target(app, r, &t, e) && read_draft(app, r, &t, out, e);
    if (ok) {
        set_path(out, r, &t);
        bank_read(out->draft.yaml.s, out->draft.yaml.len, t.name.s, &out->bank, &out->findings);
        out->missing = findings_errors(&out->findings);
        struct check_setup setup = banks_check_setup(app);
        bank_check(&out->bank, &setup, &out->findings);
    }
    str_release(&t.folder);
    str_release(&t.name);
    return ok;
}

/* ---- the file ---- */

bool import_write(struct app *app, struct importing *im, struct err *e)
{
    struct str folder = STR_INIT;
    struct outfile f;
    path_folder(&folder, im->path.s);
    bool ok = !im->makes_folder || file_make_dirs(folder.s, 0755, e);
    str_release(&folder);
    if (!ok)
        return false;
    ok = outfile_open(&f, im->path.s, 0644, OUTFILE_NEW, e) &&
         outfile_add(&f, im->draft.yaml.s, im->draft.yaml.len, e) && outfile_keep(&f, e);
    outfile_drop(&f);
    im->written = ok;
    if (ok)
        app_banks_forget(app);
    return ok;
}

void import_release(struct importing *im)
{
    draft_release(&im->draft);
    str_release(&im->path);
    bank_release(&im->bank);
    findings_release(&im->findings);
}

/* ---- the way back ---- */

bool app_bank_csv(struct app *app, const struct app_bank *b, struct str *out, struct err *e)
{
    (void)app;
    if (b->trouble != NULL)
        return err_set(e, ERR_INPUT, "%s", b->trouble);
    if (!b->good && b->missing == 0)
        return err_set(e, ERR_INPUT,
                       "the question bank \"%s\" has errors: \"slate bank check %s\" shows them",
                       b->name, b->name);
    bank_csv(b->bank, out);
    return true;
}
