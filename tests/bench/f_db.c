/* Floor of a start with a store: opens a database with a write-ahead log and paints its newest
 * sessions.
 *
 *     f_db FILE          paints, waits for a key, ends
 *     f_db FILE COUNT    makes a file with that many sessions */

#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

#define ROWS 22

static int fill(sqlite3 *db, const char *count)
{
    sqlite3_stmt *insert = NULL;
    long n = strtol(count, NULL, 10);
    int rc = sqlite3_exec(db,
                          "PRAGMA journal_mode = WAL; BEGIN;"
                          "CREATE TABLE session (id INTEGER PRIMARY KEY, candidate TEXT,"
                          " job TEXT, state TEXT, at INTEGER);"
                          "CREATE INDEX session_at ON session (at)",
                          NULL, NULL, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_prepare_v2(db,
                                "INSERT INTO session VALUES (?1, 'Candidate ' || ?1,"
                                " 'Post Producer', 'submitted', ?1 * 7919 % 1000003)",
                                -1, &insert, NULL);
    for (long i = 1; rc == SQLITE_OK && i <= n; i++) {
        sqlite3_bind_int64(insert, 1, i);
        if (sqlite3_step(insert) == SQLITE_DONE)
            rc = sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    return rc;
}

static int paint(sqlite3 *db)
{
    sqlite3_stmt *newest = NULL;
    int rc = sqlite3_prepare_v2(db,
                                "SELECT candidate, job, state, at FROM session"
                                " ORDER BY at DESC LIMIT ?1",
                                -1, &newest, NULL);
    if (rc != SQLITE_OK)
        return rc;
    sqlite3_bind_int(newest, 1, ROWS);
    for (int row = 0; sqlite3_step(newest) == SQLITE_ROW; row++)
        mvprintw(row, 0, "%-30s %-20s %-12s %lld", (const char *)sqlite3_column_text(newest, 0),
                 (const char *)sqlite3_column_text(newest, 1),
                 (const char *)sqlite3_column_text(newest, 2), sqlite3_column_int64(newest, 3));
    return sqlite3_finalize(newest);
}

int main(int argc, char **argv)
{
    sqlite3 *db = NULL;
    int rc;
    if (argc < 2 || yaml_get_version_string() == NULL || sqlite3_open(argv[1], &db) != SQLITE_OK)
        return 1;
    if (argc > 2) {
        rc = fill(db, argv[2]);
    } else {
        setlocale(LC_CTYPE, "");
        initscr();
        rc = paint(db);
        refresh();
        getch();
        endwin();
    }
    if (rc != SQLITE_OK)
        fprintf(stderr, "f_db: %s\n", sqlite3_errmsg(db));
    sqlite3_close(db);
    return rc == SQLITE_OK ? 0 : 1;
}
