#include "support/gen_store.h"

#include <sqlite3.h>

#include "base/hash.h"
#include "base/str.h"
#include "base/sys.h"
#include "base/uuid.h"
#include "base/vec.h"
#include "store/interviews.h"

static const char *const first_names[] = {"Ada",  "Léa",   "Tomás", "Jun",   "Marie", "Kofi",
                                          "Ines", "Pavel", "Aoife", "Rosa",  "Sami",  "Noor",
                                          "Olga", "Bruno", "Yara",  "Henri", "Mei",   "Otto"};
static const char *const last_names[] = {"Moreau",    "Fournier", "Iglesias", "Watanabe", "Okafor",
                                         "Lindqvist", "Novak",    "Byrne",    "Silva",    "Haddad",
                                         "Petrova",   "Rossi",    "Kaya",     "Dubois",   "Tanaka"};
static const char *const jobs[] = {"Soho S2",  "Burbank nights", "Paris feature", "Berlin series",
                                   "Colour 4", "Conform desk",   "VFX bridge",    "Trailer unit",
                                   "Archive",  "Delivery"};
static const char *const interviewers[] = {"Sam", "Kim", "Alex", "Robin"};
static const char *const words[] = {
    "waveform", "client",  "schedule", "conform", "delivery", "budget",   "director", "episode",
    "camera",   "half",    "stop",     "hot",     "matched",  "sequence", "archive",  "calm",
    "precise",  "vague",   "method",   "vendor",  "sound",    "grade",    "online",   "offline",
    "proxy",    "handles", "turnover", "reel",    "master",   "notes"};

#define SESSION_MS INT64_C(1800000)

struct gen {
    sqlite3 *db;
    sqlite3_stmt *candidate, *interview, *answer, *note, *result, *decision, *search;
    struct sys sys;
    uint64_t seed;
    int64_t kit, version;
    const struct gen_size *size;
    struct err *e;
};

