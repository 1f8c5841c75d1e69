/* Floor of a long evening: one row per key, as SQLite does it when nobody tunes it but for the
 * write-ahead log (synchronous FULL, a checkpoint at every 1000 pages).
 *
 *     f_wal FILE COUNT     prints the nanoseconds of each */

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int main(int argc, char **argv)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *insert = NULL;
    int rc = argc > 2 ? sqlite3_open(argv[1], &db) : SQLITE_ERROR;
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(db,
                          "PRAGMA journal_mode = WAL;"
                          "CREATE TABLE IF NOT EXISTS key"
                          " (id INTEGER PRIMARY KEY, session INTEGER, at INTEGER, value TEXT)",
                          NULL, NULL, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_prepare_v2(
            db, "INSERT INTO key (session, at, value) VALUES (1, ?1, 'a score and its change')", -1,
            &insert, NULL);
    for (long i = 0, n = argc > 2 ? strtol(argv[2], NULL, 10) : 0; rc == SQLITE_OK && i < n; i++) {
        int64_t start = now_ns();
        sqlite3_bind_int64(insert, 1, i);
        rc = sqlite3_step(insert) == SQLITE_DONE ? sqlite3_reset(insert) : SQLITE_ERROR;
        printf("%lld\n", (long long)(now_ns() - start));
    }
    if (rc != SQLITE_OK)
        fprintf(stderr, "f_wal: %s\n", sqlite3_errmsg(db));
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return rc == SQLITE_OK ? 0 : 1;
}
