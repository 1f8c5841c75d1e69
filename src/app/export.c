#include "app/export.h"

#include <string.h>

#include "app/viewing.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/outfile.h"
#include "base/utf8.h"
#include "report/report.h"
#include "store/candidates.h"

#define PAGE       100 /* rows asked for at a time */
#define NAME_BYTES 80  /* of a file's name that come from the candidate's */
#define NAMES_MAX  1000

/* ---- formats ---- */

bool export_format_check(const char *format, struct err *e)
{
    enum report_format f;
    if (report_format_parse(format, &f))
        return true;
    return err_set(e, ERR_USAGE,
                   "there is no format \"%s\": give text, markdown, html, json, csv or "
                   "csv-answers",
                   format);
}

const char *export_format_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    for (int f = 0; dot != NULL && f < REPORT_FORMATS; f++)
        if (strcmp(dot + 1, report_format_suffix((enum report_format)f)) == 0)
            return report_format_name((enum report_format)f);
    return NULL;
}

static bool read_style(const struct export_request *r, struct report_style *style, struct err *e)
{
    const char *format = r->format != NULL ? r->format : "text";
    *style = (struct report_style){.no_interviewer = r->no_interviewer,
                                   .no_notes = r->no_notes,
                                   .no_contacts = r->no_contacts,
                                   .bom = r->bom,
                                   .many = r->id == 0};
    return export_format_check(format, e) && report_format_parse(format, &style->format);
}

/* ---- one after the other ---- */

struct exporting {
    struct app *app;
    const struct report_style *style;
    const struct export_sink *sink;
    struct export_result *done;
    struct str piece;
};

static bool pass_on(struct exporting *x, struct err *e)
{
    bool ok = x->piece.len == 0 || x->sink->take(x->sink->data, &x->piece, e);
    str_clear(&x->piece);
    return ok;
}

static bool add_loaded(struct exporting *x, const struct interview *iv, struct err *e)
{
    struct candidate contact;
    struct arena arena = {0};
    struct report r = {
        .style = x->style, .iv = iv, .contact = &contact, .nth = (size_t)x->done->written};
    struct err why = ERR_INIT;
    bool known = store_candidate(x->app->store, iv->candidate_id, &contact, &arena, &why);
    if (!known)
        r.contact = NULL;
    if (known || why.kind == ERR_MISSING) {
        report_add(&r, &x->piece);
        x->done->written++;
    } else {
        *e = why;
    }
    arena_release(&arena);
    return (known || why.kind == ERR_MISSING) && pass_on(x, e);
}

static bool add_one(struct exporting *x, int64_t id, struct err *e)
{
    struct interview iv;
    bool ok = view_interview(x->app, id, &iv, e) && add_loaded(x, &iv, e);
    interview_release(&iv);
    return ok;
}

/* It may have become hidden since its row was read. */
static bool add_row(struct exporting *x, const struct interview_row *row, struct err *e)
{
    struct err why = ERR_INIT;
    if (!row->hidden && add_one(x, row->id, &why))
        return true;
    if (row->hidden || why.kind == ERR_REFUSED) {
        x->done->hidden++;
        return true;
    }
    *e = why;
    return false;
}

static bool add_page(struct exporting *x, struct list_filter *filter, bool *more, struct err *e)
{
    struct interview_rows rows = {0};
    bool ok = app_list(x->app, filter, &rows, e);
    *more = ok && rows.more && rows.n > 0;
    for (size_t i = 0; ok && i < rows.n; i++) {
        filter->before_id = rows.items[i].id;
        ok = add_row(x, &rows.items[i], e);
    }
    interview_rows_release(&rows);
    return ok;
}

static bool add_all(struct exporting *x, struct err *e)
{
    struct list_filter filter = {.level = -1, .state = -1, .limit = PAGE};
    bool ok = true, more = true;
    while (ok && more)
        ok = add_page(x, &filter, &more, e);
    return ok;
}

bool export_to(struct app *app, const struct export_request *r, const struct export_sink *sink,
               struct export_result *done, struct err *e)
{
    struct report_style style;
    struct exporting x = {app, &style, sink, done, STR_INIT};
    *done = (struct export_result){0};
    if (!read_style(r, &style, e) || !app_open_store(app, e))
        return false;
    report_begin(&style, &x.piece);
    bool ok = r->id != 0 ? add_one(&x, r->id, e) : add_all(&x, e);
    if (ok)
        report_end(&style, &x.piece);
    ok = ok && pass_on(&x, e);
    str_release(&x.piece);
    return ok;
}

/* ---- into a file ---- */

static bool into_file(void *data, const struct str *piece, struct err *e)
{
    return outfile_add(data, piece->s, piece->len, e);
}

bool export_to_file(struct app *app, const struct export_request *r, const struct export_file *file,
                    struct export_result *done, struct err *e)
{
    struct outfile f;
    struct export_sink sink = {into_file, &f};
    enum outfile_way way = file->force ? OUTFILE_OVER : OUTFILE_NEW;
    bool ok = outfile_open(&f, file->path, 0600, way, e) && export_to(app, r, &sink, done, e) &&
              outfile_keep(&f, e);
    outfile_drop(&f);
    return ok;
}

/* ---- a name for it ---- */

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* "Léa Fournier" is "lea-fournier"; letters of other scripts stay. */
static void add_slug(struct str *out, const char *name)
{
    struct str clean = STR_INIT, folded = STR_INIT;
    size_t from = out->len;
    utf8_clean(&clean, name, strlen(name), false);
    utf8_fold(&folded, clean.s);
    for (size_t at = 0, n; at < folded.len; at += n) {
        uint32_t cp;
        n = utf8_decode(folded.s + at, folded.len - at, &cp);
        if (out->len - from + n > NAME_BYTES)
            break;
        if (is_plain(folded.s[at]))
            str_addn(out, folded.s + at, n);
        else if (out->len > from && out->s[out->len - 1] != '-')
            str_addc(out, '-');
    }
    while (out->len > from && out->s[out->len - 1] == '-')
        str_splice(out, out->len - 1, 1, "", 0);
    if (out->len == from)
        str_add(out, "candidate");
    str_release(&clean);
    str_release(&folded);
}

static bool add_stem(struct app *app, int64_t id, struct str *out, struct err *e)
{
    struct interview iv;
    bool ok = view_interview(app, id, &iv, e);
    if (ok) {
        int64_t at = iv.started_at != 0 ? iv.started_at : iv.planned_at;
        add_slug(out, iv.candidate);
        str_addc(out, '-');
        clock_add_date(out, at != 0 ? at : app_now(app), iv.offset_min);
    }
    interview_release(&iv);
    return ok;
}

static void add_free_name(struct str *path, const char *stem, const char *suffix)
{
    str_addf(path, "%s.%s", stem, suffix);
    for (int n = 2; n < NAMES_MAX && file_exists(path->s); n++) {
        str_clear(path);
        str_addf(path, "%s-%d.%s", stem, n, suffix);
    }
}

bool export_here(struct app *app, const struct export_request *r, struct str *path, struct err *e)
{
    struct report_style style;
    struct export_result done;
    struct str stem = STR_INIT;
    bool ok = read_style(r, &style, e) && add_stem(app, r->id, &stem, e);
    if (ok) {
        str_clear(path);
        add_free_name(path, stem.s, report_format_suffix(style.format));
        ok = export_to_file(app, r, &(struct export_file){.path = path->s}, &done, e);
    }
    str_release(&stem);
    return ok;
}
