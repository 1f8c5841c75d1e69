#include "store/bank_version.h"
#include "store/voids.h"

/* Where a text hangs: on the bank (level "", pos -1), on a level (pos -1), or on a question. */
struct peg {
    struct store *s;
    int64_t version;
    const char *level;
    int pos;
    struct err *e;
};

struct entry {
    const char *kind;
    int n;
    const char *name, *body, *type;
};

static bool hang(const struct peg *peg, struct entry t)
{
    static const char ADD[] =
        "INSERT INTO bank_text (bank_version, level, pos, kind, n, name, body, type)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    return db_run(peg->s, ADD,
                  ARGS(I(peg->version), T(peg->level), I(peg->pos), T(t.kind), I(t.n), T(t.name),
                       T(t.body != NULL ? t.body : ""), T(t.type)),
                  peg->e);
}

static bool hang_phrases(const struct peg *peg, const char *kind, const struct phrases *list)
{
    for (size_t i = 0; i < list->n; i++)
        if (!hang(peg, (struct entry){.kind = kind, .n = (int)i, .body = list->items[i].s}))
            return false;
    return true;
}

static bool hang_words(const struct peg *peg, const struct bank *b)
{
    for (size_t i = 0; i < b->n_glossary; i++)
        if (!hang(peg, (struct entry){.kind = "glossary",
                                      .n = (int)i,
                                      .name = b->glossary[i].term.s,
                                      .body = b->glossary[i].meaning.s}))
            return false;
    for (size_t i = 0; i < b->n_competencies; i++)
        if (!hang(peg, (struct entry){.kind = "competency",
                                      .n = (int)i,
                                      .name = b->competencies[i].id.s,
                                      .body = b->competencies[i].meaning.s}))
            return false;
    for (size_t i = 0; i < b->n_facts; i++)
        if (!hang(peg, (struct entry){.kind = "fact",
                                      .n = (int)i,
                                      .name = b->facts[i].id.s,
                                      .body = b->facts[i].ask.s,
                                      .type = fact_kind_name(b->facts[i].kind)}))
            return false;
    return true;
}

static bool hang_bank(struct store *s, int64_t version, const struct bank *b, struct err *e)
{
    struct peg peg = {s, version, "", -1, e};
    return hang_phrases(&peg, "search_title", &b->search_titles) &&
           hang_phrases(&peg, "resume_phrase", &b->resume_phrases) &&
           hang_phrases(&peg, "red_flag", &b->red_flags) &&
           hang_phrases(&peg, "opening", &b->opening) &&
           hang_phrases(&peg, "closing", &b->closing) && hang_words(&peg, b);
}

static bool hang_question(const struct peg *peg, const struct question *q, int scale)
{
    for (int i = 1; i <= scale; i++)
        if (q->anchors[i].s != NULL &&
            !hang(peg, (struct entry){.kind = "anchor", .n = i, .body = q->anchors[i].s}))
            return false;
    return hang_phrases(peg, "heard", &q->expect) && hang_phrases(peg, "flag", &q->red_flags) &&
           hang_phrases(peg, "probe", &q->probes);
}

/* The row with this hash, or a new one. */
static bool keep_question(struct store *s, const struct question *q, int scale, int64_t *id,
                          struct err *e)
{
    static const char FIND[] = "SELECT id FROM question WHERE digest = ?1";
    static const char ADD[] =
        "INSERT INTO question (digest, qid, ask, scale) VALUES (?1, ?2, ?3, ?4)";
    struct hash hash = question_hash(q, scale);
    struct arg digest = arg_bytes(hash.b, HASH_SIZE);
    if (!db_int(s, FIND, ARGS(digest), id, e))
        return false;
    if (*id != 0)
        return true;
    if (!db_run(s, ADD, ARGS(digest, T(q->id.s), T(q->ask.s), I(scale)), e))
        return false;
    *id = db_last_id(s);
    return true;
}

static bool keep_kit(struct store *s, const struct kit *kit, int64_t *id, bool *fresh,
                     struct err *e)
{
    static const char FIND[] = "SELECT id FROM kit WHERE digest = ?1";
    static const char ADD[] = "INSERT INTO kit (digest, scale) VALUES (?1, ?2)";
    struct hash hash = kit_hash(kit);
    struct arg digest = arg_bytes(hash.b, HASH_SIZE);
    if (!db_int(s, FIND, ARGS(digest), id, e))
        return false;
    *fresh = *id == 0;
    if (!*fresh)
        return true;
    if (!db_run(s, ADD, ARGS(digest, I(kit->scale)), e))
        return false;
    *id = db_last_id(s);
    return true;
}

