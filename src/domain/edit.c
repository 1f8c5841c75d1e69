#include "domain/edit.h"

#include <string.h>

static const char *const level_fields[] = {"experience", "minutes", "indicators", "questions"};

static void split(const char *text, size_t n, struct edit_place *out)
{
    const char *point = memchr(text, '.', n);
    size_t name = point != NULL ? (size_t)(point - text) : n;
    str_addn(&out->field, text, name);
    if (point != NULL)
        str_addn(&out->entry, point + 1, n - name - 1);
}

static bool is_level_field(const char *text)
{
    for (size_t i = 0; i < sizeof level_fields / sizeof *level_fields; i++) {
        size_t n = strlen(level_fields[i]);
        if (strncmp(text, level_fields[i], n) == 0 && (text[n] == '\0' || text[n] == '.'))
            return true;
    }
    return false;
}

/* What stands behind "senior/". */
static void parse_inside(const char *text, struct edit_place *out)
{
    const char *slash = strchr(text, '/');
    if (slash == NULL && is_level_field(text)) {
        split(text, strlen(text), out);
        return;
    }
    str_addn(&out->question, text, slash != NULL ? (size_t)(slash - text) : strlen(text));
    if (slash != NULL)
        split(slash + 1, strlen(slash + 1), out);
}

/* A term of a glossary may have a slash in it. */
static bool is_term(const char *text)
{
    const char *point = strchr(text, '.'), *slash = strchr(text, '/');
    return point != NULL && slash != NULL && point < slash;
}

bool edit_place_parse(const char *text, struct edit_place *out)
{
    *out = (struct edit_place){LEVELS, STR_INIT, STR_INIT, STR_INIT};
    if (level_parse(text, &out->level))
        return true;
    out->level = LEVELS;
    const char *slash = is_term(text) ? NULL : strchr(text, '/');
    if (slash == NULL) {
        split(text, strlen(text), out);
        return true;
    }
    struct str level = STR_INIT;
    str_addn(&level, text, (size_t)(slash - text));
    bool known = level_parse(level.s, &out->level);
    str_release(&level);
    if (known)
        parse_inside(slash + 1, out);
    return known;
}

void edit_place_release(struct edit_place *p)
{
    str_release(&p->question);
    str_release(&p->field);
    str_release(&p->entry);
}

/* Fields that are called otherwise than they are written. */
static const char *field_name(const char *field)
{
    static const char *const names[][2] = {
        {"ask", "text"},
        {"expect", "listen-for point"},
        {"red_flags", "red flag"},
        {"probes", "follow-up"},
        {"anchors", "anchor at"},
        {"why", "reason"},
        {"search_titles", "search title"},
        {"resume_phrases", "résumé phrase"},
        {"glossary", "glossary entry"},
        {"competencies", "competency"},
        {"facts", "fact"},
        {"opening", "opening step"},
        {"closing", "closing step"},
        {"indicators", "indicator"},
        {"weight_reason", "reason of the weight"},
        {"bank", "identifier"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], field) == 0)
            return names[i][1];
    return field;
}

void edit_place_name(struct str *out, const struct edit_place *p)
{
    if (p->field.len > 0)
        str_addf(out, "%s%s%s", field_name(p->field.s), p->entry.len > 0 ? " " : "", p->entry.s);
    if (p->field.len > 0 && (p->question.len > 0 || p->level < LEVELS))
        str_add(out, " of ");
    if (p->question.len > 0)
        str_addf(out, "%s%s", p->field.len > 0 ? "" : "question ", p->question.s);
    else if (p->level < LEVELS)
        str_addf(out, "level %s", level_name(p->level));
    else if (p->field.len == 0)
        str_add(out, "bank");
}

static void replace(struct str *out, const char *text, const char *what, const char *with)
{
    size_t n = strlen(what);
    for (const char *at; (at = strstr(text, what)) != NULL; text = at + n) {
        str_addn(out, text, (size_t)(at - text));
        str_add(out, with);
    }
    str_add(out, text);
}

void edit_show_breaks(struct str *out, const char *entry)
{
    replace(out, entry, "\n", EDIT_BREAK);
}

void edit_read_breaks(struct str *out, const char *line)
{
    replace(out, line, EDIT_BREAK, "\n");
}
