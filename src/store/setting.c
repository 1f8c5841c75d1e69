#include "store/db.h"

bool store_setting(struct store *s, const char *name, struct str *out)
{
    static const char FIND[] = "SELECT value FROM setting WHERE name = ?1";
    struct query q;
    struct err ignored = ERR_INIT; /* a setting that cannot be read is one that was never made */
    query_start(&q, s, FIND, ARGS(T(name)));
    bool found = query_row(&q);
    if (found)
        str_set(out, query_text(&q, 0));
    query_end(&q, &ignored);
    return found;
}

bool store_set_setting(struct store *s, const char *name, const char *value, struct err *e)
{
    static const char SET[] = "INSERT INTO setting (name, value) VALUES (?1, ?2)"
                              " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    return tx_begin(s, e) && tx_end(s, db_run(s, SET, ARGS(T(name), T(value)), e), e);
}

bool store_offer_setting(struct store *s, const char *name, const char *value, struct err *e)
{
    sqlite3_busy_timeout(s->db, 0);
    bool good = store_set_setting(s, name, value, e);
    sqlite3_busy_timeout(s->db, BUSY_MS);
    return good;
}

bool store_clear_settings(struct store *s, const char *prefix, struct err *e)
{
    static const char CLEAR[] = "DELETE FROM setting WHERE substr(name, 1, length(?1)) = ?1";
    return tx_begin(s, e) && tx_end(s, db_run(s, CLEAR, ARGS(T(prefix)), e), e);
}
