#include "cli/usage.h"

#include <ctype.h>
#include <string.h>

#include "app/app.h"
#include "base/text.h"
#include "cli/call.h"

#define WIDTH  78
#define INDENT 2
#define GAP    2

/* "  name        what it is", wrapped beside a column of `column` columns. */
static void add_item(struct str *out, const char *name, int column, const char *text)
{
    struct str first = STR_INIT;
    str_repeat(&first, " ", INDENT);
    text_pad(&first, name, column);
    str_repeat(&first, " ", GAP);
    text_paragraph(out, first.s, INDENT + column + GAP, text, WIDTH);
    str_release(&first);
}

static bool listed(const struct command *row, const char *group)
{
    return group == NULL || (str_starts(row->name, group) && row->name[strlen(group)] == ' ');
}

static void add_rows(struct str *out, const struct commands *const *tables, const char *group)
{
    const struct command *row;
    int column = 0;
    for (size_t i = 0; (row = call_row(tables, i)) != NULL; i++)
        if (listed(row, group) && (int)strlen(row->name) > column)
            column = (int)strlen(row->name);
    for (size_t i = 0; (row = call_row(tables, i)) != NULL; i++)
        if (listed(row, group))
            add_item(out, row->name, column, row->summary);
}

static void add_settings(struct str *out)
{
    for (const struct config_row *row = config_rows; row->name != NULL; row++) {
        struct str text = STR_INIT;
        str_add(&text, row->help);
        if (row->values != NULL && row->values[0] != '\0')
            str_addf(&text, " (%s)", row->values);
        add_item(out, row->name, 12, text.s);
        str_release(&text);
    }
}

void usage_add_all(struct str *out, const struct commands *const *tables)
{
    str_add(out, "usage: slate [--db FILE]                         open the screens\n"
                 "       slate [--db FILE] COMMAND [OPTIONS]\n"
                 "\n"
                 "Screening interviews from question banks: asked, scored and kept.\n"
                 "\n"
                 "Commands:\n");
    add_rows(out, tables, NULL);
    str_add(out, "\nOptions:\n");
    add_item(out, "--db FILE", 12, "use this file of interviews instead of your own");
    add_item(out, "-h, --help", 12, "this text; behind a command: what that command takes");
    add_item(out, "--version", 12, "which slate this is");
    str_add(out,
            "\nSettings, a line \"name: value\" each, in the file that \"slate paths\" names:\n");
    add_settings(out);
    str_add(out, "\nExit status: 0 done, 1 findings, 2 the command was not understood,\n"
                 "3 something given is not valid, 4 the file of interviews is busy or not usable.\n"
                 "More: slate help COMMAND, man slate\n");
}

void usage_add_group(struct str *out, const struct commands *const *tables, const char *group)
{
    str_addf(out, "usage: slate %s COMMAND [OPTIONS]\n\nCommands:\n", group);
    add_rows(out, tables, group);
    str_addf(out, "\nMore: slate help %s COMMAND\n", group);
}

/* The widest name in front of a tab, so that all items of a command stand in one column. */
static int item_column(const char *details)
{
    int column = 0;
    while (*details != '\0') {
        int n = (int)strcspn(details, "\t\n");
        if (details[n] == '\t' && n > column)
            column = n;
        details += strcspn(details, "\n");
        details += *details == '\n';
    }
    return column;
}

static void flush_paragraph(struct str *out, struct str *paragraph)
{
    if (paragraph->len > 0)
        text_paragraph(out, "", 0, paragraph->s, WIDTH);
    str_clear(paragraph);
}

static void add_details_line(struct str *out, struct str *paragraph, const char *line, int column)
{
    const char *tab = strchr(line, '\t');
    if (tab == NULL && line[0] != '\0') {
        str_addf(paragraph, "%s%s", paragraph->len > 0 ? " " : "", line);
        return;
    }
    flush_paragraph(out, paragraph);
    if (tab == NULL) {
        str_addc(out, '\n');
        return;
    }
    struct str name = STR_INIT;
    str_addn(&name, line, (size_t)(tab - line));
    add_item(out, name.s, column, tab + 1);
    str_release(&name);
}

static void add_details(struct str *out, const char *details)
{
    struct str line = STR_INIT, paragraph = STR_INIT;
    int column = item_column(details);
    while (*details != '\0') {
        size_t n = strcspn(details, "\n");
        str_clear(&line);
        str_addn(&line, details, n);
        add_details_line(out, &paragraph, line.s, column);
        details += n;
        details += *details == '\n';
    }
    flush_paragraph(out, &paragraph);
    str_release(&line);
    str_release(&paragraph);
}

/* The length of "[--job J]" with its brackets, or of a word outside brackets. */
static size_t argument(const char *usage)
{
    size_t n = 0;
    for (int depth = 0; usage[n] != '\0' && (depth > 0 || usage[n] != ' '); n++)
        depth += (usage[n] == '[') - (usage[n] == ']');
    return n;
}

/* Wrapped between arguments, never inside one. */
static void add_usage(struct str *out, const struct command *row)
{
    size_t line = out->len;
    str_addf(out, "usage: slate %s", row->name);
    int indent = (int)(out->len - line);
    for (const char *at = row->usage; at != NULL && *at != '\0'; at += strspn(at, " ")) {
        size_t n = argument(at);
        if (out->len - line + 1 + n > WIDTH) {
            str_addc(out, '\n');
            line = out->len;
            str_repeat(out, " ", indent);
        }
        str_addc(out, ' ');
        str_addn(out, at, n);
        at += n;
    }
    str_addc(out, '\n');
}

static void add_sentence(struct str *out, const char *summary)
{
    struct str text = STR_INIT;
    str_addf(&text, "%c%s.", toupper((unsigned char)summary[0]), summary + 1);
    text_paragraph(out, "", 0, text.s, WIDTH);
    str_release(&text);
}

void usage_add_command(struct str *out, const struct command *row)
{
    add_usage(out, row);
    str_addc(out, '\n');
    add_sentence(out, row->summary);
    if (row->details == NULL)
        return;
    str_addc(out, '\n');
    add_details(out, row->details);
}
