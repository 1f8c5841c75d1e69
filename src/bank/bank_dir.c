#include "bank/bank_dir.h"

#include <stdlib.h>
#include <string.h>

#include "bank/bank_read.h"
#include "base/alloc.h"
#include "base/path.h"
#include "base/vec.h"

static const struct bank_entry *find_first(const struct bank_dir *dir, const char *name)
{
    for (size_t i = 0; i < dir->n; i++)
        if (strcmp(dir->items[i].name, name) == 0)
            return &dir->items[i];
    return NULL;
}

static void add_entry(struct bank_dir *dir, const char *folder, const char *file)
{
    struct str name = STR_INIT, path = STR_INIT;
    path_stem(&name, file);
    path_join(&path, folder, file);
    const struct bank_entry *first = find_first(dir, name.s);
    char *hidden_by = first != NULL ? xstrdup(first->path) : NULL;
    struct bank_entry *entry = VEC_PUSH(dir);
    *entry = (struct bank_entry){str_steal(&name), str_steal(&path), hidden_by};
}

static void add_ending(struct bank_dir *dir, const char *folder, const char *ending,
                       struct findings *findings)
{
    struct file_names names = {0};
    struct err e = ERR_INIT;
    if (!file_list(folder, ending, &names, &e))
        finding_add(findings, FINDING_ERROR, "folder", 0, 0,
                    "Check its name, and that you may read it.", "%s", e.text);
    for (size_t i = 0; i < names.n; i++)
        add_entry(dir, folder, names.items[i]);
    file_names_release(&names);
}

void bank_dir_open(const char *const *folders, struct bank_dir *out, struct findings *findings)
{
    *out = (struct bank_dir){0};
    for (; *folders != NULL; folders++) {
        size_t before = findings->n;
        add_ending(out, *folders, ".yaml", findings);
        if (findings->n == before)
            add_ending(out, *folders, ".yml", findings);
    }
}

void bank_dir_release(struct bank_dir *dir)
{
    for (size_t i = 0; i < dir->n; i++) {
        free(dir->items[i].name);
        free(dir->items[i].path);
        free(dir->items[i].hidden_by);
    }
    VEC_RELEASE(dir);
}

const struct bank_entry *bank_dir_find(const struct bank_dir *dir, const char *name)
{
    return find_first(dir, name);
}

bool bank_file_load(const char *path, struct bank_file *out, struct err *e)
{
    *out = (struct bank_file){.bytes = STR_INIT};
    if (!file_read(path, FILE_BANK_MAX, &out->bytes, &out->id, e)) {
        str_release(&out->bytes);
        return false;
    }
    struct str stem = STR_INIT;
    path_stem(&stem, path);
    out->path = xstrdup(path);
    out->sha256 = hash_of(out->bytes.s, out->bytes.len);
    out->good = bank_read(out->bytes.s, out->bytes.len, stem.s, &out->bank, &out->findings);
    str_release(&stem);
    return true;
}

void bank_file_check(struct bank_file *f, const struct check_setup *setup)
{
    bank_check(&f->bank, setup, &f->findings);
}

void bank_file_release(struct bank_file *f)
{
    free(f->path);
    str_release(&f->bytes);
    bank_release(&f->bank);
    findings_release(&f->findings);
    *f = (struct bank_file){.bytes = STR_INIT};
}
