#include "report/page.h"

#include "report/escape.h"

#define BOX   14 /* of the SVG, in its own units */
#define BAR   40 /* per point of the scale */
#define THICK 10

/* No colour carries a meaning alone: flags have a word, boxes are full or empty. */
static const char style[] =
    "<style>\n"
    ":root{--ink:#1a1d21;--soft:#5b636d;--line:#c9ced6;--fill:#2b5c9e;--flag:#9c2f86}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;padding:1.5rem;color:var(--ink);background:#fff;"
    "font:15px/1.4 system-ui,-apple-system,\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif}\n"
    "article{max-width:54rem;margin:0 auto}\n"
    "article+article{margin-top:4rem;break-before:page}\n"
    "header{display:flex;justify-content:space-between;align-items:flex-start;gap:1.5rem;"
    "border-bottom:3px solid var(--ink);padding-bottom:.6rem}\n"
    "h1{font-size:1.7rem;line-height:1.15;margin:0;overflow-wrap:anywhere}\n"
    "h2{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--soft);"
    "margin:1.3rem 0 .4rem;border-bottom:1px solid var(--line);break-after:avoid}\n"
    "h3{font-size:1rem;margin:0;overflow-wrap:anywhere}\n"
    "p{margin:.15rem 0}\n"
    ".soft{color:var(--soft);font-size:.87rem}\n"
    ".verdict{border:2px solid var(--ink);border-radius:.4rem;padding:.35rem .8rem;"
    "text-align:center;min-width:9rem;font-weight:600}\n"
    ".verdict b{display:block;font-size:1.15rem}\n"
    ".text{white-space:pre-wrap;overflow-wrap:anywhere}\n"
    ".big{font-size:1.5rem;font-weight:700}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "td,th{text-align:left;vertical-align:middle;padding:.12rem .6rem .12rem 0;font-weight:400}\n"
    "td.n{white-space:nowrap;font-weight:600}\n"
    "dl{display:grid;grid-template-columns:6.2rem 1fr;gap:.05rem .6rem;margin:.3rem 0 0;"
    "font-size:.92rem}\n"
    "dt{color:var(--soft)}\n"
    "dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}\n"
    "dt.yes,dt.note{color:var(--ink);font-weight:600}\n"
    "dt.flag,dd.flag{color:var(--flag);font-weight:600}\n"
    "dd.no{color:var(--soft)}\n"
    ".q{padding:.55rem 0;border-bottom:1px solid var(--line);break-inside:avoid}\n"
    ".q svg{vertical-align:-2px;margin-right:.4rem}\n"
    "svg .on{fill:var(--fill);stroke:var(--fill)}\n"
    "svg .off{fill:none;stroke:var(--soft)}\n"
    "footer{margin-top:1rem;color:var(--soft);font-size:.8rem}\n"
    "@media print{@page{margin:13mm}body{padding:0;font-size:9pt;line-height:1.28}"
    "article{max-width:none}h1{font-size:15pt}h2{margin:.8rem 0 .25rem}.q{padding:.3rem 0}"
    "dl{grid-template-columns:5.6rem 1fr}"
    "svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n"
    "</style>\n";

void page_begin(struct str *out, const char *title)
{
    str_add(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src 'unsafe-inline'\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"robots\" content=\"noindex\">\n<title>");
    escape_html(out, title);
    str_add(out, "</title>\n");
    str_add(out, style);
    str_add(out, "</head>\n<body>\n");
}

void page_end(struct str *out)
{
    str_add(out, "</body>\n</html>\n");
}

void page_boxes(struct str *out, int score, int scale)
{
    str_addf(out, "<svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%d of %d\">",
             scale * (BOX + 2), BOX, score, scale);
    for (int i = 0; i < scale; i++)
        str_addf(out, "<rect class=\"%s\" x=\"%d.5\" y=\".5\" width=\"%d\" height=\"%d\"/>",
                 i < score ? "on" : "off", i * (BOX + 2), BOX - 2, BOX - 2);
    str_add(out, "</svg>");
}

void page_bar(struct str *out, int hundredths, int scale)
{
    int width = scale * BAR;
    str_addf(out, "<svg width=\"%d\" height=\"%d\" aria-hidden=\"true\">", width + 1, THICK + 1);
    str_addf(out, "<rect class=\"on\" x=\".5\" y=\".5\" width=\"%d\" height=\"%d\"/>",
             hundredths * BAR / 100, THICK);
    str_addf(out, "<path class=\"off\" d=\"M.5 .5h%dv%dh-%dz", width, THICK, width);
    for (int i = 1; i < scale; i++)
        str_addf(out, "M%d.5 .5v%d", i * BAR, THICK);
    str_add(out, "\"/></svg>");
}
