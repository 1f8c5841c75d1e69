#include "report/report.h"

#include <string.h>

#include "report/formats.h"

static void nothing(const struct report_style *style, struct str *out)
{
    (void)style;
    (void)out;
}

static void begin_json(const struct report_style *style, struct str *out)
{
    str_add(out, style->many ? "[\n" : "");
}

static void end_json(const struct report_style *style, struct str *out)
{
    str_add(out, style->many ? "]\n" : "");
}

static const struct {
    const char *name, *suffix;
    void (*begin)(const struct report_style *style, struct str *out);
    void (*add)(const struct report *r, struct str *out);
    void (*end)(const struct report_style *style, struct str *out);
} formats[REPORT_FORMATS] = {
    [REPORT_TEXT] = {"text", "txt", nothing, report_text, nothing},
    [REPORT_MARKDOWN] = {"markdown", "md", nothing, report_markdown, nothing},
    [REPORT_HTML] = {"html", "html", report_html_begin, report_html, report_html_end},
    [REPORT_JSON] = {"json", "json", begin_json, report_json, end_json},
    [REPORT_CSV] = {"csv", "csv", report_csv_begin, report_csv, nothing},
    [REPORT_CSV_ANSWERS] = {"csv-answers", "csv", report_csv_begin, report_csv, nothing},
};

const char *report_format_name(enum report_format f)
{
    return formats[f].name;
}

bool report_format_parse(const char *name, enum report_format *f)
{
    for (int i = 0; i < REPORT_FORMATS; i++) {
        if (strcmp(formats[i].name, name) == 0) {
            *f = (enum report_format)i;
            return true;
        }
    }
    return false;
}

const char *report_format_suffix(enum report_format f)
{
    return formats[f].suffix;
}

void report_begin(const struct report_style *style, struct str *out)
{
    formats[style->format].begin(style, out);
}

void report_add(const struct report *r, struct str *out)
{
    formats[r->style->format].add(r, out);
}

void report_end(const struct report_style *style, struct str *out)
{
    formats[style->format].end(style, out);
}
