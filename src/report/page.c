#include "report/page.h"

#include "report/escape.h"

#define BOX   13 /* of the SVG, in its own units */
#define BAR   32 /* per point of the scale */
#define THICK 10

/* No colour carries a meaning alone: flags have a word, boxes are full or empty. */
static const char style[] =
    "<style>\n"
    ":root{--ink:#15181c;--soft:#59616b;--line:#cdd2d9;--fill:#2b5c9e;--flag:#8f2a7b;--wash:#"
    "f5f6f8}\n"
    "*{box-sizing:border-box}\n"
    "html{font-size:16px}\n"
    "body{margin:0;padding:2rem 1.5rem 3rem;color:var(--ink);background:#fff;"
    "font:.94rem/1.45 system-ui,-apple-system,\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif}\n"
    "article{max-width:66rem;margin:0 auto}\n"
    "article+article{margin-top:4rem;break-before:page}\n"
    "header{display:flex;justify-content:space-between;align-items:flex-end;gap:1.5rem;"
    "border-bottom:.19rem solid var(--ink);padding-bottom:.6rem}\n"
    "h1{font-size:1.9rem;line-height:1.1;margin:0;overflow-wrap:anywhere}\n"
    "header p{font-size:1.05rem;margin:.25rem 0 0;overflow-wrap:anywhere}\n"
    "h2{font-size:.76rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft);"
    "margin:1.5rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.15rem;"
    "break-after:avoid}\n"
    "h3{font-size:1rem;line-height:1.3;margin:0;overflow-wrap:anywhere}\n"
    "p{margin:.15rem 0}\n"
    ".soft{color:var(--soft);font-size:.86rem}\n"
    ".verdict{border:2px solid var(--ink);border-radius:.4rem;padding:.35rem 1rem;flex:none;"
    "text-align:center;min-width:9rem;font-size:.86rem}\n"
    ".verdict b{display:block;font-size:1.25rem;line-height:1.2}\n"
    ".facts{display:flex;flex-wrap:wrap;gap:.1rem 1.6rem;margin:.6rem 0 0;font-size:.9rem}\n"
    ".facts div{display:flex;gap:.45rem;max-width:100%}\n"
    ".facts dt,.ev dt{color:var(--soft)}\n"
    ".facts dd,.ev dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}\n"
    ".top{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2rem}\n"
    ".top>section:only-child{grid-column:1/-1}\n"
    ".text{white-space:pre-wrap;overflow-wrap:anywhere}\n"
    ".big{margin:0 0 .3rem;font-size:1rem;color:var(--soft)}\n"
    ".big b{font-size:2.1rem;line-height:1.1;color:var(--ink);margin-right:.4rem}\n"
    "table{border-collapse:collapse;width:100%;font-size:.92rem}\n"
    "td,th{text-align:left;vertical-align:baseline;padding:.14rem .8rem .14rem 0;"
    "font-weight:400;overflow-wrap:anywhere}\n"
    "th{color:var(--soft)}\n"
    ".bars th{color:var(--ink);white-space:nowrap;width:1%}\n"
    ".bars td.n{white-space:nowrap;width:1%}\n"
    ".bars td:last-child{font-size:.86rem;color:var(--soft)}\n"
    ".cols{columns:2 24rem;column-gap:2rem}\n"
    ".q{padding:.2rem 0 .7rem;margin-bottom:.6rem;border-bottom:1px solid var(--line);"
    "break-inside:avoid}\n"
    ".q.long{break-inside:auto}\n"
    ".q .n{color:var(--soft);font-weight:400;margin-right:.45rem}\n"
    ".score{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .5rem;margin:.3rem 0 .25rem;"
    "background:var(--wash);padding:.2rem .45rem;border-radius:.25rem}\n"
    ".score svg{align-self:center}\n"
    ".score span{flex:1 1 12rem;font-size:.9rem}\n"
    ".ev{display:grid;grid-template-columns:5.1rem minmax(0,1fr);gap:.06rem .5rem;"
    "margin:.3rem 0 0;font-size:.9rem}\n"
    ".ev dt.yes,.ev dt.note{color:var(--ink);font-weight:600}\n"
    ".ev dt.flag,.ev dd.flag{color:var(--flag);font-weight:600}\n"
    ".ev dd.no{color:var(--soft)}\n"
    ".ev dd.note{border-left:3px solid var(--line);padding-left:.5rem}\n"
    "svg .on{fill:var(--fill);stroke:var(--fill)}\n"
    "svg .off{fill:none;stroke:var(--soft)}\n"
    "footer{margin-top:1rem;border-top:1px solid var(--line);padding-top:.3rem;"
    "color:var(--soft);font-size:.78rem}\n"
    "@media(max-width:48rem){.top{grid-template-columns:1fr}}\n"
    "@media print{@page{margin:11mm 12mm}html{font-size:8.4pt}\n"
    "body{padding:0;line-height:1.3;font-size:1rem}article{max-width:none}\n"
    "h2{margin:.9rem 0 .3rem}.top{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}\n"
    ".cols{columns:2;column-gap:1.8rem}.q{padding:0 0 .35rem;margin-bottom:.35rem}\n"
    ".score{background:none;padding:0;margin:.15rem 0}.ev{margin:.1rem 0 0}\n"
    ".bars svg{width:9.5rem;height:auto}.score svg{height:1rem;width:auto}\n"
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
    int width = scale * (BOX + 2);
    str_addf(out,
             "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" "
             "aria-label=\"%d of %d\">",
             width, BOX, width, BOX, score, scale);
    for (int i = 0; i < scale; i++)
        str_addf(out, "<rect class=\"%s\" x=\"%d.5\" y=\".5\" width=\"%d\" height=\"%d\"/>",
                 i < score ? "on" : "off", i * (BOX + 2), BOX - 2, BOX - 2);
    str_add(out, "</svg>");
}

void page_bar(struct str *out, int hundredths, int scale)
{
    int width = scale * BAR;
    str_addf(out, "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">",
             width + 1, THICK + 1, width + 1, THICK + 1);
    str_addf(out, "<rect class=\"on\" x=\".5\" y=\".5\" width=\"%d\" height=\"%d\"/>",
             hundredths * BAR / 100, THICK);
    str_addf(out, "<path class=\"off\" d=\"M.5 .5h%dv%dh-%dz", width, THICK, width);
    for (int i = 1; i < scale; i++)
        str_addf(out, "M%d.5 .5v%d", i * BAR, THICK);
    str_add(out, "\"/></svg>");
}