static bool add_question(const struct peg *peg, const struct question *q, int scale)
{
    static const char ADD[] =
        "INSERT INTO bank_question (bank_version, level, pos, question, qid, ask, competency, why,"
        " minutes, weight, weight_reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    int64_t id;
    return keep_question(peg->s, q, scale, &id, peg->e) &&
           db_run(peg->s, ADD,
                  ARGS(I(peg->version), T(peg->level), I(peg->pos), I(id), T(q->id.s), T(q->ask.s),
                       T(q->competency.s), T(q->why.s), I(q->minutes), I(q->weight),
                       T(q->weight_reason.s)),
                  peg->e) &&
           hang_question(peg, q, scale);
}

static bool add_level(struct store *s, int64_t version, const struct bank *b, enum level level,
                      struct err *e)
{
    static const char ADD[] =
        "INSERT INTO bank_level (bank_version, level, kit, questions, minutes, experience)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    struct peg peg = {s, version, level_name(level), -1, e};
    struct kit kit;
    int64_t id;
    bool fresh;
    if (!kit_of(b, level, &kit))
        return true;
    if (!keep_kit(s, &kit, &id, &fresh, e) ||
        !db_run(s, ADD,
                ARGS(I(version), T(peg.level), I(id), I((int64_t)kit.n), I(kit.minutes),
                     T(kit.experience)),
                e) ||
        !hang_phrases(&peg, "indicator", &kit.indicators))
        return false;
    for (size_t i = 0; i < kit.n; i++) {
        peg.pos = (int)i;
        if (!add_question(&peg, &kit.questions[i], kit.scale))
            return false;
    }
    return !fresh || voids_inherit(s, id, e);
}

static bool add_version(struct store *s, const struct store_bank *bank, int64_t *id, struct err *e)
{
    static const char ADD[] =
        "INSERT INTO bank_version (sha256, name, title, scale, field, about, bytes)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    static const char SEAL[] = "UPDATE bank_version SET sealed = 1 WHERE id = ?1";
    const struct bank *b = bank->bank;
    if (!db_run(s, ADD,
                ARGS(B(bank->sha256.b, HASH_SIZE), T(b->name.s), T(b->title.s), I(b->scale),
                     T(b->field.s), T(b->about.s), B(bank->bytes, bank->n)),
                e))
        return false;
    *id = db_last_id(s);
    for (int level = 0; level < LEVELS; level++)
        if (!add_level(s, *id, b, (enum level)level, e))
            return false;
    return hang_bank(s, *id, b, e) && db_run(s, SEAL, ARGS(I(*id)), e);
}

bool bank_version_keep(struct store *s, const struct store_bank *bank, enum level level,
                       struct asked *asked, struct err *e)
{
    static const char FIND[] = "SELECT id FROM bank_version WHERE sha256 = ?1";
    int64_t id;
    if (!db_int(s, FIND, ARGS(B(bank->sha256.b, HASH_SIZE)), &id, e) ||
        (id == 0 && !add_version(s, bank, &id, e)))
        return false;
    return bank_version_level(s, id, level, asked, e);
}

bool bank_version_level(struct store *s, int64_t version, enum level level, struct asked *asked,
                        struct err *e)
{
    static const char FIND[] = "SELECT l.kit, b.scale, l.questions, l.minutes FROM bank_level l"
                               " JOIN bank_version b ON b.id = l.bank_version"
                               " WHERE l.bank_version = ?1 AND l.level = ?2";
    struct query q;
    query_start(&q, s, FIND, ARGS(I(version), T(level_name(level))));
    bool found = query_row(&q);
    if (found)
        *asked = (struct asked){version, query_int(&q, 0), (int)query_int(&q, 1),
                                (int)query_int(&q, 2), (int)query_int(&q, 3)};
    if (!query_end(&q, e))
        return false;
    return found ||
           err_set(e, ERR_MISSING, "this bank has no questions for %s: choose another level",
                   level_name(level));
}
