#include "support/unit.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "base/vec.h"

void scratch_make(struct str *path)
{
    const char *tmp = getenv("TMPDIR");
    str_clear(path);
    path_join(path, tmp != NULL ? tmp : "/tmp", "slate-test-XXXXXX");
    assert_non_null(mkdtemp(path->s));
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st, (void)type, (void)ftw;
    return remove(path);
}

void scratch_remove(struct str *path)
{
    assert_int_equal(nftw(path->s, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
    str_release(path);
}

void scratch_write(const char *folder, const char *name, const char *bytes, size_t n)
{
    struct str path = STR_INIT;
    path_join(&path, folder, name);
    int fd = open(path.s, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), (ssize_t)n);
    assert_int_equal(close(fd), 0);
    str_release(&path);
}

bool scratch_give_bank(const char *folder, const char *from, const char *name, struct err *e)
{
    struct str path = STR_INIT, bytes = STR_INIT, to = STR_INIT, file = STR_INIT;
    str_addf(&path, "%s/%s.yaml", from, name);
    str_addf(&to, "%s/questionbanks", folder);
    str_addf(&file, "%s.yaml", name);
    bool ok = file_read(path.s, FILE_BANK_MAX, &bytes, NULL, e) && file_make_dirs(to.s, 0700, e);
    if (ok)
        scratch_write(to.s, file.s, bytes.s, bytes.len);
    str_release(&path);
    str_release(&bytes);
    str_release(&to);
    str_release(&file);
    return ok;
}

bool scratch_lose_bank(const char *folder, const char *name)
{
    struct str path = STR_INIT;
    str_addf(&path, "%s/questionbanks/%s.yaml", folder, name);
    bool lost = remove(path.s) == 0;
    str_release(&path);
    return lost;
}

uint64_t seed_start(const char *test)
{
    struct timespec now;
    const char *given = getenv("SLATE_SEED");
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t seed =
        given != NULL ? strtoull(given, NULL, 10) : (uint64_t)now.tv_nsec ^ (uint64_t)now.tv_sec;
    fprintf(stderr, "%s: SLATE_SEED=%llu\n", test, (unsigned long long)seed);
    return seed;
}

uint64_t seed_next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

int seed_below(uint64_t *state, int limit)
{
    return (int)(seed_next(state) % (uint64_t)limit);
}

static struct still_world *world_of(struct sys *sys)
{
    return sys->data;
}

static int64_t still_wall(struct sys *sys)
{
    return world_of(sys)->wall;
}

static int64_t still_mono(struct sys *sys)
{
    return world_of(sys)->mono;
}

static int still_offset(struct sys *sys, int64_t wall_ms)
{
    (void)wall_ms;
    return world_of(sys)->offset;
}

static const char *still_env(struct sys *sys, const char *name)
{
    const char *const *pair = world_of(sys)->environment;
    for (; pair != NULL && pair[0] != NULL; pair += 2)
        if (strcmp(pair[0], name) == 0)
            return pair[1][0] != '\0' ? pair[1] : NULL;
    return NULL;
}

static void still_random(struct sys *sys, unsigned char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        bytes[i] = world_of(sys)->random++;
}

struct sys still_sys(struct still_world *world)
{
    return (struct sys){.wall_ms = still_wall,
                        .mono_ms = still_mono,
                        .offset_min = still_offset,
                        .env = still_env,
                        .random = still_random,
                        .data = world};
}

const char *seed_key(uint64_t *state)
{
    static const char *const keys[] = {
        "a",    "b",    "c",     "v",         "w",   "1",      "3",      "5",      "n",
        "s",    "t",    "u",     "i",         "l",   "r",      "m",      "o",      "p",
        "q",    "y",    "Tab",   "Enter",     "Esc", "Up",     "Down",   "Left",   "Right",
        "PgDn", "PgUp", "Space", "Backspace", "Del", "Ctrl-P", "Ctrl-Z", "Ctrl-Y", "?",
        "é",    "日",   "x",     "Home",      "End", "Ctrl-W", "F1",     "d",      "h",
        "e",    "f",    "/",     "g",         "G"};
    return keys[seed_below(state, (int)COUNT_OF(keys))];
}
