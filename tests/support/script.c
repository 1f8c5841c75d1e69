#include "ui/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/starting.h"
#include "base/alloc.h"
#include "base/file.h"
#include "base/path.h"
#include "base/vec.h"
#include "screens/open.h"
#include "screens/ui.h"
#include "support/gen_store.h"
#include "support/script_state.h"
#include "support/stored.h"
#include "support/unit.h"
#include "tui/term.h"

#define RANDOM_KEYS 46            /* in queue_random */
#define START_WALL  1795428000000 /* 2026-11-23 10:00:00 UTC, a Monday */

static struct script *script_of(struct term *t)
{
    return (struct script *)(uintptr_t)t;
}

/* ---- events ---- */

static void queue_key(struct script *s, const char *name)
{
    *VEC_PUSH(&s->pending) = xstrdup(name);
}

static void queue_text(struct script *s, const char *text)
{
    for (size_t i = 0, n = strlen(text); i < n;) {
        size_t end = i + 1;
        while (end < n && ((unsigned char)text[end] & 0xC0) == 0x80)
            end++;
        char one[8] = {0};
        memcpy(one, text + i, end - i < 7 ? end - i : 7);
        queue_key(s, one[0] == ' ' ? "Space" : one);
        i = end;
    }
}

static bool next_size(struct script *s, struct event *ev)
{
    static const int sizes[][2] = {{1, 1},    {1, 80},   {24, 1},   {2, 2},   {3, 10},
                                   {5, 20},   {8, 30},   {12, 40},  {24, 80}, {30, 119},
                                   {30, 120}, {50, 160}, {60, 200}, {0, 0}};
    int i = s->size_at++;
    int rows = sizes[i][0] ? sizes[i][0] : s->rows, cols = sizes[i][1] ? sizes[i][1] : s->cols;
    if (!sizes[i][0])
        s->size_at = -1;
    term_script_resize(s->inner, rows, cols);
    return s->inner->ops->next(s->inner, 0, ev);
}

static bool give_pending(struct script *s, struct event *ev)
{
    struct key k;
    const char *name = s->pending.items[s->pending_at++];
    if (!key_parse(name, &k))
        return script_wrong(s, "\"%s\" is no key", name);
    term_script_key(s->inner, k);
    if (s->pending_at == s->pending.n) {
        for (size_t i = 0; i < s->pending.n; i++)
            free(s->pending.items[i]);
        s->pending.n = s->pending_at = 0;
    }
    return s->inner->ops->next(s->inner, 0, ev);
}

static void paste(struct script *s, const char *text, int times)
{
    struct str t = STR_INIT, all = STR_INIT;
    for (const char *p = text; *p; p++) {
        bool newline = p[0] == '\\' && p[1] == 'n';
        str_addc(&t, newline ? '\n' : *p);
        p += newline;
    }
    str_repeat(&all, t.s, times);
    term_script_paste(s->inner, all.s);
    str_release(&t);
    str_release(&all);
}

/* Queues what a line says. False when the line is not an event. */
static bool queue_event(struct script *s, const char *word, char *rest)
{
    int rows, cols;
    if (str_same(word, "key")) {
        for (char *name; (name = strsep(&rest, " ")) != NULL;)
            if (name[0])
                queue_key(s, name);
    } else if (str_same(word, "type")) {
        queue_text(s, rest);
    } else if (str_same(word, "paste")) {
        paste(s, rest, 1);
    } else if (str_same(word, "pastes")) {
        int times = (int)strtol(rest, &rest, 10);
        paste(s, rest, times);
    } else if (str_same(word, "tick")) {
        script_advance(s, rest);
        term_script_event(s->inner, EVENT_TICK);
    } else if (str_same(word, "resize") && sscanf(rest, "%d %d", &rows, &cols) == 2) {
        s->rows = rows;
        s->cols = cols;
        term_script_resize(s->inner, rows, cols);
    } else if (str_same(word, "click") && sscanf(rest, "%d %d", &rows, &cols) == 2) {
        term_script_click(s->inner, rows, cols);
    } else if (str_same(word, "terminate")) {
        term_script_event(s->inner, EVENT_TERMINATE);
    } else if (str_same(word, "everysize")) {
        s->size_at = 0;
    } else if (str_same(word, "random")) {
        s->random_left = atoi(rest);
        s->seed = seed_start(s->path);
    } else {
        return false;
    }
    return true;
}

