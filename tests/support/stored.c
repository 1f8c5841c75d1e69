#include "support/stored.h"

#include <sqlite3.h>
#include <string.h>

#include "base/utf8.h"
#include "store/db.h"

static void fill_bank(struct stored *t)
{
    const struct kit *kit = &t->sample.kit;
    sample_fill(&t->sample);
    t->bank = (struct bank){.name = {.s = kit->bank},
                            .title = {.s = kit->title},
                            .scale = kit->scale,
                            .red_flags = kit->red_flags,
                            .opening = kit->opening,
                            .closing = kit->closing,
                            .competencies = kit->competencies,
                            .n_competencies = kit->n_competencies,
                            .facts = kit->facts,
                            .n_facts = kit->n_facts};
    t->bank.levels[LEVEL_SENIOR] = (struct bank_level){
        .present = true, .minutes = kit->minutes, .questions = kit->questions, .n = kit->n};
    stored_bank_bytes(t, "bank: post-producer\n");
}

static void begin(struct stored *t)
{
    *t = (struct stored){.folder = STR_INIT, .path = STR_INIT, .at = STORED_NOW};
    t->world = (struct still_world){.wall = STORED_NOW};
    t->sys = still_sys(&t->world);
    fill_bank(t);
}

void stored_bank_bytes(struct stored *t, const char *bytes)
{
    t->file = (struct store_bank){.bank = &t->bank,
                                  .bytes = bytes,
                                  .n = strlen(bytes),
                                  .sha256 = hash_of(bytes, strlen(bytes))};
}

void stored_open(struct stored *t)
{
    struct store_setup setup = {
        .path = t->path.len > 0 ? t->path.s : NULL, .sys = &t->sys, .vfs = t->vfs, .me = t->me};
    t->store = store_open(&setup, &t->e);
    if (t->store == NULL)
        fail_msg("store_open: %s", t->e.text);
}

void stored_memory(struct stored *t)
{
    begin(t);
    stored_open(t);
}

void stored_folder(struct stored *t)
{
    begin(t);
    scratch_make(&t->folder);
    str_addf(&t->path, "%s/slate.db", t->folder.s);
}

void stored_disk(struct stored *t)
{
    stored_folder(t);
    stored_open(t);
}

void stored_reopen(struct stored *t)
{
    store_close(t->store);
    stored_open(t);
}

void stored_end(struct stored *t)
{
    store_close(t->store);
    t->store = NULL;
    if (t->folder.len > 0)
        scratch_remove(&t->folder);
    str_release(&t->folder);
    str_release(&t->path);
}

static int64_t tick(struct stored *t)
{
    t->world.wall = t->at;
    t->at += 1000;
    return t->world.wall;
}

int64_t stored_plan(struct stored *t, const char *candidate, const char *interviewer,
                    const char *job)
{
    struct interview_plan plan = {
        .candidate = candidate, .interviewer = interviewer, .job = job, .level = LEVEL_SENIOR};
    int64_t id = 0;
    tick(t);
    assert_done(store_plan(t->store, &plan, &t->file, &id, &t->e), &t->e);
    return id;
}

int64_t stored_start(struct stored *t, const char *candidate, const char *interviewer,
                     const char *job)
{
    int64_t id = stored_plan(t, candidate, interviewer, job);
    struct store_moment when = {tick(t), 60};
    assert_done(store_start(t->store, id, NULL, &when, &t->e), &t->e);
    return id;
}

static struct store_write write_of(struct stored *t, int64_t id, struct slot slot)
{
    return (struct store_write){.interview = id, .slot = slot, .at = tick(t)};
}

void stored_set(struct stored *t, int64_t id, struct slot slot, const char *value)
{
    struct store_write w = write_of(t, id, slot);
    assert_done(store_set(t->store, &w, value, &t->e), &t->e);
}

void stored_type(struct stored *t, int64_t id, struct slot slot, const char *text)
{
    for (size_t at = 0, n; text[at] != '\0'; at += n) {
        n = utf8_next(text, strlen(text), at) - at;
        struct store_write w = write_of(t, id, slot);
        struct splice edit = {.at = at, .ins = text + at, .n = n};
        assert_done(store_edit(t->store, &w, &edit, &t->e), &t->e);
    }
}

void stored_fold(struct stored *t, int64_t id, struct slot slot)
{
    struct store_write w = write_of(t, id, slot);
    assert_done(store_fold(t->store, &w, &t->e), &t->e);
}

void stored_score_all(struct stored *t, int64_t id)
{
    for (int i = 0; i < SAMPLE_QUESTIONS; i++)
        stored_set(t, id, (struct slot){FIELD_MARK, i, 0}, i == 0 ? "5" : "3");
}

void stored_submit(struct stored *t, int64_t id)
{
    assert_done(store_submit(t->store, id, tick(t), &t->e), &t->e);
}

void stored_load(struct stored *t, int64_t id, struct interview *iv)
{
    assert_done(store_load(t->store, id, iv, &t->e), &t->e);
}

static sqlite3 *second(struct stored *t)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(t->path.s, &db), SQLITE_OK);
    sqlite3_busy_timeout(db, 1000);
    return db;
}

int64_t stored_ask(struct stored *t, const char *sql)
{
    sqlite3 *db = second(t);
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    int64_t value = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    return value;
}

void stored_try(struct stored *t, const char *sql, struct str *message)
{
    sqlite3 *db = second(t);
    char *text = NULL;
    sqlite3_exec(db, sql, NULL, NULL, &text);
    str_set(message, text != NULL ? text : "");
    sqlite3_free(text);
    sqlite3_close(db);
}

static void hash_rows(sqlite3 *db, const char *sql, struct hasher *h)
{
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    while (sqlite3_step(stmt) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(stmt); i++)
            hasher_field(h, (const char *)sqlite3_column_text(stmt, i));
    hasher_field(h, sql);
    sqlite3_finalize(stmt);
}

struct hash stored_hash(struct stored *t, const char *const *queries, size_t n)
{
    sqlite3 *db = second(t);
    struct hasher *h = hasher_new();
    for (size_t i = 0; i < n; i++)
        hash_rows(db, queries[i], h);
    sqlite3_close(db);
    return hasher_end(h);
}

bool stored_fill_disk(struct store *s, bool full)
{
    const char *sql = full ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF";
    return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}
