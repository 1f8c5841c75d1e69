/* Makes a store of so many sessions.
 *
 *     b_fill FILE COUNT */

#include <stdlib.h>

#include "bench/bench.h"
#include "support/gen_store.h"

int main(int argc, char **argv)
{
    struct err e = ERR_INIT;
    struct gen_size size = {.open = 3, .planned = 3, .seed = 1};
    if (argc != 3)
        bench_die("usage: b_fill FILE COUNT");
    size.sessions = (int)strtol(argv[2], NULL, 10);
    if (!gen_store(argv[1], &size, &e))
        bench_die("%s", e.text);
    return 0;
}
