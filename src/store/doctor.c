/* Is all well? Each thing that is looked at gives one line. */

#include <sys/stat.h>

#include "base/checkup.h"
#include "base/vec.h"
#include "store/db.h"
#include "store/head.h"
#include "store/kept_file.h"
#include "store/result.h"

#define LOG_LIMIT (16 << 20) /* bytes; one process keeps it under 8 MiB */

struct visit {
    struct store *s;
    struct checkup checkup;
    struct err *e;
};

/* The first complaint is enough: one is too many. */
static bool look_at_file(struct visit *v)
{
    static const char CHECK[] = "PRAGMA integrity_check(1)";
    struct query q;
    query_start(&q, v->s, CHECK, NO_ARGS);
    bool row = query_row(&q);
    if (row && str_same(query_text(&q, 0), "ok"))
        checkup_add(&v->checkup, true, "the file is whole");
    else if (row)
        checkup_add(&v->checkup, false, "the file is damaged: %s; put a backup in its place",
                    query_text(&q, 0));
    return query_end(&q, v->e);
}

static bool look_at_links(struct visit *v)
{
    static const char CHECK[] = "PRAGMA foreign_key_check";
    struct query q;
    query_start(&q, v->s, CHECK, NO_ARGS);
    bool row = query_row(&q);
    if (row)
        checkup_add(&v->checkup, false,
                    "a row of \"%s\" points at nothing; put a backup in its place",
                    query_text(&q, 0));
    else
        checkup_add(&v->checkup, true, "every row points at what is there");
    return query_end(&q, v->e);
}

struct ids {
    int64_t *items;
    size_t n, cap;
};

static bool submitted(struct visit *v, struct ids *out)
{
    static const char SUBMITTED[] = "SELECT id FROM interview WHERE state = 'submitted'";
    struct query q;
    query_start(&q, v->s, SUBMITTED, NO_ARGS);
    while (query_row(&q))
        *VEC_PUSH(out) = query_int(&q, 0);
    return query_end(&q, v->e);
}

static bool check_result(struct visit *v, int64_t id, int *wrong)
{
    struct head head;
    bool same = true;
    if (!head_load(v->s, id, &head, v->e) || !result_check(v->s, &head, &same, v->e))
        return false;
    if (!same && (*wrong)++ == 0)
        checkup_add(&v->checkup, false,
                    "the stored result of interview %lld is not what its scores give",
                    (long long)id);
    return true;
}

static bool look_at_results(struct visit *v)
{
    struct ids ids = {0};
    int wrong = 0;
    bool good = submitted(v, &ids);
    for (size_t i = 0; i < ids.n && good; i++)
        good = check_result(v, ids.items[i], &wrong);
    if (good && wrong == 0)
        checkup_add(&v->checkup, true, "each result is what the scores give (submitted: %zu)",
                    ids.n);
    else if (good && wrong > 1)
        checkup_add(&v->checkup, false, "%d results in all are wrong", wrong);
    VEC_RELEASE(&ids);
    return good;
}

static bool look_at_edits(struct visit *v)
{
    static const char LEFT[] =
        "SELECT count(DISTINCT e.interview) FROM note_edit e JOIN interview i ON i.id = e.interview"
        " WHERE i.state <> 'open' AND e.field <> 'decision'";
    int64_t n;
    if (!db_int(v->s, LEFT, NO_ARGS, &n, v->e))
        return false;
    checkup_add(&v->checkup, n == 0,
                n == 0 ? "no note was left half typed"
                       : "notes of a closed interview were left half typed");
    return true;
}

static bool look_at_search(struct visit *v)
{
    static const char MISSING[] =
        "SELECT count(*) FROM interview WHERE id NOT IN (SELECT rowid FROM search)";
    int64_t n;
    if (!db_int(v->s, MISSING, NO_ARGS, &n, v->e))
        return false;
    if (n == 0)
        checkup_add(&v->checkup, true, "search knows every interview");
    else
        checkup_add(&v->checkup, false, "search does not know all interviews (missing: %lld)",
                    (long long)n);
    return true;
}

static void look_at_mode(struct visit *v)
{
    struct stat st;
    if (stat(v->s->path, &st) != 0)
        return;
    bool own = (st.st_mode & 077) == 0;
    checkup_add(&v->checkup, own,
                own ? "nobody else may read %s" : "others may read %s: close it with chmod 600",
                v->s->path);
}

static void look_at_log(struct visit *v)
{
    struct str path = STR_INIT;
    struct stat st;
    str_addf(&path, "%s-wal", v->s->path);
    if (stat(path.s, &st) == 0) {
        bool small = st.st_size <= LOG_LIMIT;
        checkup_add(&v->checkup, small, "the log has %lld KiB%s", (long long)st.st_size / 1024,
                    small ? "" : ": close every slate, then start one to shorten it");
    }
    str_release(&path);
}

/* It holds names of candidates: whoever takes the database away must know of it. */
static void look_at_kept(struct visit *v)
{
    struct str path = STR_INIT;
    struct stat st;
    kept_file_path(&path, v->s->path);
    if (stat(path.s, &st) == 0)
        checkup_add(&v->checkup, (st.st_mode & 077) == 0,
                    "the rows of the first screen are kept in %s%s", path.s,
                    (st.st_mode & 077) == 0 ? "" : ", and others may read it: delete it");
    str_release(&path);
}

bool store_doctor(struct store *s, struct str *report, struct err *e)
{
    struct visit v = {.s = s, .checkup = {.report = report}, .e = e};
    if (!look_at_file(&v) || !look_at_links(&v) || !look_at_results(&v) || !look_at_edits(&v) ||
        !look_at_search(&v))
        return false;
    if (s->path != NULL) {
        look_at_mode(&v);
        look_at_log(&v);
        look_at_kept(&v);
    }
    return !v.checkup.wrong;
}
