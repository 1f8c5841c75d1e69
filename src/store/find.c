#include "store/lists.h"

#include <string.h>

#include "base/uuid.h"
#include "store/db.h"

#define UUID_LEAST 8 /* fewer hex digits could be a name: Ada, Dee, Abe */

static bool is_number(const char *s)
{
    size_t n = strspn(s, "0123456789");
    return n > 0 && n < 19 && s[n] == '\0';
}

static int64_t number(const char *s)
{
    int64_t n = 0;
    for (; *s != '\0'; s++)
        n = n * 10 + (*s - '0');
    return n;
}

static bool is_uuid(const char *s)
{
    size_t n = strspn(s, "0123456789abcdef-");
    return n >= UUID_LEAST && n <= UUID_TEXT && s[n] == '\0';
}

/* Whatever begins like this sorts behind it and before it with a letter that no UUID has. */
static bool find_uuid(struct store *s, const char *beginning, int64_t *id, bool *found,
                      struct err *e)
{
    static const char FIND[] = "SELECT id FROM interview WHERE uuid >= ?1 AND uuid < ?1 || 'g'"
                               " ORDER BY uuid LIMIT 2";
    struct query q;
    int n = 0;
    for (query_start(&q, s, FIND, ARGS(T(beginning))); query_row(&q); n++)
        *id = query_int(&q, 0);
    *found = n == 1;
    if (!query_end(&q, e))
        return false;
    return n < 2 ||
           err_set(e, ERR_INPUT, "several UUIDs begin with %s: give more of it", beginning);
}

bool store_find(struct store *s, const char *which, int64_t *id, bool *found, struct err *e)
{
    static const char EXISTS[] = "SELECT 1 FROM interview WHERE id = ?1";
    *found = false;
    if (is_number(which)) {
        *id = number(which);
        if (!db_exists(s, EXISTS, ARGS(I(*id)), found, e))
            return false;
    }
    return *found || !is_uuid(which) || find_uuid(s, which, id, found, e);
}
