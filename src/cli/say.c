#include "cli/say.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static void write_clean(FILE *to, const char *text, size_t n)
{
    struct str clean = STR_INIT;
    utf8_clean(&clean, text, n, true);
    fwrite(clean.s, 1, clean.len, to);
    str_release(&clean);
}

void say_result(const struct str *text)
{
    write_clean(stdout, text->s, text->len);
}

void say_tame(const struct str *text)
{
    fwrite(text->s, 1, text->len, stdout);
}

void say_json(struct json *value)
{
    struct str text = STR_INIT;
    json_dump(value, &text);
    json_release(value);
    say_tame(&text);
    str_release(&text);
}

void say_talk(const struct str *text)
{
    write_clean(stderr, text->s, text->len);
}

void say_note(const char *fmt, ...)
{
    struct str text = STR_INIT;
    str_add(&text, "slate: ");
    va_list ap;
    va_start(ap, fmt);
    str_addv(&text, fmt, ap);
    va_end(ap);
    str_addc(&text, '\n');
    write_clean(stderr, text.s, text.len);
    str_release(&text);
}

int say_failure(const char *name, const struct err *e)
{
    struct str text = STR_INIT;
    const char *blank = name != NULL ? " " : "";
    name = name != NULL ? name : "";
    str_addf(&text, "slate%s%s: %s\n", blank, name, e->text);
    if (e->kind == ERR_USAGE)
        str_addf(&text, "See: slate%s%s --help\n", blank, name);
    write_clean(stderr, text.s, text.len);
    str_release(&text);
    return err_exit_status(e);
}

int say_end(int status)
{
    bool lost = ferror(stdout) != 0;
    errno = 0;
    if (fclose(stdout) != 0)
        lost = true;
    if (!lost)
        return status;
    struct err e = ERR_INIT;
    const char *what = "the output could not be written in full";
    if (errno != 0)
        err_errno(&e, ERR_IO, errno, "%s", what);
    else
        err_set(&e, ERR_IO, "%s", what);
    return say_failure(NULL, &e);
}
