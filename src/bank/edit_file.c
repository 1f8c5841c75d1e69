#include "bank/edit_file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/outfile.h"
#include "base/path.h"

#define MODE 0666 /* of a new bank, less the umask */

static bool read_into(struct edit_file *f, struct err *e)
{
    struct str bytes = STR_INIT;
    struct file_id id;
    bool good = file_read(f->path, FILE_BANK_MAX, &bytes, &id, e);
    struct bank_edit *edit = good ? bank_edit_new(bytes.s, bytes.len, e) : NULL;
    if (good && edit == NULL)
        err_prefix(e, "%s", f->path);
    if (edit == NULL) {
        str_release(&bytes);
        return false;
    }
    bank_edit_free(f->edit);
    str_release(&f->saved);
    f->edit = edit;
    f->saved = bytes;
    f->id = id;
    f->fresh = false;
    return true;
}

bool edit_file_open(struct edit_file *f, const char *path, struct err *e)
{
    *f = (struct edit_file){.path = xstrdup(path), .saved = STR_INIT};
    if (read_into(f, e))
        return true;
    edit_file_release(f);
    return false;
}

bool edit_file_start(struct edit_file *f, const char *path, const struct str *bytes, struct err *e)
{
    *f = (struct edit_file){.path = xstrdup(path), .saved = STR_INIT, .fresh = true};
    f->edit = bank_edit_new(bytes->s, bytes->len, e);
    if (f->edit != NULL)
        return true;
    edit_file_release(f);
    return false;
}

void edit_file_release(struct edit_file *f)
{
    free(f->path);
    bank_edit_free(f->edit);
    str_release(&f->saved);
    *f = (struct edit_file){.saved = STR_INIT};
}

static bool same(const struct str *a, const struct str *b)
{
    return a->len == b->len && memcmp(a->s, b->s, a->len) == 0;
}

bool edit_file_dirty(const struct edit_file *f)
{
    return f->fresh || !same(bank_edit_bytes(f->edit), &f->saved);
}

/* By its bytes: a file that was written anew with the same text has not changed. */
static bool differs(struct edit_file *f)
{
    struct str bytes = STR_INIT;
    struct err none = ERR_INIT;
    struct file_id id;
    bool read = file_read(f->path, FILE_BANK_MAX, &bytes, &id, &none);
    bool differs = !read || !same(&bytes, &f->saved);
    if (!differs)
        f->id = id;
    str_release(&bytes);
    return differs;
}

bool edit_file_changed(struct edit_file *f)
{
    struct file_id id;
    struct err none = ERR_INIT;
    if (f->fresh)
        return false;
    return !file_identify(f->path, &id, &none) || (!file_same(&id, &f->id) && differs(f));
}

bool edit_file_may_write(const struct edit_file *f)
{
    struct str folder = STR_INIT;
    char *target = realpath(f->path, NULL);
    path_folder(&folder, target != NULL ? target : f->path);
    bool may = (target == NULL || access(target, W_OK) == 0) && access(folder.s, W_OK) == 0;
    str_release(&folder);
    free(target);
    return may;
}

static void is_saved(struct edit_file *f)
{
    const struct str *now = bank_edit_bytes(f->edit);
    struct err none = ERR_INIT;
    str_clear(&f->saved);
    str_addn(&f->saved, now->s, now->len);
    f->fresh = false;
    if (!file_identify(f->path, &f->id, &none))
        f->id = (struct file_id){0};
}

/* Never over another file. */
static bool write_new(struct edit_file *f, const char *path, struct err *e)
{
    const struct str *now = bank_edit_bytes(f->edit);
    struct outfile out;
    bool done = outfile_open(&out, path, MODE, OUTFILE_NEW, e) &&
                outfile_add(&out, now->s, now->len, e) && outfile_keep(&out, e);
    outfile_drop(&out);
    return done;
}

/* Its bytes are compared whatever its date says: another's change may be as old as a clock's tick.
 */
static bool write_over(struct edit_file *f, struct err *e)
{
    const struct str *now = bank_edit_bytes(f->edit);
    if (differs(f))
        return err_set(e, ERR_REFUSED,
                       "%s was changed by somebody else meanwhile and was left as it is: read it "
                       "again, or save your text as a copy",
                       f->path);
    return file_replace(f->path, now->s, now->len, MODE, e);
}

bool edit_file_save(struct edit_file *f, struct err *e)
{
    if (!(f->fresh ? write_new(f, f->path, e) : write_over(f, e)))
        return false;
    is_saved(f);
    return true;
}

bool edit_file_save_as(struct edit_file *f, const char *path, struct err *e)
{
    if (!write_new(f, path, e))
        return false;
    free(f->path);
    f->path = xstrdup(path);
    is_saved(f);
    return true;
}

bool edit_file_reload(struct edit_file *f, struct err *e)
{
    return read_into(f, e);
}
