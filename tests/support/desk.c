#include "support/desk.h"

#include <string.h>
#include <unistd.h>

#include "app/viewing.h"
#include "base/file.h"
#include "base/path.h"

static void init_app(struct desk *d)
{
    app_init(&d->app, still_sys(&d->world), d->db.s);
}

void desk_read(const char *name, struct str *out)
{
    struct err e = ERR_INIT;
    struct str path = STR_INIT;
    path_join(&path, SLATE_TESTS "/app", name);
    assert_done(file_read(path.s, 1 << 20, out, NULL, &e), &e);
    str_release(&path);
}

void desk_write_bank(struct desk *d, const char *name, const char *bytes, size_t n)
{
    scratch_write(d->banks.s, name, bytes, n);
    app_banks_forget(&d->app);
}

void desk_make(struct desk *d)
{
    struct err e = ERR_INIT;
    struct str bank = STR_INIT;
    memset(d, 0, sizeof *d);
    str_init(&d->home);
    str_init(&d->banks);
    str_init(&d->db);
    scratch_make(&d->home);
    path_join(&d->banks, d->home.s, "banks");
    path_join(&d->db, d->home.s, "slate.db");
    const char *environment[] = {
        "HOME", d->home.s, "SLATE_BANKS", d->banks.s, "SLATE_INTERVIEWER", "Mara Lindqvist", NULL};
    memcpy(d->environment, environment, sizeof environment);
    d->world = (struct still_world){.wall = DESK_NOW, .mono = 1000, .offset = 60};
    d->world.environment = d->environment;
    assert_done(file_make_dirs(d->banks.s, 0700, &e), &e);
    assert_int_equal(chdir(d->home.s), 0); /* ./questionbanks is not the shipped ones */
    init_app(d);
    desk_read("runner.yaml", &bank);
    desk_write_bank(d, "runner.yaml", bank.s, bank.len);
    str_release(&bank);
    assert_done(app_open_store(&d->app, &e), &e);
}

void desk_reopen(struct desk *d)
{
    struct err e = ERR_INIT;
    app_release(&d->app);
    init_app(d);
    assert_done(app_open_store(&d->app, &e), &e);
}

void desk_remove(struct desk *d)
{
    app_release(&d->app);
    assert_int_equal(chdir(SLATE_TESTS), 0);
    scratch_remove(&d->home);
    str_release(&d->banks);
    str_release(&d->db);
}

void desk_pass(struct desk *d, int64_t ms)
{
    d->world.wall += ms;
    d->world.mono += ms;
}

struct interview_plan desk_plan(const char *candidate)
{
    return (struct interview_plan){
        .candidate = candidate,
        .interviewer = "Mara Lindqvist",
        .job = "Night Ferry",
        .level = LEVEL_MID,
    };
}

int64_t desk_start(struct desk *d, const char *candidate)
{
    struct err e = ERR_INIT;
    struct interview_plan plan = desk_plan(candidate);
    int64_t id = 0;
    assert_done(start_now(&d->app, &plan, "runner", &id, &e), &e);
    return id;
}

struct live *desk_call(struct desk *d, const char *candidate)
{
    struct err e = ERR_INIT;
    struct live *live = live_open(&d->app, desk_start(d, candidate), &e);
    assert_done(live != NULL, &e);
    return live;
}

static size_t length_at(struct live *live, struct slot slot)
{
    struct str text = STR_INIT;
    interview_value(live_interview(live), slot, &text);
    size_t n = text.len;
    str_release(&text);
    return n;
}

void desk_type(struct live *live, struct slot slot, const char *text)
{
    struct err e = ERR_INIT;
    struct splice s = {.at = length_at(live, slot), .ins = text, .n = strlen(text)};
    assert_done(live_edit(live, slot, &s, &e), &e);
}

void desk_say(struct live *live, struct slot slot, const char *text)
{
    struct err e = ERR_INIT;
    desk_type(live, slot, text);
    assert_done(live_fold(live, slot, &e), &e);
}

void desk_score(struct live *live, int at, int score)
{
    struct err e = ERR_INIT;
    struct mark mark = {.state = ANSWER_SCORED, .score = score};
    assert_done(live_go(live, STAGE_QUESTIONS, at, &e), &e);
    assert_done(live_mark(live, mark, &e), &e);
}

void desk_finish(struct live *live)
{
    struct err e = ERR_INIT;
    for (int at; (at = interview_gap(live_interview(live), 0)) >= 0;)
        desk_score(live, at, 4);
    assert_done(live_submit(live, &e), &e);
}

void desk_refused(bool done, struct err *e, enum err_kind kind, const char *part)
{
    assert_false(done);
    assert_int_equal(e->kind, kind);
    if (strstr(e->text, part) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", e->text, part);
    *e = (struct err)ERR_INIT;
}

void desk_dump(const struct interview *iv, struct str *out)
{
    view_json(iv, out);
    str_addf(out, "stage %s at %d back %d paused %d elapsed %lld draft \"%s\"\n",
             stage_name(iv->stage), iv->at, iv->back, iv->paused, (long long)iv->elapsed_ms / 1000,
             iv->decision_draft.s);
    for (size_t i = 0; i < iv->n_answers; i++) {
        const struct answer *a = &iv->answers[i];
        str_addf(out, "answer %zu shown %lld left %lld marked %lld spent %lld\n", i,
                 (long long)a->shown_at, (long long)a->left_at, (long long)a->marked_at,
                 (long long)a->spent_ms / 1000);
    }
}
