#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "support/script_state.h"
#include "support/stored.h"

bool script_wrong(struct script *s, const char *fmt, ...)
{
    struct str text = STR_INIT, screen = STR_INIT;
    va_list ap;
    va_start(ap, fmt);
    str_addv(&text, fmt, ap);
    va_end(ap);
    printf("# %s:%zu: %s\n", s->path, s->at, text.s);
    if (s->inner) {
        canvas_dump(term_script_canvas(s->inner), &screen);
        printf("# the screen was:\n");
        char *rest = screen.s;
        for (char *line; (line = strsep(&rest, "\n")) != NULL;)
            printf("# |%s\n", line);
    }
    s->failed = true;
    str_release(&text);
    str_release(&screen);
    return false;
}

/* ---- what is on the screen ---- */

static void dump(struct script *s, bool styles, struct str *out)
{
    const struct canvas *c = term_script_canvas(s->inner);
    if (styles)
        canvas_dump_roles(c, out);
    else
        canvas_dump(c, out);
}

/* Compares with the lines up to "end" (or takes them over). */
static bool compare_block(struct script *s, bool styles)
{
    struct str got = STR_INIT;
    bool good = true;
    dump(s, styles, &got);
    char *rest = got.s;
    if (s->update) {
        while (s->at < s->n && !str_same(s->lines[s->at], "end"))
            s->at++;
        for (char *line; (line = strsep(&rest, "\n")) != NULL && (line[0] || rest);)
            str_addf(&s->rewritten, "|%s\n", line);
    }
    while (!s->update && s->at < s->n && !str_same(s->lines[s->at], "end")) {
        const char *want = s->lines[s->at++];
        const char *line = rest ? strsep(&rest, "\n") : "";
        if (good && (want[0] != '|' || !str_same(want + 1, line ? line : "")))
            good = script_wrong(s, "expected |%s\n#   but the screen has |%s", want + 1,
                                line ? line : "");
    }
    s->at++;
    if (s->update)
        str_add(&s->rewritten, "end\n");
    str_release(&got);
    return good;
}

static bool has(struct script *s, const char *text)
{
    struct str got = STR_INIT;
    dump(s, false, &got);
    bool found = strstr(got.s, text) != NULL;
    str_release(&got);
    return found;
}

static bool was_copied(struct script *s, const char *text)
{
    const char *copied = term_script_copied(s->inner);
    if (copied && strstr(copied, text))
        return true;
    return script_wrong(s, "the clipboard has %s", copied ? copied : "nothing");
}

static bool at_cursor(struct script *s, const char *rest)
{
    const struct canvas *c = term_script_canvas(s->inner);
    int row = -1, col = -1;
    if (sscanf(rest, "%d %d", &row, &col) != 2)
        return script_wrong(s, "cursor ROW COL");
    if (c->cursor && c->cursor_row == row && c->cursor_col == col)
        return true;
    return script_wrong(s, "the cursor rests at %d %d%s", c->cursor_row, c->cursor_col,
                        c->cursor ? "" : " (hidden)");
}

void script_advance(struct script *s, const char *seconds)
{
    int64_t ms = strtoll(seconds, NULL, 10) * 1000;
    s->world.wall += ms;
    s->world.mono += ms;
}

/* Another program adds a line to a file. */
static bool append_line(struct script *s, const char *rest)
{
    struct str path = STR_INIT;
    size_t n = strcspn(rest, " ");
    str_addf(&path, "%s/%.*s", s->folder.s, (int)n, rest);
    FILE *f = fopen(path.s, "a");
    bool ok = f != NULL && fprintf(f, "%s\n", rest + n + (rest[n] == ' ')) > 0;
    ok = f != NULL && fclose(f) == 0 && ok;
    str_release(&path);
    return ok || script_wrong(s, "cannot add to %.*s", (int)n, rest);
}

bool script_check(struct script *s, const char *word, const char *rest)
{
    if (str_same(word, "see"))
        return has(s, rest) || script_wrong(s, "the screen does not have \"%s\"", rest);
    if (str_same(word, "not"))
        return !has(s, rest) || script_wrong(s, "the screen has \"%s\"", rest);
    if (str_same(word, "cursor"))
        return at_cursor(s, rest);
    if (str_same(word, "disk"))
        return stored_fill_disk(s->app.store, str_same(rest, "full"));
    if (str_same(word, "append"))
        return append_line(s, rest);
    if (str_same(word, "file"))
        return file_exists(rest) || script_wrong(s, "there is no file %s", rest);
    if (str_same(word, "nofile"))
        return !file_exists(rest) || script_wrong(s, "there is a file %s", rest);
    if (str_same(word, "copied"))
        return was_copied(s, rest);
    if (str_same(word, "later")) {
        script_advance(s, rest);
        return true;
    }
    if (str_same(word, "screen") || str_same(word, "styles"))
        return compare_block(s, word[1] == 't');
    if (str_same(word, "over"))
        return s->ended || script_wrong(s, "the program goes on");
    return script_wrong(s, "\"%s\" is not known here", word);
}
