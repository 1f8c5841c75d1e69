#include "support/faultvfs.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/str.h"
#include "base/vec.h"

/* A file of either VFS: the real one behind it. */
struct shim_file {
    sqlite3_file base;
    sqlite3_file *real;
    struct shadow *shadow; /* of "cut" */
};

#define OF(file)   ((struct shim_file *)(void *)(file))
#define REAL(file) (OF(file)->real)

static struct fault fault; /* one test runs at a time */

void fault_arm(int at, int rc, bool all)
{
    fault = (struct fault){.at = at, .rc = rc, .all = all};
}

struct fault fault_disarm(void)
{
    struct fault was = fault;
    fault = (struct fault){0};
    return was;
}

static bool fails(void)
{
    fault.seen++;
    if (fault.at == 0 || fault.seen < fault.at || (fault.seen > fault.at && !fault.all))
        return false;
    fault.hit++;
    return true;
}

#define DELEGATE(file, call, ...) (REAL(file)->pMethods->call(REAL(file), __VA_ARGS__))

static int shim_close(sqlite3_file *f)
{
    return REAL(f)->pMethods == NULL ? SQLITE_OK : REAL(f)->pMethods->xClose(REAL(f));
}

static int shim_read(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
    return DELEGATE(f, xRead, p, n, at);
}

static int fault_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
    return fails() ? fault.rc : DELEGATE(f, xWrite, p, n, at);
}

static int fault_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    return fails() ? fault.rc : DELEGATE(f, xTruncate, size);
}

static int fault_sync(sqlite3_file *f, int flags)
{
    return fails() ? fault.rc : DELEGATE(f, xSync, flags);
}

static int shim_size(sqlite3_file *f, sqlite3_int64 *size)
{
    return DELEGATE(f, xFileSize, size);
}

static int shim_lock(sqlite3_file *f, int level)
{
    return DELEGATE(f, xLock, level);
}

static int shim_unlock(sqlite3_file *f, int level)
{
    return DELEGATE(f, xUnlock, level);
}

static int shim_reserved(sqlite3_file *f, int *out)
{
    return DELEGATE(f, xCheckReservedLock, out);
}

static int shim_control(sqlite3_file *f, int op, void *arg)
{
    return DELEGATE(f, xFileControl, op, arg);
}

static int shim_sector(sqlite3_file *f)
{
    return REAL(f)->pMethods->xSectorSize(REAL(f));
}

static int shim_traits(sqlite3_file *f)
{
    return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f));
}

static int shim_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
    return DELEGATE(f, xShmMap, page, size, extend, out);
}

static int shim_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
    return DELEGATE(f, xShmLock, at, n, flags);
}

static void shim_shm_barrier(sqlite3_file *f)
{
    REAL(f)->pMethods->xShmBarrier(REAL(f));
}

static int shim_shm_unmap(sqlite3_file *f, int drop)
{
    return DELEGATE(f, xShmUnmap, drop);
}

#define METHODS(close, write, truncate, sync)                                                      \
    {                                                                                              \
        2, close, shim_read, write, truncate, sync, shim_size, shim_lock, shim_unlock,             \
            shim_reserved, shim_control, shim_sector, shim_traits, shim_shm_map, shim_shm_lock,    \
            shim_shm_barrier, shim_shm_unmap, NULL, NULL                                           \
    }

static const sqlite3_io_methods fault_methods =
    METHODS(shim_close, fault_write, fault_truncate, fault_sync);

static sqlite3_vfs *real_vfs(sqlite3_vfs *vfs)
{
    return vfs->pAppData;
}

static int open_real(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
    struct shim_file *file = OF(f);
    file->real = (sqlite3_file *)(void *)(file + 1);
    file->shadow = NULL;
    f->pMethods = NULL;
    return real_vfs(vfs)->xOpen(real_vfs(vfs), name, file->real, flags, out);
}

static int fault_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
    f->pMethods = NULL;
    if (fails())
        return SQLITE_CANTOPEN;
    int rc = open_real(vfs, name, f, flags, out);
    f->pMethods = rc == SQLITE_OK ? &fault_methods : NULL;
    return rc;
}

static int fault_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
    return fails() ? SQLITE_IOERR_DELETE : real_vfs(vfs)->xDelete(real_vfs(vfs), name, sync_folder);
}

/* ---- cut ---- */

enum { KINDS = 3 };
static const struct {
    int flag;
    const char *suffix;
} kinds[KINDS] = {
    {SQLITE_OPEN_MAIN_DB, ""}, {SQLITE_OPEN_WAL, "-wal"}, {SQLITE_OPEN_MAIN_JOURNAL, "-journal"}};