static uint64_t next(struct gen *g)
{
    uint64_t z = g->seed += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static int below(struct gen *g, size_t limit)
{
    return (int)(next(g) % limit);
}

#define PICK(g, list) ((list)[below(g, COUNT_OF(list))])

static bool fail(struct gen *g)
{
    return err_set(g->e, ERR_STORE, "cannot fill the store: %s", sqlite3_errmsg(g->db));
}

/* ---- the bank, stored by the store itself with one planned session ---- */

struct gen_bank {
    struct bank bank;
    struct question questions[GEN_QUESTIONS];
    struct phrase points[4], flags[2];
};

static void fill_bank(struct gen_bank *b)
{
    static const char *const asks[GEN_QUESTIONS] = {"Two shows slip in one week. What do you do?",
                                                    "The grade runs over. Who pays?",
                                                    "How do you hand a show over?",
                                                    "A client rejects the mix. What now?",
                                                    "Walk me through a turnover.",
                                                    "What do you check before delivery?",
                                                    "When did you last say no?",
                                                    "How do you keep a director calm?"};
    static const char *const ids[GEN_QUESTIONS] = {"slip",     "overrun",  "handover", "reject",
                                                   "turnover", "delivery", "no",       "calm"};
    static const char *const points[] = {"One master schedule", "Names who is told first",
                                         "Puts it in writing", "Trades scope for time"};
    static const char *const flags[] = {"Blames the vendor", "Cannot name one show"};
    *b = (struct gen_bank){.bank = {.name = {.s = "post-producer"},
                                    .title = {.s = "Post Producer"},
                                    .scale = SCALE_DEFAULT}};
    for (size_t i = 0; i < COUNT_OF(points); i++)
        b->points[i].s = points[i];
    for (size_t i = 0; i < COUNT_OF(flags); i++)
        b->flags[i].s = flags[i];
    for (int i = 0; i < GEN_QUESTIONS; i++)
        b->questions[i] = (struct question){.id = {.s = ids[i]},
                                            .ask = {.s = asks[i]},
                                            .competency = {.s = i % 2 == 0 ? "planning" : "people"},
                                            .expect = {b->points, COUNT_OF(points)},
                                            .red_flags = {b->flags, COUNT_OF(flags)},
                                            .anchors = {[1] = {.s = "Names no method"},
                                                        [3] = {.s = "Names a method"},
                                                        [5] = {.s = "Trades scope for time"}},
                                            .weight = WEIGHT_ONE};
    b->bank.levels[LEVEL_SENIOR] = (struct bank_level){
        .present = true, .minutes = 30, .questions = b->questions, .n = GEN_QUESTIONS};
}

/* The one session it takes is abandoned at once; the generated ones stand beside it. */
static bool store_bank_once(struct gen *g, const char *path)
{
    static const char bytes[] = "bank: post-producer\n";
    struct gen_bank b;
    fill_bank(&b);
    struct store_bank file = {&b.bank, bytes, sizeof bytes - 1, hash_of(bytes, sizeof bytes - 1)};
    struct interview_plan plan = {
        .candidate = "First One", .interviewer = "Sam", .job = "", .level = LEVEL_SENIOR};
    struct store_setup setup = {.path = path, .sys = &g->sys};
    struct store *s = store_open(&setup, g->e);
    int64_t id;
    bool good = s != NULL && store_plan(s, &plan, &file, &id, g->e) &&
                store_abandon(s, id, GEN_START, g->e);
    store_close(s);
    return good;
}

/* ---- rows ---- */

static void bind_text(sqlite3_stmt *stmt, int at, const char *text)
{
    sqlite3_bind_text(stmt, at, text, -1, SQLITE_TRANSIENT);
}

static bool step(struct gen *g, sqlite3_stmt *stmt)
{
    int rc = sqlite3_step(stmt);
    sqlite3_reset(stmt);
    return rc == SQLITE_DONE || rc == SQLITE_ROW || fail(g);
}

static bool bind_step(struct gen *g, sqlite3_stmt *stmt, const int64_t *values, int n)
{
    for (int i = 0; i < n; i++)
        sqlite3_bind_int64(stmt, i + 1, values[i]);
    return step(g, stmt);
}

static bool add_candidate(struct gen *g, int64_t id, const char *name)
{
    char uuid[UUID_TEXT + 1];
    uuid_new(&g->sys, uuid);
    sqlite3_bind_int64(g->candidate, 1, id);
    bind_text(g->candidate, 2, uuid);
    bind_text(g->candidate, 3, name);
    return step(g, g->candidate);
}

/* All that one session is made of, drawn before it is written. */
struct session {
    int64_t id, candidate, at;
    int interviewer, job, scores[GEN_QUESTIONS];
    bool submitted, planned;
    struct str name, notes, summary;
};

static bool add_interview(struct gen *g, const struct session *s)
{
    char uuid[UUID_TEXT + 1];
    uuid_new(&g->sys, uuid);
    const int64_t values[] = {s->id,
                              s->candidate,
                              s->interviewer + 1,
                              s->job + 1,
                              g->version,
                              g->kit,
                              s->planned ? 0 : s->at,
                              s->at,
                              s->submitted || s->planned ? 0 : GEN_QUESTIONS / 2,
                              s->submitted ? s->at + SESSION_MS : 0};
    bind_text(g->interview, 11, uuid);
    bind_text(g->interview, 12, s->planned ? "planned" : s->submitted ? "submitted" : "open");
    return bind_step(g, g->interview, values, COUNT_OF(values));
}

static bool add_answers(struct gen *g, const struct session *s)
{
    for (int i = 0; i < GEN_QUESTIONS; i++) {
        char mark[2] = {(char)('0' + s->scores[i]), '\0'};
        bind_text(g->answer, 5, s->submitted ? mark : "unset");
        const int64_t values[] = {s->id, i, i + 1, s->at + i * 120000};
        if (!bind_step(g, g->answer, values, COUNT_OF(values)))
            return false;
    }
    return true;
}

static void add_words(struct gen *g, struct str *out, int n)
{
    for (int i = 0; i < n; i++)
        str_addf(out, "%s%s", i > 0 ? " " : "", PICK(g, words));
}

static bool add_note(struct gen *g, const struct session *s, const char *field, int pos,
                     const char *text)
{
    const int64_t values[] = {s->id, pos, s->at};
    bind_text(g->note, 4, field);
    bind_text(g->note, 5, text);
    return bind_step(g, g->note, values, COUNT_OF(values));
}

static bool add_notes(struct gen *g, struct session *s)
{
    struct str note = STR_INIT;
    bool good = true;
    for (int i = 0; i < 3 && good; i++) {
        str_clear(&note);
        add_words(g, &note, 6 + below(g, 20));
        str_addf(&s->notes, "%s\n", note.s);
        good = add_note(g, s, "note", below(g, 2) + 2 * i, note.s);
    }
    add_words(g, &s->summary, 8);
    good = good && add_note(g, s, "summary", 0, s->summary.s);
    str_release(&note);
    return good;
}

static bool add_search(struct gen *g, const struct session *s)
{
    sqlite3_bind_int64(g->search, 1, s->id);
    bind_text(g->search, 2, s->name.s);
    bind_text(g->search, 3, jobs[s->job]);
    bind_text(g->search, 4, interviewers[s->interviewer]);
    bind_text(g->search, 5, s->summary.s);
    bind_text(g->search, 6, s->notes.s);
    return step(g, g->search);
}

static bool end(struct gen *g, const struct session *s)
{
    static const char *const decisions[] = {"advance", "hold", "reject"};
    int64_t sum = 0, at = s->at + SESSION_MS;
    for (int i = 0; i < GEN_QUESTIONS; i++)
        sum += s->scores[i];
    const int64_t result[] = {s->id, 100 * sum, (20 * sum + GEN_QUESTIONS) / (2 * GEN_QUESTIONS)};
    const int64_t decision[] = {s->id, at + 1000, s->interviewer + 1};
    bind_text(g->decision, 4, PICK(g, decisions));
    return bind_step(g, g->result, result, 3) && bind_step(g, g->decision, decision, 3);
}

static void draw(struct gen *g, int i, struct session *s)
{
    int left = g->size->sessions - i;
    s->planned = left <= g->size->planned;
    s->submitted = left > g->size->planned + g->size->open;
    s->id = i + 2;
    s->candidate = i / 5 + 2;
    s->at = GEN_START + SESSION_MS * i;
    s->interviewer = below(g, COUNT_OF(interviewers));
    s->job = below(g, COUNT_OF(jobs));
    for (int k = 0; k < GEN_QUESTIONS; k++)
        s->scores[k] = 1 + below(g, SCALE_DEFAULT);
}

static bool write_session(struct gen *g, struct session *s)
{
    return add_interview(g, s) && add_answers(g, s) && (s->planned || add_notes(g, s)) &&
           add_search(g, s) && (!s->submitted || end(g, s));
}

static bool add_sessions(struct gen *g)
{
    struct session s = {.name = STR_INIT, .notes = STR_INIT, .summary = STR_INIT};
    bool good = true;
    for (int i = 0; i < g->size->sessions && good; i++) {
        draw(g, i, &s);
        str_clear(&s.notes);
        str_clear(&s.summary);
        if (i % 5 == 0) {
            str_clear(&s.name);
            str_addf(&s.name, "%s %s %d", PICK(g, first_names), PICK(g, last_names), i / 5);
            good = add_candidate(g, s.candidate, s.name.s);
        }
        good = good && write_session(g, &s);
    }
    str_release(&s.name);
    str_release(&s.notes);
    str_release(&s.summary);
    return good;
}

/* ---- statements ---- */

struct statement {
    sqlite3_stmt **stmt;
    const char *sql;
};

static bool prepare(struct gen *g)
{
    const struct statement all[] = {
        {&g->candidate, "INSERT INTO candidate (id, uuid, name, fold, root, created_at, changed_at)"
                        " VALUES (?1, ?2, ?3, lower(?3), ?1, 0, 0)"},
        {&g->interview,
         "INSERT INTO interview (id, candidate, interviewer, job, bank_version, kit, started_at,"
         " created_at, at_pos, ended_at, uuid, state, planned_at, touched_at, bank, level, scale,"
         " asked, minutes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?8, ?7,"
         " 'post-producer', 'senior', 5, 8, 30)"},
        {&g->answer, "INSERT INTO answer (interview, pos, question, marked_at, mark)"
                     " VALUES (?1, ?2, ?3, ?4, ?5)"},
        {&g->note, "INSERT INTO note (interview, pos, at, field, body, cause)"
                   " VALUES (?1, ?2, ?3, ?4, ?5, 0)"},
        {&g->result, "INSERT INTO result VALUES (?1, 5, ?2, 800, 800, ?3, 8, 8, 0, 0, 0)"},
        {&g->decision, "INSERT INTO decision (interview, at, who, decision, n, reason, scored,"
                       " asked) VALUES (?1, ?2, ?3, ?4, 1, 'as discussed', 8, 8)"},
        {&g->search, "INSERT INTO search (rowid, candidate, job, interviewer, summary, notes, bank)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'Post Producer')"},
    };
    for (size_t i = 0; i < COUNT_OF(all); i++)
        if (sqlite3_prepare_v2(g->db, all[i].sql, -1, all[i].stmt, NULL) != SQLITE_OK)
            return fail(g);
    return true;
}

static void finish(struct gen *g)
{
    sqlite3_stmt *const own[] = {g->candidate, g->interview, g->answer, g->note,
                                 g->result,    g->decision,  g->search};
    for (size_t i = 0; i < COUNT_OF(own); i++)
        sqlite3_finalize(own[i]);
    sqlite3_close(g->db);
}

static bool run(struct gen *g, const char *sql)
{
    return sqlite3_exec(g->db, sql, NULL, NULL, NULL) == SQLITE_OK || fail(g);
}

static bool add_list(struct gen *g, const char *sql, const char *const *list, size_t n)
{
    sqlite3_stmt *stmt = NULL;
    bool good = sqlite3_prepare_v2(g->db, sql, -1, &stmt, NULL) == SQLITE_OK || fail(g);
    for (size_t i = 0; i < n && good; i++) {
        bind_text(stmt, 1, list[i]);
        good = step(g, stmt);
    }
    sqlite3_finalize(stmt);
    return good;
}

static bool add_names(struct gen *g)
{
    return add_list(g, "INSERT OR IGNORE INTO interviewer (uuid, name) VALUES (?1, ?1)",
                    interviewers, COUNT_OF(interviewers)) &&
           add_list(g, "INSERT INTO job (name, fold, used_at) VALUES (?1, lower(?1), 0)", jobs,
                    COUNT_OF(jobs));
}

static void gen_random(struct sys *sys, unsigned char *bytes, size_t n)
{
    struct gen *g = sys->data;
    for (size_t i = 0; i < n; i++)
        bytes[i] = (unsigned char)next(g);
}

/* What triggers would have done. */
static bool copy_outcomes(struct gen *g)
{
    return run(g, "INSERT INTO outcome SELECT r.interview, i.kit, i.listed_at, d.decision,"
                  " r.tenths, r.scored, r.asked FROM result r JOIN interview i ON i.id ="
                  " r.interview JOIN decision d ON d.interview = i.id");
}

static bool fill(struct gen *g, const char *path)
{
    if (sqlite3_open_v2(path, &g->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
        return fail(g);
    /* The guards would ask for each row what is true of all of them. */
    sqlite3_db_config(g->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    g->kit = g->version = 1;
    /* One transaction that nobody waits for: the log is not needed and would be as large again. */
    return run(g, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"
                  "BEGIN") &&
           add_names(g) && prepare(g) && add_sessions(g) && copy_outcomes(g) &&
           run(g, "COMMIT; PRAGMA journal_mode = WAL");
}

bool gen_store(const char *path, const struct gen_size *size, struct err *e)
{
    struct gen g = {.sys = sys_real(), .seed = size->seed, .size = size, .e = e};
    g.sys.random = gen_random;
    g.sys.data = &g;
    if (!store_bank_once(&g, path))
        return false;
    bool good = fill(&g, path);
    finish(&g);
    return good;
}
