#include "store/banks.h"

#include "store/db.h"

static bool count(struct store *s, const char *sql, struct arg which, int64_t *n, struct err *e)
{
    struct query q;
    query_start(&q, s, sql, ARGS(which));
    if (query_row(&q))
        *n = query_int(&q, 0);
    return query_end(&q, e);
}

bool store_bank_uses(struct store *s, const struct hash *sha256, const char *name,
                     struct store_bank_uses *out, struct err *e)
{
    static const char BANK[] = "SELECT count(*) FROM interview WHERE bank = ?1";
    static const char VERSION[] =
        "SELECT count(*) FROM bank_version v JOIN interview i ON i.bank = v.name"
        " AND i.bank_version = v.id WHERE v.sha256 = ?1";
    *out = (struct store_bank_uses){0, 0};
    return count(s, BANK, T(name), &out->bank, e) &&
           count(s, VERSION, B(sha256->b, HASH_SIZE), &out->version, e);
}

bool store_bank_bytes(struct store *s, int64_t interview, struct str *bytes, struct str *name,
                      struct err *e)
{
    static const char FIND[] = "SELECT v.name, CAST(v.bytes AS TEXT) FROM interview i"
                               " JOIN bank_version v ON v.id = i.bank_version WHERE i.id = ?1";
    struct query q;
    query_start(&q, s, FIND, ARGS(I(interview)));
    bool found = query_row(&q);
    if (found) {
        str_add(name, query_text(&q, 0));
        str_add(bytes, query_text(&q, 1));
    }
    if (!query_end(&q, e))
        return false;
    return found ||
           err_set(e, ERR_MISSING, "there is no session number %lld", (long long)interview);
}

bool store_bank_latest(struct store *s, const char *name, int64_t *id, struct err *e)
{
    static const char FIND[] =
        "SELECT id FROM interview WHERE bank = ?1 ORDER BY listed_at DESC LIMIT 1";
    *id = 0;
    return count(s, FIND, T(name), id, e);
}