struct pending { /* not synced yet */
    struct pending *next;
    size_t at, n;
    bool truncate; /* to `at` */
    char bytes[];
};

struct shadow { /* of one file, by name */
    struct shadow *next;
    char *name;
    int kind; /* which of `kinds` */
    bool gone;
    struct str durable;
    struct pending *first, **last;
};

/* What a power cut would leave of a database. */
struct drawn {
    struct drawn *next;
    struct str files[KINDS];
    bool there[KINDS];
    int64_t acknowledged;
};

static struct {
    struct shadow *shadows;
    struct drawn *first, **last;
    uint64_t seed;
    int every, seen;
    int64_t acknowledged;
} world;

static void fill(struct str *to, size_t size)
{
    static const char zeros[4096];
    while (to->len < size)
        str_addn(to, zeros, size - to->len < sizeof zeros ? size - to->len : sizeof zeros);
}

static void apply(struct str *to, const struct pending *p, size_t from, size_t n)
{
    if (p->truncate && p->at < to->len)
        str_splice(to, p->at, to->len - p->at, "", 0);
    if (p->truncate)
        return;
    fill(to, p->at + from + n);
    memcpy(to->s + p->at + from, p->bytes + from, n);
}

static void forget(struct shadow *s)
{
    while (s->first != NULL) {
        struct pending *p = s->first;
        s->first = p->next;
        free(p);
    }
    s->last = &s->first;
}

static uint64_t draw(void)
{
    uint64_t z = world.seed += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* Each sector of what is pending reached the disk or did not. */
static void survive(const struct shadow *s, struct str *out)
{
    str_addn(out, s->durable.s, s->durable.len);
    uint64_t mood = draw() % 3; /* nothing, everything, or some of it */
    for (const struct pending *p = s->first; p != NULL && mood != 0; p = p->next)
        for (size_t from = 0; from == 0 || from < p->n; from += 512)
            if (mood == 1 || draw() % 2 == 0)
                apply(out, p, from, p->n - from < 512 ? p->n - from : 512);
}

static void crash(void)
{
    if (world.every == 0 || ++world.seen % world.every != 0)
        return;
    struct drawn *d = xcalloc(1, sizeof *d);
    d->acknowledged = world.acknowledged;
    for (int i = 0; i < KINDS; i++)
        str_init(&d->files[i]);
    for (const struct shadow *s = world.shadows; s != NULL; s = s->next) {
        if (s->gone)
            continue;
        d->there[s->kind] = true;
        survive(s, &d->files[s->kind]);
    }
    *world.last = d;
    world.last = &d->next;
}

static struct pending *add_pending(struct shadow *s, size_t at, size_t n)
{
    struct pending *p = xcalloc(1, sizeof *p + n);
    p->at = at;
    p->n = n;
    *s->last = p;
    s->last = &p->next;
    return p;
}

static int cut_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
    if (OF(f)->shadow != NULL) {
        memcpy(add_pending(OF(f)->shadow, (size_t)at, (size_t)n)->bytes, p, (size_t)n);
        crash();
    }
    return DELEGATE(f, xWrite, p, n, at);
}

static int cut_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    if (OF(f)->shadow != NULL) {
        add_pending(OF(f)->shadow, (size_t)size, 0)->truncate = true;
        crash();
    }
    return DELEGATE(f, xTruncate, size);
}

static int cut_sync(sqlite3_file *f, int flags)
{
    struct shadow *s = OF(f)->shadow;
    if (s == NULL)
        return DELEGATE(f, xSync, flags);
    crash();
    for (const struct pending *p = s->first; p != NULL; p = p->next)
        apply(&s->durable, p, 0, p->n);
    forget(s);
    crash();
    return DELEGATE(f, xSync, flags);
}

static const sqlite3_io_methods cut_methods =
    METHODS(shim_close, cut_write, cut_truncate, cut_sync);

static struct shadow *shadow_of(const char *name, int kind)
{
    struct shadow *s = world.shadows;
    while (s != NULL && strcmp(s->name, name) != 0)
        s = s->next;
    if (s != NULL) {
        s->gone = false;
        return s;
    }
    s = xcalloc(1, sizeof *s);
    s->name = xstrdup(name);
    s->kind = kind;
    str_init(&s->durable);
    s->last = &s->first;
    s->next = world.shadows;
    world.shadows = s;
    return s;
}

