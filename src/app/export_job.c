/* The pages of an export, one after the other, as a job. */

#include <stdlib.h>

#include "app/corrections.h"
#include "app/export.h"
#include "app/viewing.h"
#include "base/alloc.h"
#include "base/outfile.h"
#include "base/vec.h"
#include "report/report.h"
#include "store/candidates.h"
#include "store/export.h"

#define PAGE  200     /* rows asked for at a time: a step */
#define PIECE 0x10000 /* bytes that are gathered before they are handed on */

struct exporting {
    struct job job; /* first: a struct job * is a struct exporting * */
    struct app *app;
    struct report_style style;
    int64_t id; /* 0: all */
    struct export_sink sink;
    struct export_place place;
    struct list_filter view; /* its texts lie in the arena, as that of `from` does */
    bool has_view;
    struct page_from from;
    struct arena arena;
    struct export_result done;
    struct str piece;
    bool begun;
    struct outfile file; /* of a job */
    char *path;
};

/* ---- one after the other ---- */

static bool pass_on(struct exporting *x, size_t from, struct err *e)
{
    if (x->piece.len <= from)
        return true;
    bool ok = x->sink.take(x->sink.data, &x->piece, e);
    str_clear(&x->piece);
    return ok;
}

static bool add_report(struct exporting *x, struct report r, struct err *e)
{
    r.style = &x->style;
    r.nth = (size_t)x->done.written++;
    report_add(&r, &x->piece);
    return pass_on(x, PIECE, e);
}

static bool add_loaded(struct exporting *x, const struct interview *iv, struct err *e)
{
    struct candidate contact;
    struct arena arena = {0};
    struct corrections c;
    struct report r = {.iv = iv, .contact = &contact, .corrections = &c.report};
    corrections_make(iv, &c);
    struct err why = ERR_INIT;
    bool ok = store_candidate(x->app->store, iv->candidate_id, &contact, &arena, &why);
    if (ok || why.kind == ERR_MISSING) {
        r.contact = ok ? &contact : NULL;
        ok = add_report(x, r, e);
    } else {
        *e = why;
    }
    arena_release(&arena);
    corrections_release(&c);
    return ok;
}

static bool add_one(struct exporting *x, int64_t id, struct err *e)
{
    struct interview iv;
    bool ok = view_interview(x->app, id, &iv, e) && add_loaded(x, &iv, e);
    interview_release(&iv);
    return ok;
}

/* It may have become hidden since its row was read. */
static bool add_whole(struct exporting *x, int64_t id, struct err *e)
{
    struct err why = ERR_INIT;
    if (add_one(x, id, &why))
        return true;
    if (why.kind == ERR_REFUSED) {
        x->done.hidden++;
        return true;
    }
    *e = why;
    return false;
}

static bool add_row(struct exporting *x, const struct export_row *row, struct err *e)
{
    x->job.done++;
    if (row->hidden) {
        x->done.hidden++;
        return true;
    }
    if (row->whole)
        return add_whole(x, row->id, e);
    struct report_sums sums = {row->composite, row->unsupported, row->flags};
    struct report r = {
        .iv = &row->iv, .contact = row->contact.name != NULL ? &row->contact : NULL, .sums = &sums};
    return add_report(x, r, e);
}

static bool add_page(struct exporting *x, struct err *e)
{
    struct export_rows rows = {0};
    bool ok = store_export_page(x->app->store, &x->place, PAGE, &rows, e);
    for (size_t i = 0; ok && i < rows.n; i++)
        ok = add_row(x, &rows.items[i], e);
    export_rows_release(&rows);
    return ok;
}

/* ---- those of a view ---- */

static void keep_view(struct exporting *x, const struct list_filter *f)
{
    const char **texts[] = {&x->view.search, &x->view.bank, &x->view.job, &x->view.interviewer,
                            &x->view.decision};
    x->has_view = true;
    x->view = *f;
    x->view.limit = PAGE / 10; /* each is loaded whole */
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (*texts[i] != NULL)
            *texts[i] = arena_dup(&x->arena, *texts[i]);
}

static bool add_viewed(struct exporting *x, const struct interview_row *row, struct err *e)
{
    x->job.done++;
    if (!row->hidden)
        return add_whole(x, row->id, e);
    x->done.hidden++;
    return true;
}

/* A key that came meanwhile stops a query: it is asked again at the next step. */
static bool add_view_page(struct exporting *x, struct err *e)
{
    struct interview_rows rows = {0};
    struct err why = ERR_INIT;
    bool ok = app_page(x->app, &x->view, &x->from, &rows, &why);
    if (!ok) {
        interview_rows_release(&rows);
        *e = why.kind == ERR_CANCELLED ? *e : why;
        return why.kind == ERR_CANCELLED;
    }
    for (size_t i = 0; ok && i < rows.n; i++)
        ok = add_viewed(x, &rows.items[i], e);
    x->place.over = !rows.more;
    x->from.key = rows.stopped;
    if (x->from.key.text != NULL)
        x->from.key.text = arena_dup(&x->arena, x->from.key.text);
    interview_rows_release(&rows);
    return ok;
}

