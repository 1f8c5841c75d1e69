#include "base/json.h"

#include <jansson.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

/* struct json is never defined: it stands for json_t outside this file. */
static json_t *inside(struct json *value)
{
    return (json_t *)value;
}

static struct json *outside(json_t *value)
{
    if (value == NULL)
        alloc_failed();
    return (struct json *)value;
}

/* Gives the value to its parent. It can only fail for want of memory or by a mistake of ours. */
static struct json *add(struct json *parent, const char *key, json_t *value)
{
    struct json *added = outside(value);
    int failed = key != NULL ? json_object_set_new_nocheck(inside(parent), key, value)
                             : json_array_append_new(inside(parent), value);
    if (failed)
        alloc_failed();
    return added;
}

struct json *json_object_new(void)
{
    return outside(json_object());
}

struct json *json_array_new(void)
{
    return outside(json_array());
}

struct json *json_object_in(struct json *parent, const char *key)
{
    return add(parent, key, json_object());
}

struct json *json_array_in(struct json *parent, const char *key)
{
    return add(parent, key, json_array());
}

/* JSON escapes what is not printable, so that only broken UTF-8 needs cleaning. */
static json_t *text_value(const char *value)
{
    size_t n = strlen(value);
    if (utf8_valid(value, n, NULL))
        return json_stringn_nocheck(value, n);
    struct str clean = STR_INIT;
    utf8_clean(&clean, value, n, true);
    json_t *text = json_stringn_nocheck(clean.s, clean.len);
    str_release(&clean);
    return text;
}

void json_text(struct json *parent, const char *key, const char *value)
{
    add(parent, key, value != NULL ? text_value(value) : json_null());
}

void json_int(struct json *parent, const char *key, int64_t value)
{
    add(parent, key, json_integer(value));
}

void json_bool(struct json *parent, const char *key, bool value)
{
    add(parent, key, json_boolean(value));
}

void json_null_in(struct json *parent, const char *key)
{
    add(parent, key, json_null());
}

static int take(const char *bytes, size_t n, void *out)
{
    str_addn(out, bytes, n);
    return 0;
}

/* jansson escapes below the blank only. What is left stands within strings, none above U+FFFF. */
static void add_tame(struct str *out, const struct str *dumped)
{
    for (size_t at = 0, n; at < dumped->len; at += n) {
        uint32_t cp;
        n = utf8_decode(dumped->s + at, dumped->len - at, &cp);
        if (utf8_is_control(cp) || utf8_is_bidi(cp))
            str_addf(out, "\\u%04X", (unsigned)cp);
        else
            str_addn(out, dumped->s + at, n);
    }
}

void json_dump(const struct json *value, struct str *out)
{
    struct str dumped = STR_INIT;
    int flags = JSON_INDENT(2) | JSON_ENCODE_ANY;
    if (json_dump_callback((const json_t *)value, take, &dumped, flags) != 0)
        alloc_failed();
    add_tame(out, &dumped);
    str_addc(out, '\n');
    str_release(&dumped);
}

void json_release(struct json *value)
{
    json_decref(inside(value));
}