static int cut_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
    int rc = open_real(vfs, name, f, flags, out);
    f->pMethods = rc == SQLITE_OK ? &cut_methods : NULL;
    for (int i = 0; i < KINDS; i++)
        if (rc == SQLITE_OK && name != NULL && (flags & kinds[i].flag) != 0)
            OF(f)->shadow = shadow_of(name, i);
    return rc;
}

static int cut_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
    for (struct shadow *s = world.shadows; s != NULL; s = s->next) {
        if (strcmp(s->name, name) != 0)
            continue;
        forget(s);
        str_clear(&s->durable);
        s->gone = true;
    }
    return real_vfs(vfs)->xDelete(real_vfs(vfs), name, sync_folder);
}

void cut_start(uint64_t seed, int every)
{
    world.shadows = NULL;
    world.first = NULL;
    world.last = &world.first;
    world.seed = seed;
    world.every = every;
    world.seen = 0;
    world.acknowledged = 0;
}

void cut_acknowledge(int64_t value)
{
    world.acknowledged = value;
}

static void put(const char *path, const char *suffix, const struct str *bytes)
{
    struct str name = STR_INIT;
    str_addf(&name, "%s%s", path, suffix);
    FILE *f = fopen(name.s, "wb");
    if (f == NULL || fwrite(bytes->s, 1, bytes->len, f) != bytes->len || fclose(f) != 0)
        abort();
    str_release(&name);
}

static void drop(const char *path, const char *suffix)
{
    struct str name = STR_INIT;
    str_addf(&name, "%s%s", path, suffix);
    unlink(name.s);
    str_release(&name);
}

static void drawn_free(struct drawn *d)
{
    for (int i = 0; i < KINDS; i++)
        str_release(&d->files[i]);
    free(d);
}

bool cut_take(const char *path, int64_t *acknowledged)
{
    struct drawn *d = world.first;
    if (d == NULL)
        return false;
    drop(path, "-shm");
    for (int i = 0; i < KINDS; i++) {
        drop(path, kinds[i].suffix);
        if (d->there[i])
            put(path, kinds[i].suffix, &d->files[i]);
    }
    *acknowledged = d->acknowledged;
    world.first = d->next;
    if (world.first == NULL)
        world.last = &world.first;
    drawn_free(d);
    return true;
}

void cut_end(void)
{
    while (world.shadows != NULL) {
        struct shadow *s = world.shadows;
        world.shadows = s->next;
        forget(s);
        str_release(&s->durable);
        free(s->name);
        free(s);
    }
    while (world.first != NULL) {
        struct drawn *d = world.first;
        world.first = d->next;
        drawn_free(d);
    }
    world.last = &world.first;
    world.every = 0;
}

/* ---- both ---- */

static int shim_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
    return real_vfs(vfs)->xAccess(real_vfs(vfs), name, flags, out);
}

static int shim_full_path(sqlite3_vfs *vfs, const char *name, int n, char *out)
{
    return real_vfs(vfs)->xFullPathname(real_vfs(vfs), name, n, out);
}

static int shim_random(sqlite3_vfs *vfs, int n, char *out)
{
    return real_vfs(vfs)->xRandomness(real_vfs(vfs), n, out);
}

static int shim_sleep(sqlite3_vfs *vfs, int us)
{
    return real_vfs(vfs)->xSleep(real_vfs(vfs), us);
}

static int shim_now(sqlite3_vfs *vfs, double *out)
{
    return real_vfs(vfs)->xCurrentTime(real_vfs(vfs), out);
}

static int shim_last_error(sqlite3_vfs *vfs, int n, char *out)
{
    return real_vfs(vfs)->xGetLastError(real_vfs(vfs), n, out);
}

static sqlite3_vfs vfses[] = {
    {.zName = "fault", .xOpen = fault_open, .xDelete = fault_delete},
    {.zName = "cut", .xOpen = cut_open, .xDelete = cut_delete},
};

void faultvfs_register(void)
{
    sqlite3_vfs *real = sqlite3_vfs_find(NULL);
    for (size_t i = 0; i < COUNT_OF(vfses); i++) {
        sqlite3_vfs *v = &vfses[i];
        v->iVersion = 1;
        v->szOsFile = (int)sizeof(struct shim_file) + real->szOsFile;
        v->mxPathname = real->mxPathname;
        v->pAppData = real;
        v->xAccess = shim_access;
        v->xFullPathname = shim_full_path;
        v->xRandomness = shim_random;
        v->xSleep = shim_sleep;
        v->xCurrentTime = shim_now;
        v->xGetLastError = shim_last_error;
        if (sqlite3_vfs_find(v->zName) == NULL)
            sqlite3_vfs_register(v, 0);
    }
}
