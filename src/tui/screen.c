#include "tui/screen.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

static struct outcome out_kind(enum outcome_kind kind)
{
    return (struct outcome){.kind = kind};
}

struct outcome out_unhandled(void)
{
    return out_kind(OUT_UNHANDLED);
}

struct outcome out_stay(void)
{
    return out_kind(OUT_STAY);
}

/* A message that was cut must not end in half a character. */
static void trim_end(char *text)
{
    size_t n = strlen(text), bad;
    if (!utf8_valid(text, n, &bad) && n - bad < 4)
        text[bad] = '\0';
}

struct outcome out_say(enum tone tone, const char *fmt, ...)
{
    struct outcome out = {.kind = OUT_STAY, .tone = tone};
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(out.message, sizeof out.message, fmt, ap);
    va_end(ap);
    trim_end(out.message);
    return out;
}

struct outcome out_push(struct screen *s)
{
    return (struct outcome){.kind = OUT_PUSH, .screen = s};
}

struct outcome out_replace(struct screen *s)
{
    return (struct outcome){.kind = OUT_REPLACE, .screen = s};
}

struct outcome out_pop(long value)
{
    return (struct outcome){.kind = OUT_POP, .value = value};
}

struct outcome out_leaving(struct outcome out, long value)
{
    out.kind = OUT_POP;
    out.value = value;
    return out;
}

struct outcome out_quit(void)
{
    return out_kind(OUT_QUIT);
}

struct outcome out_ask(const struct ask *ask)
{
    return (struct outcome){.kind = OUT_ASK, .ask = ask};
}

struct outcome out_run(const struct run *run)
{
    return (struct outcome){.kind = OUT_RUN, .run = run};
}

struct outcome out_job(struct job *job)
{
    return (struct outcome){.kind = OUT_STAY, .job = job};
}

struct outcome out_copy(char *text)
{
    return (struct outcome){.kind = OUT_STAY, .copy = text};
}

struct screen *screen_new(const struct screen_ops *ops, void *state)
{
    struct screen *s = xmalloc(sizeof *s);
    *s = (struct screen){ops, state};
    return s;
}

void screen_close(struct screen *s)
{
    if (s == NULL)
        return;
    if (s->ops->close != NULL)
        s->ops->close(s->state);
    free(s);
}
