#ifndef SLATE_BASE_SYS_H
#define SLATE_BASE_SYS_H

/* The outside world as far as time, environment and chance go, injected so that a test decides
 * them. sys_real() is the machine; tests fill a struct of their own.
 *
 * Times are milliseconds since 1970 in UTC (`wall`) or since an arbitrary start (`mono`, which goes
 * on while the machine sleeps: CLOCK_BOOTTIME). Offsets are minutes east of UTC. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sys {
    int64_t (*wall_ms)(struct sys *);
    int64_t (*mono_ms)(struct sys *);
    int (*offset_min)(struct sys *, int64_t wall_ms);   /* local offset at that time */
    const char *(*env)(struct sys *, const char *name); /* NULL when unset or empty */
    void (*random)(struct sys *, unsigned char *bytes, size_t n);
    void *data; /* the test's own */
};

/* The machine's, in the time zone of the moment of asking. One static constant table behind it;
 * copy the struct to change a part of it. */
struct sys sys_real(void);

#endif