/* The next line split into its first word and the rest; NULL at the end and at a `again`. */
static char *next_line(struct script *s, char **rest)
{
    while (s->at < s->n) {
        char *line = s->lines[s->at];
        if (str_same(line, "again") || str_same(line, "home") || str_same(line, "new") ||
            str_same(line, "demo"))
            return NULL;
        s->at++;
        str_addf(&s->rewritten, "%s\n", line);
        if (!line[0] || line[0] == '#')
            continue;
        snprintf(s->line, sizeof s->line, "%s", line);
        char *p = s->line;
        char *word = strsep(&p, " ");
        *rest = p ? p : word + strlen(word);
        return word;
    }
    return NULL;
}

static bool script_next(struct term *t, int timeout_ms, struct event *ev)
{
    struct script *s = script_of(t);
    char *rest, *word;
    for (;;) {
        if (s->failed)
            return false;
        if (s->size_at >= 0)
            return next_size(s, ev);
        if (s->pending_at < s->pending.n)
            return give_pending(s, ev);
        if (s->inner->ops->pending(s->inner))
            return s->inner->ops->next(s->inner, 0, ev);
        if (timeout_ms == 0) /* what is under way ends before the next line is read */
            term_script_event(s->inner, EVENT_TICK);
        else if (s->random_left && s->random_left--)
            queue_key(s, seed_key(&s->seed));
        else if (!(word = next_line(s, &rest)))
            return false;
        else if (!queue_event(s, word, rest))
            script_check(s, word, rest);
    }
}

static void script_size(struct term *t, int *rows, int *cols)
{
    *rows = script_of(t)->rows;
    *cols = script_of(t)->cols;
}

static bool script_pending(struct term *t)
{
    (void)t;
    return false;
}

static void script_paint(struct term *t, const struct canvas *c)
{
    script_of(t)->inner->ops->paint(script_of(t)->inner, c);
}

static void script_nothing(struct term *t)
{
    (void)t;
}

static bool script_copy(struct term *t, const struct str *text, const char **hint, struct err *e)
{
    return term_copy(script_of(t)->inner, text, hint, e);
}

static const struct term_ops ops = {.size = script_size,
                                    .next = script_next,
                                    .pending = script_pending,
                                    .paint = script_paint,
                                    .bell = script_nothing,
                                    .copy = script_copy,
                                    .suspend = script_nothing,
                                    .stop = script_nothing,
                                    .resume = script_nothing,
                                    .close = script_nothing};

/* ---- before the program runs ---- */

static void put_environment(struct script *s, const char *name, const char *value)
{
    s->environment[s->n_environment++] = xstrdup(name);
    s->environment[s->n_environment++] = xstrdup(value);
}

static bool copy_bank(struct script *s, const char *from, const char *name)
{
    struct err e = ERR_INIT;
    return scratch_give_bank(s->folder.s, from, name, &e) || script_wrong(s, "%s", e.text);
}

/* A file of the tests into the folder that the program runs in. */
static bool copy_file(struct script *s, const char *name)
{
    struct err e = ERR_INIT;
    struct str path = STR_INIT, bytes = STR_INIT;
    str_addf(&path, "%s/%s", SLATE_TESTS, name);
    bool ok = file_read(path.s, FILE_BANK_MAX, &bytes, NULL, &e) || script_wrong(s, "%s", e.text);
    if (ok)
        scratch_write(s->folder.s, path_base(name), bytes.s, bytes.len);
    str_release(&path);
    str_release(&bytes);
    return ok;
}

/* Where the program will look for its store. */
static bool make_store(struct script *s, const char *sessions)
{
    struct err e = ERR_INIT;
    struct gen_size size = {.sessions = atoi(sessions), .open = 2, .planned = 2, .seed = 1};
    struct str path = STR_INIT;
    str_addf(&path, "%s/large.db", s->folder.s);
    put_environment(s, "SLATE_DB", path.s);
    bool ok = gen_store(path.s, &size, &e) || script_wrong(s, "%s", e.text);
    str_release(&path);
    return ok;
}

