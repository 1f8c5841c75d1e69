#include "store/result.h"

#include "base/vec.h"
#include "domain/composite.h"

struct items {
    struct composite_item *items;
    size_t n, cap;
};

static bool load_items(struct store *s, const struct head *head, struct items *out, struct err *e)
{
    static const char ITEMS[] =
        "SELECT a.mark, q.weight, EXISTS (SELECT 1 FROM voided v WHERE v.kit = ?2"
        " AND v.question = a.question) FROM mark_now a JOIN bank_question q"
        " ON q.bank_version = ?3 AND q.level = ?4 AND q.pos = a.pos"
        " WHERE a.interview = ?1 AND a.question IS NOT NULL";
    struct query q;
    bool known = true;
    query_start(&q, s, ITEMS,
                ARGS(I(head->id), I(head->kit), I(head->bank_version), T(level_name(head->level))));
    while (known && query_row(&q)) {
        struct composite_item *item = VEC_PUSH(out);
        known = mark_parse(query_text(&q, 0), head->scale, &item->mark);
        item->weight = (int)query_int(&q, 1);
        item->voided = query_int(&q, 2) != 0;
    }
    if (!query_end(&q, e))
        return false;
    return known || err_set(e, ERR_STORE, "%s is damaged: interview %lld has an unknown mark",
                            store_path(s), (long long)head->id);
}

static bool result_compute(struct store *s, const struct head *head, struct composite *c,
                           struct err *e)
{
    struct items items = {0};
    bool good = load_items(s, head, &items, e);
    *c = composite_of(items.items, items.n, head->scale);
    VEC_RELEASE(&items);
    return good;
}

static struct arg tenths(const struct composite *c)
{
    if (!composite_complete(c))
        return arg_text(NULL);
    return arg_int(composite_tenths(c));
}

static bool result_write(struct store *s, const char *sql, const struct head *head, struct err *e)
{
    struct composite c;
    return result_compute(s, head, &c, e) &&
           db_run(s, sql,
                  ARGS(I(head->id), I(c.scale), I(c.sum_wx), I(c.sum_w), I(c.sum_e), tenths(&c),
                       I(c.asked), I(c.scored), I(c.no_evidence), I(c.skipped), I(c.voided)),
                  e);
}

bool result_add(struct store *s, const struct head *head, struct err *e)
{
    static const char ADD[] =
        "INSERT INTO result (interview, scale, sum_wx, sum_w, sum_e, tenths, asked, scored,"
        " no_evidence, skipped, voided) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    return result_write(s, ADD, head, e);
}

bool result_renew(struct store *s, const struct head *head, struct err *e)
{
    static const char SET[] =
        "UPDATE result SET scale = ?2, sum_wx = ?3, sum_w = ?4, sum_e = ?5, tenths = ?6,"
        " asked = ?7, scored = ?8, no_evidence = ?9, skipped = ?10, voided = ?11"
        " WHERE interview = ?1";
    return result_write(s, SET, head, e);
}

bool result_check(struct store *s, const struct head *head, bool *same, struct err *e)
{
    static const char SAME[] =
        "SELECT 1 FROM result WHERE interview = ?1 AND scale = ?2 AND sum_wx = ?3 AND sum_w = ?4"
        " AND sum_e = ?5 AND tenths IS ?6 AND asked = ?7 AND scored = ?8 AND no_evidence = ?9"
        " AND skipped = ?10 AND voided = ?11";
    struct composite c;
    return result_compute(s, head, &c, e) &&
           db_exists(s, SAME,
                     ARGS(I(head->id), I(c.scale), I(c.sum_wx), I(c.sum_w), I(c.sum_e), tenths(&c),
                          I(c.asked), I(c.scored), I(c.no_evidence), I(c.skipped), I(c.voided)),
                     same, e);
}

struct composite result_read(const struct query *q, int first, int scale)
{
    return (struct composite){.scale = scale,
                              .sum_wx = query_int(q, first),
                              .sum_w = query_int(q, first + 1),
                              .sum_e = query_int(q, first + 2),
                              .asked = (int)query_int(q, first + 3),
                              .scored = (int)query_int(q, first + 4),
                              .no_evidence = (int)query_int(q, first + 5),
                              .skipped = (int)query_int(q, first + 6),
                              .weights_differ = query_int(q, first + 7) != 0};
}
