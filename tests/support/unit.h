#ifndef SLATE_TESTS_UNIT_H
#define SLATE_TESTS_UNIT_H

/* What every test program includes first: cmocka with what it needs, and this folder's helpers. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/str.h"
#include "base/sys.h"

/* Fails with the error's own words when `call` is false. */
#define assert_done(call, e)                                                                       \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (e)->text);                                                  \
    } while (0)

/* Compares the text of a str and clears it for the next use. */
#define assert_str(t, expected)                                                                    \
    do {                                                                                           \
        assert_string_equal((t)->s, expected);                                                     \
        assert_int_equal((t)->len, sizeof(expected) - 1);                                          \
        str_clear(t);                                                                              \
    } while (0)

/* A folder of the test's own, empty; scratch_remove takes it away with all that is in it. */
void scratch_make(struct str *path);
void scratch_remove(struct str *path);
void scratch_write(const char *folder, const char *name, const char *bytes, size_t n);
/* DIR/NAME.yaml into the bank folder, and out of it again. */
bool scratch_give_bank(const char *folder, const char *from, const char *name, struct err *e);
bool scratch_lose_bank(const char *folder, const char *name); /* false when it is not there */

/* Random numbers from a seed that is printed, so that a failure can be played again with
 * SLATE_SEED=n: splitmix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014). */
uint64_t seed_start(const char *test);
uint64_t seed_next(uint64_t *state);
int seed_below(uint64_t *state, int limit); /* [0, limit) */
const char *seed_key(uint64_t *state);      /* a key that a screen may know, by its name */

/* A world that stands still: time, environment and chance are what the test puts here. */
struct still_world {
    int64_t wall, mono;
    int offset;
    const char *const *environment; /* name, value, name, value, NULL; NULL for none */
    unsigned char random;           /* the next byte, counting up */
};
struct sys still_sys(struct still_world *world);

#endif
