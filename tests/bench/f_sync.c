/* Floor of a durable key: 4 KiB written over and synced, nothing else.
 *
 *     f_sync FILE COUNT PACE     PACE: microseconds from one write to the next, 0 for back to back
 *
 * Prints the nanoseconds of each. The file is written through beforehand, so that neither space nor
 * a longer size has to be recorded. */

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define PAGE  4096
#define PAGES 1024

static int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void sleep_until(int64_t at)
{
    struct timespec t = {.tv_sec = at / 1000000000, .tv_nsec = at % 1000000000};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL);
}

int main(int argc, char **argv)
{
    char page[PAGE] = {0};
    long count = argc > 3 ? strtol(argv[2], NULL, 10) : 0;
    int64_t pace = argc > 3 ? strtol(argv[3], NULL, 10) * 1000 : 0, next;
    int fd = argc > 3 ? open(argv[1], O_RDWR | O_CREAT, 0600) : -1;
    if (fd < 0)
        return 1;
    for (int i = 0; lseek(fd, 0, SEEK_END) < PAGES * PAGE && i < PAGES; i++)
        if (pwrite(fd, page, PAGE, (off_t)i * PAGE) != PAGE)
            return 1;
    if (fsync(fd) < 0)
        return 1;
    next = now_ns();
    for (long i = 0; i < count; i++) {
        int64_t start;
        if (pace > 0)
            sleep_until(next += pace);
        start = now_ns();
        page[0] = (char)i;
        if (pwrite(fd, page, PAGE, i % PAGES * PAGE) != PAGE || fdatasync(fd) < 0)
            return 1;
        printf("%lld\n", (long long)(now_ns() - start));
    }
    return 0;
}
