#include "app/export.h"

#include <string.h>

#include "app/viewing.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/path.h"
#include "base/utf8.h"
#include "report/report.h"

#define NAME_BYTES 80 /* of a file's name that come from the candidate's */
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

/* ---- a name for it ---- */

static void add_slug(struct str *out, const char *name)
{
    size_t from = out->len;
    utf8_slug(out, name, NAME_BYTES, false);
    if (out->len == from)
        str_add(out, "candidate");
}

static bool add_stem(struct app *app, int64_t id, struct str *out, struct err *e)
{
    struct interview iv;
    int64_t now = app_now(app);
    if (id == 0) {
        str_add(out, "sessions-");
        clock_add_date(out, now, app_offset(app, now));
        return true;
    }
    bool ok = view_interview(app, id, &iv, e);
    if (ok) {
        int64_t at = iv.started_at != 0 ? iv.started_at : iv.planned_at;
        add_slug(out, iv.candidate);
        str_addc(out, '-');
        clock_add_date(out, at != 0 ? at : now, iv.offset_min);
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

bool export_name(struct app *app, const struct export_request *r, struct str *path, struct err *e)
{
    struct str stem = STR_INIT;
    enum report_format format = REPORT_TEXT;
    const char *name = r->format != NULL ? r->format : "text";
    bool ok = export_format_check(name, e) && add_stem(app, r->id, &stem, e);
    if (ok) {
        report_format_parse(name, &format);
        str_clear(path);
        add_free_name(path, stem.s, report_format_suffix(format));
    }
    str_release(&stem);
    return ok;
}

void export_path(struct app *app, const char *typed, struct str *path)
{
    const char *home = app->sys.env(&app->sys, "HOME");
    if (typed[0] == '~' && typed[1] == '/' && home != NULL)
        path_join(path, home, typed + 2);
    else
        str_add(path, typed);
}
