#include "base/sys.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

static int64_t now_ms(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int64_t real_wall(struct sys *sys)
{
    (void)sys;
    return now_ms(CLOCK_REALTIME);
}

static int64_t real_mono(struct sys *sys)
{
    (void)sys;
    return now_ms(CLOCK_BOOTTIME);
}

static int real_offset(struct sys *sys, int64_t wall_ms)
{
    (void)sys;
    time_t seconds = (time_t)(wall_ms / 1000);
    struct tm local;
    return localtime_r(&seconds, &local) != NULL ? (int)(local.tm_gmtoff / 60) : 0;
}

static const char *real_env(struct sys *sys, const char *name)
{
    (void)sys;
    const char *value = getenv(name);
    return value != NULL && *value != '\0' ? value : NULL;
}

static void real_random(struct sys *sys, unsigned char *bytes, size_t n)
{
    (void)sys;
    for (size_t done = 0; done < n;) {
        ssize_t got = getrandom(bytes + done, n - done, 0);
        if (got > 0) {
            done += (size_t)got;
        } else if (errno != EINTR) {
            perror("slate: this system has no random numbers");
            abort();
        }
    }
}

struct sys sys_real(void)
{
    static const struct sys machine = {
        .wall_ms = real_wall,
        .mono_ms = real_mono,
        .offset_min = real_offset,
        .env = real_env,
        .random = real_random,
    };
    tzset(); /* here alone: it looks at a file each time, and a list asks for an offset per row */
    return machine;
}
