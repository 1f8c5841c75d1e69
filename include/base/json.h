#ifndef SLATE_BASE_JSON_H
#define SLATE_BASE_JSON_H

/* JSON out, by jansson; the one file behind this header sees the library. A value belongs to the
 * object or array it was added to; only the outermost is released.
 *
 *     struct json *o = json_object_new();
 *     json_text(o, "candidate", name);
 *     struct json *list = json_array_in(o, "answers");
 *     json_dump(o, &out);   (indented by two, keys in the order added, a newline at the end;
 *                            what could drive a terminal as \u escapes)
 *     json_release(o); */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct json;

struct json *json_object_new(void);
struct json *json_array_new(void);
/* `key` is NULL when the parent is an array. Text that is not UTF-8 is cleaned, NULL becomes null.
 */
struct json *json_object_in(struct json *parent, const char *key);
struct json *json_array_in(struct json *parent, const char *key);
void json_text(struct json *parent, const char *key, const char *value);
void json_int(struct json *parent, const char *key, int64_t value);
void json_bool(struct json *parent, const char *key, bool value);
void json_null_in(struct json *parent, const char *key); /* jansson owns json_null */
void json_dump(const struct json *value, struct str *out);
void json_release(struct json *value);

#endif
