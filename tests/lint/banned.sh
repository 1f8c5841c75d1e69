#!/bin/sh
# What the sources may not do: banned calls, leaving below main, reading the world past sys, mutable
# globals, SQL put together from text.
. "$(dirname "$0")/tap"

findings() {
    (cd "$1" && find src include -name '*.[ch]' 2>/dev/null | sort | xargs -r awk -f "$program")
}

program=$PWD/tests/lint/banned.awk
found=$(findings .)
clean call 'no banned call'
clean leave 'nothing ends the program below main'
clean world 'time, environment and chance come from sys'
clean global 'no mutable globals'
clean sql 'SQL is bound, never formatted'

bad_tree
put src/app/app.c <<'C'
/* strcpy(in, comment); static int in_comment; */
/* A comment of several lines:
int in_long_comment = 1;
   system("x"); */
#define MACRO(x) static int in_macro_##x
static int counter;
int shared = 3;
static const char *moving[] = {"a", "b"};
static const char *const fixed[] = {"strcpy(", "gets("};
static const int table[] = {1, 2};
static volatile sig_atomic_t resized;
static int (*hook)(void);
static int (*const steady[])(void) = {f};
static const struct {
    int a;
} constant_rows[] = {{1}};
static struct {
    int a;
} mutable_rows[2];
struct shape {
    int a;
};
struct shape global_shape;
static struct shape declared(int (*work)(void));
extern const int elsewhere;
enum colour { RED };
struct opaque; /* behind it */
static void f(void)
{
    static int calls;
    static const int limits[] = {1};
    static const struct row *last;
    int local = atoi("3");
    char *p = strtok(s, ",");
    my_system(x);
    x->exit(1);
    exit(1);
    puts("exit(1) /* and */ strcat(a, b)");
    t = time(NULL);
    run_time(x);
    getenv("HOME");
}
C
put src/store/store.c <<'C'
static void f(void)
{
    sqlite3_mprintf("x");
    str_addf(&t, "SELECT * FROM t WHERE id = %d", id);
    str_add(&t, "SELECT * FROM t WHERE name LIKE '%' || ?");
    str_addf(&t, "PRAGMA user_version = %d", version);
    sqlite3_exec(db, text.s, NULL, NULL, NULL);
    sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
    sqlite3_exec(db, schema[0].sql, NULL, NULL, NULL);
}
C
put src/base/sys.c <<'C'
static void f(void)
{
    clock_gettime(CLOCK_REALTIME, &t);
}
C
put src/main.c <<'C'
int main(void)
{
    exit(2);
}
C
found=$(findings "$bad")
spots 'call: src/app/app.c:33: atoi'
spots 'call: src/app/app.c:34: strtok'
spots 'leave: src/app/app.c:37: exit'
spots 'world: src/app/app.c:39: time'
spots 'world: src/app/app.c:41: getenv'
spots 'global: src/app/app.c:6: counter'
spots 'global: src/app/app.c:7: shared'
spots 'global: src/app/app.c:8: moving'
spots 'global: src/app/app.c:12: hook'
spots 'global: src/app/app.c:19: mutable_rows'
spots 'global: src/app/app.c:23: global_shape'
spots 'global: src/app/app.c:30: calls'
spots 'global: src/app/app.c:32: last'
spots 'sql: src/store/store.c:3: sqlite3_mprintf'
spots 'sql: src/store/store.c:4: "SELECT'
spots 'sql: src/store/store.c:7: sqlite3_exec'
result "$([ "$(printf '%s\n' "$found" | wc -l)" = 16 ]; echo $?)" 'the lint spots nothing else'
[ "$failed" = 0 ] || printf '%s\n' "$found" | sed 's/^/# /'
finish