/* ---- step by step ---- */

static bool begin(struct exporting *x, struct err *e)
{
    x->begun = true;
    x->job.total = x->has_view ? 0 : 1;
    report_begin(&x->style, &x->piece);
    return x->has_view || x->id != 0 || store_count_interviews(x->app->store, &x->job.total, e);
}

static bool add_next(struct exporting *x, struct err *e)
{
    if (x->id != 0)
        return add_one(x, x->id, e);
    return x->has_view ? add_view_page(x, e) : add_page(x, e);
}

static bool step(struct exporting *x, struct err *e)
{
    if (!x->begun && !begin(x, e))
        return false;
    if (!add_next(x, e))
        return false;
    x->job.over = x->id != 0 || x->place.over;
    if (!x->job.over)
        return true;
    report_end(&x->style, &x->piece);
    return pass_on(x, 0, e);
}

static bool exporting_init(struct exporting *x, struct app *app, const struct export_request *r,
                           struct err *e)
{
    const char *format = r->format != NULL ? r->format : "text";
    *x = (struct exporting){.app = app,
                            .id = r->id,
                            .piece = STR_INIT,
                            .file = {.folder = STR_INIT, .temp = STR_INIT, .fd = -1},
                            .style = {.no_interviewer = r->no_interviewer,
                                      .no_notes = r->no_notes,
                                      .no_contacts = r->no_contacts,
                                      .bom = r->bom,
                                      .many = r->id == 0}};
    if (!export_format_check(format, e))
        return false;
    if (r->view != NULL && r->id == 0)
        keep_view(x, r->view);
    report_format_parse(format, &x->style.format);
    x->place = (struct export_place)EXPORT_START(x->style.format == REPORT_CSV);
    return app_open_store(app, e);
}

bool export_to(struct app *app, const struct export_request *r, const struct export_sink *sink,
               struct export_result *done, struct err *e)
{
    struct exporting x;
    bool ok = exporting_init(&x, app, r, e);
    x.sink = *sink;
    while (ok && !x.job.over)
        ok = step(&x, e);
    *done = x.done;
    str_release(&x.piece);
    arena_release(&x.arena);
    return ok;
}

/* ---- into a file ---- */

static struct exporting *exporting_of(const struct job *j)
{
    return (struct exporting *)(uintptr_t)j;
}

static bool into_file(void *data, const struct str *piece, struct err *e)
{
    return outfile_add(data, piece->s, piece->len, e);
}

static bool job_step(struct job *j, struct err *e)
{
    struct exporting *x = exporting_of(j);
    return step(x, e) && (!j->over || outfile_keep(&x->file, e));
}

static void job_say(const struct job *j, struct str *out)
{
    const struct exporting *x = exporting_of(j);
    str_addf(out, "%lld scorecard%s in %s", (long long)x->done.written,
             x->done.written == 1 ? "" : "s", x->path);
    if (x->done.hidden > 0)
        str_addf(out,
                 "; %lld left out: hidden until your own interview of that candidate is submitted",
                 (long long)x->done.hidden);
}

static void job_close(struct job *j)
{
    struct exporting *x = exporting_of(j);
    outfile_drop(&x->file);
    str_release(&x->piece);
    arena_release(&x->arena);
    free(x->path);
    free(x);
}

struct job *export_job(struct app *app, const struct export_request *r,
                       const struct export_file *file, struct err *e)
{
    static const struct job_ops ops = {"Exporting", job_step, job_say, job_close};
    struct exporting *x = xmalloc(sizeof *x);
    enum outfile_way way = file->force ? OUTFILE_OVER : OUTFILE_NEW;
    bool ok = exporting_init(x, app, r, e);
    x->job.ops = &ops;
    x->sink = (struct export_sink){into_file, &x->file};
    x->path = xstrdup(file->path);
    if (ok && outfile_open(&x->file, x->path, 0600, way, e))
        return &x->job;
    job_close(&x->job);
    return NULL;
}

const struct export_result *export_done(const struct job *job)
{
    return &exporting_of(job)->done;
}

bool export_to_file(struct app *app, const struct export_request *r, const struct export_file *file,
                    struct export_result *done, struct err *e)
{
    struct job *j = export_job(app, r, file, e);
    bool ok = j != NULL;
    while (ok && !j->over)
        ok = j->ops->step(j, e);
    if (j != NULL) {
        *done = *export_done(j);
        j->ops->close(j);
    }
    return ok;
}