static bool prepare(struct script *s, const char *word, char *rest)
{
    if (str_same(word, "size"))
        return sscanf(rest, "%d %d", &s->rows, &s->cols) == 2;
    if (str_same(word, "bank"))
        return copy_bank(s, SLATE_TESTS "/ui/banks", rest);
    else if (str_same(word, "shipped"))
        return copy_bank(s, SLATE_BANKS, rest);
    else if (str_same(word, "give"))
        return copy_file(s, rest);
    else if (str_same(word, "store"))
        return make_store(s, rest);
    else if (str_same(word, "lose"))
        return scratch_lose_bank(s->folder.s, rest);
    else if (str_same(word, "config"))
        str_addf(&s->config, "%s\n", rest);
    else if (str_same(word, "set")) {
        char *value = strchr(rest, ' ');
        if (value)
            *value++ = '\0';
        put_environment(s, rest, value ? value : "");
    } else if (str_same(word, "later"))
        script_advance(s, rest);
    else
        return script_check(s, word, rest);
    return true;
}

static void read_lines(struct script *s, struct str *bytes)
{
    size_t cap = 0;
    char *rest = bytes->s;
    for (char *line; (line = strsep(&rest, "\n")) != NULL;) {
        s->lines = vec_room(s->lines, s->n, &cap, sizeof *s->lines);
        s->lines[s->n++] = line;
    }
    if (s->n && !s->lines[s->n - 1][0])
        s->n--;
}

/* ---- running ---- */

static bool run_program(struct script *s, const char *how)
{
    struct err e = ERR_INIT;
    struct sys sys = still_sys(&s->world);
    scratch_write(s->folder.s, "config", s->config.s, s->config.len);
    bool form = str_same(how, "new"), demo = str_same(how, "demo");
    app_init(&s->app, sys, NULL);
    s->app.demo = s->app.rehearsal = demo;
    s->inner = term_script_open(s->rows, s->cols);
    s->term.ascii = s->app.config.ascii;
    bool ok = app_open_store(&s->app, &e) && (!demo || start_demo(&s->app, &e));
    struct screen *home = ok ? home_open(&s->app, &e) : NULL;
    struct screen *above = home && form ? new_open(&s->app, 0, &e) : NULL;
    s->ended = false;
    if (!home || (form && !above) || !ui_run(&s->app, &s->term, home, above, &e))
        script_wrong(s, "%s", e.text);
    s->ended = true;
    return !s->failed;
}

static void stop_program(struct script *s)
{
    app_release(&s->app);
    s->inner->ops->close(s->inner);
    s->inner = NULL;
}

static void play(struct script *s)
{
    bool running = false;
    while (!s->failed && s->at < s->n) {
        char *rest, *word = next_line(s, &rest);
        if (word) {
            if (!prepare(s, word, rest))
                s->failed = true;
            continue;
        }
        if (s->at >= s->n)
            break;
        const char *how = s->lines[s->at];
        str_addf(&s->rewritten, "%s\n", s->lines[s->at]);
        s->at++;
        if (running)
            stop_program(s);
        running = true;
        run_program(s, how);
    }
    if (running)
        stop_program(s);
}

static void set_world(struct script *s)
{
    struct str file = STR_INIT;
    s->world = (struct still_world){.wall = START_WALL, .mono = 1000000};
    put_environment(s, "HOME", s->folder.s);
    path_join(&file, s->folder.s, "config");
    put_environment(s, "SLATE_CONFIG", file.s);
    put_environment(s, "SLATE_INTERVIEWER", "Mara Lindqvist");
    s->world.environment = s->environment;
    str_release(&file);
}

bool script_play(const char *path)
{
    struct script s = {.term = {&ops, false}, .path = path, .rows = 24, .cols = 80, .size_at = -1};
    struct str bytes = STR_INIT;
    struct err e = ERR_INIT;
    s.update = getenv("SLATE_UPDATE") != NULL;
    str_init(&s.folder);
    str_init(&s.config);
    str_init(&s.rewritten);
    if (!file_read(path, FILE_BANK_MAX, &bytes, NULL, &e)) {
        printf("# %s\n", e.text);
        return false;
    }
    char *cwd = getcwd(NULL, 0);
    scratch_make(&s.folder);
    set_world(&s);
    read_lines(&s, &bytes);
    s.failed = chdir(s.folder.s) != 0;
    play(&s);
    s.failed = chdir(cwd) != 0 || s.failed;
    if (s.update && !s.failed && !file_replace(path, s.rewritten.s, s.rewritten.len, 0644, &e))
        s.failed = true;
    scratch_remove(&s.folder);
    for (size_t i = 0; i < s.n_environment; i++)
        free((void *)(uintptr_t)s.environment[i]);
    free(cwd);
    free(s.lines);
    VEC_RELEASE(&s.pending);
    str_release(&bytes);
    str_release(&s.config);
    str_release(&s.rewritten);
    return !s.failed;
}
