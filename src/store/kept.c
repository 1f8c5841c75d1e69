#include "store/kept.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "store/db.h"
#include "store/home.h"
#include "store/keeping.h"
#include "store/kept_file.h"
#include "store/kept_rows.h"
#include "store/lists.h"
#include "store/schema.h"

#define TICK_NS INT64_C(2000000000) /* the coarsest step of a file system's times: FAT's */
#define NS_MS   INT64_C(1000000)
#define NS_S    INT64_C(1000000000)

/* ---- which file it is about ---- */

static int64_t ns_of(struct timespec t)
{
    return (int64_t)t.tv_sec * NS_S + t.tv_nsec;
}

/* A symbolic link has its log elsewhere: nothing is kept beside one. */
static bool mark_take(const char *path, struct file_mark *mark)
{
    struct stat st;
    if (path == NULL || lstat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return false;
    *mark = (struct file_mark){.dev = (int64_t)st.st_dev,
                               .ino = (int64_t)st.st_ino,
                               .size = (int64_t)st.st_size,
                               .written_ns = ns_of(st.st_mtim),
                               .changed_ns = ns_of(st.st_ctim)};
    return true;
}

static bool mark_same(const struct file_mark *a, const struct file_mark *b)
{
    return a->dev == b->dev && a->ino == b->ino && a->size == b->size &&
           a->written_ns == b->written_ns && a->changed_ns == b->changed_ns;
}

/* What was written within the tick of the file system in which it was read may be written once more
 * and look the same: git calls such a file racily clean. */
static bool mark_settled(const struct file_mark *mark, int64_t read_ms)
{
    int64_t latest = mark->written_ns > mark->changed_ns ? mark->written_ns : mark->changed_ns;
    return latest + TICK_NS <= read_ms * NS_MS;
}

static bool log_empty(const char *path)
{
    struct str log = STR_INIT;
    struct stat st;
    str_addf(&log, "%s-wal", path);
    bool empty = lstat(log.s, &st) == 0 ? st.st_size == 0 : errno == ENOENT;
    str_release(&log);
    return empty;
}

/* ---- its bytes: a sum, what it is about, the rows ---- */

/* FNV-1a (G. Fowler, L. Noll, K.-P. Vo) by words of eight bytes: it finds a file that was half
 * written, not one that was forged. */
static int64_t sum_of(const char *bytes, size_t n)
{
    uint64_t sum = 0xCBF29CE484222325, word;
    for (size_t at = 0; at < n; at += sizeof word) {
        word = 0;
        memcpy(&word, bytes + at, n - at < sizeof word ? n - at : sizeof word);
        sum = (sum ^ word) * 0x100000001B3;
        sum ^= sum >> 29;
    }
    return (int64_t)sum;
}

struct about {
    const struct file_mark *mark;
    const char *me;
    int limit;
};

static void add_about(struct str *out, const struct about *about)
{
    const char *query = home_query();
    kept_add_text(out, "slate " SLATE_VERSION ", the rows of the first screen\n");
    kept_add_number(out, schema_version);
    kept_add_number(out, sum_of(query, strlen(query)));
    kept_add_number(out, about->mark->dev);
    kept_add_number(out, about->mark->ino);
    kept_add_number(out, about->mark->size);
    kept_add_number(out, about->mark->written_ns);
    kept_add_number(out, about->mark->changed_ns);
    kept_add_number(out, about->limit);
    kept_add_number(out, about->me != NULL);
    kept_add_text(out, about->me != NULL ? about->me : "");
}

static void add_all(struct str *out, const struct about *about, const struct home_rows *rows)
{
    struct str body = STR_INIT;
    add_about(&body, about);
    kept_add_rows(&body, rows);
    kept_add_number(out, sum_of(body.s, body.len));
    str_addn(out, body.s, body.len);
    str_release(&body);
}

static bool read_all(const struct str *bytes, const struct about *about, struct home_rows *out)
{
    struct str wanted = STR_INIT;
    int64_t sum;
    add_about(&wanted, about);
    size_t start = sizeof sum + wanted.len;
    bool good = bytes->len > start && memcmp(bytes->s + sizeof sum, wanted.s, wanted.len) == 0;
    str_release(&wanted);
    if (!good)
        return false;
    memcpy(&sum, bytes->s, sizeof sum);
    return sum == sum_of(bytes->s + sizeof sum, bytes->len - sizeof sum) &&
           kept_read_rows(bytes->s + start, bytes->len - start, out);
}

/* ---- reading and keeping ---- */

void store_kept_path(struct str *out, const char *path)
{
    kept_file_path(out, path);
}

bool store_kept_home(const struct store_setup *setup, int limit, struct home_rows *out)
{
    struct file_mark mark;
    struct str bytes = STR_INIT;
    *out = (struct home_rows){0};
    bool good = mark_take(setup->path, &mark) && log_empty(setup->path) &&
                kept_file_read(setup->path, &bytes) &&
                read_all(&bytes, &(struct about){&mark, setup->me, limit}, out);
    str_release(&bytes);
    return good;
}

void keeping_begin(struct store *s, int limit)
{
    s->home = (struct keeping){.limit = limit, .read_ms = s->sys->wall_ms(s->sys)};
    s->home.marked = mark_take(s->path, &s->home.mark);
}

/* Is it still the file that the rows were read from, all of it? */
static bool may_keep(const struct store *s)
{
    struct file_mark now;
    return s->home.marked && (s->home.apart || mark_settled(&s->home.mark, s->home.read_ms)) &&
           mark_take(s->path, &now) && mark_same(&now, &s->home.mark) && log_empty(s->path);
}

static void keep(struct store *s, const struct home_rows *rows)
{
    struct str bytes = STR_INIT, before = STR_INIT;
    if (!may_keep(s)) {
        kept_file_remove(s->path);
        return;
    }
    add_all(&bytes, &(struct about){&s->home.mark, s->me, s->home.limit}, rows);
    if (!kept_file_read(s->path, &before) || before.len != bytes.len ||
        memcmp(before.s, bytes.s, bytes.len) != 0)
        kept_file_write(s->path, &bytes);
    str_release(&before);
    str_release(&bytes);
}

void store_keep_home(struct store *s, const struct home_rows *rows)
{
    keep(s, rows);
}

/* Gives the file a time of change that no write gives it: now, with a part below the millisecond
 * that is drawn by chance, where writes have that of a tick of the kernel. From then on any write
 * shows, however soon it comes. False where the file system rounds it away. */
static bool set_apart(struct store *s)
{
    struct file_mark mark;
    uint32_t chance;
    s->sys->random(s->sys, (unsigned char *)&chance, sizeof chance);
    int64_t ns = s->sys->wall_ms(s->sys) * NS_MS + chance % NS_MS;
    struct timespec times[2] = {{.tv_nsec = UTIME_OMIT},
                                {.tv_sec = ns / NS_S, .tv_nsec = ns % NS_S}};
    return mark_take(s->path, &mark) &&
           utimensat(AT_FDCWD, s->path, times, AT_SYMLINK_NOFOLLOW) == 0 &&
           mark_take(s->path, &mark) && mark.written_ns == ns;
}

/* Reads the rows once more, of a file that nothing in the log will change when the log is cleared
 * away. */
static bool read_last(struct store *s, struct home_rows *rows)
{
    struct err none = ERR_INIT; /* the screen is gone: the next start reads the rows itself */
    if (s->path == NULL || !s->writable || s->home.limit == 0)
        return false;
    store_idle(s);
    if (s->unmoved)
        return false;
    bool apart = set_apart(s);
    if (!store_home(s, s->home.limit, rows, &none))
        return false;
    s->home.apart = apart;
    return true;
}

/* Only the last one to leave clears the log away: so the rows are read before, and looked at
 * whether they hold after. */
void keeping_close(struct store *s)
{
    struct home_rows rows = {0};
    bool wanted = read_last(s, &rows);
    db_release(s);
    if (wanted)
        keep(s, &rows);
    home_rows_release(&rows);
}
