#include "store/search.h"

#include <string.h>

/* What the texts say now: amended ones as they were amended last. */
#define TEXTS                                                                                      \
    "(SELECT field, pos, body FROM note n WHERE interview = i.id AND NOT EXISTS (SELECT 1 FROM"    \
    " amendment WHERE interview = i.id AND field = n.field AND pos = n.pos)"                       \
    " UNION ALL SELECT field, pos, new FROM amendment m WHERE interview = i.id AND id ="           \
    " (SELECT max(id) FROM amendment WHERE interview = i.id AND field = m.field AND pos = m.pos)"  \
    " AND field IN ('note', 'own', 'step_note', 'fact', 'general', 'summary'))"

#define SEARCHED                                                                                   \
    "SELECT coalesce(c.name, ''), coalesce(j.name, ''), b.title, v.name,"                          \
    " coalesce((SELECT body FROM " TEXTS " WHERE field = 'summary'), ''),"                         \
    " coalesce((SELECT group_concat(body, char(10)) FROM " TEXTS " WHERE field <> 'summary'), '')" \
    " FROM interview i JOIN candidate c ON c.id = i.candidate LEFT JOIN job j ON j.id = i.job"     \
    " JOIN bank_version b ON b.id = i.bank_version JOIN interviewer v ON v.id = i.interviewer"     \
    " WHERE i.id = ?1"

bool search_add(struct store *s, int64_t interview, struct err *e)
{
    static const char ADD[] =
        "INSERT INTO search (rowid, candidate, job, bank, interviewer, summary, notes)"
        " SELECT ?1, * FROM (" SEARCHED ")";
    return db_run(s, ADD, ARGS(I(interview)), e);
}

bool search_update(struct store *s, int64_t interview, struct err *e)
{
    static const char SET[] =
        "UPDATE search SET (candidate, job, bank, interviewer, summary, notes) = (" SEARCHED ")"
        " WHERE rowid = ?1";
    return db_run(s, SET, ARGS(I(interview)), e);
}

/* As a quoted string a word is never read as an operator of the query language. */
static void add_word(struct str *out, const char *word, size_t n)
{
    str_add(out, out->len > 0 && out->s[out->len - 1] != '(' ? " \"" : "\"");
    for (size_t i = 0; i < n; i++) {
        if (word[i] == '"')
            str_addc(out, '"');
        str_addc(out, word[i]);
    }
    str_add(out, "\"*");
}

bool search_words(const char *typed, const char *column, struct str *out)
{
    static const char BLANK[] = " \t\n\r";
    bool any = false;
    str_clear(out);
    if (column != NULL)
        str_addf(out, "%s : (", column);
    for (const char *at = typed + strspn(typed, BLANK); *at != '\0'; at += strspn(at, BLANK)) {
        size_t n = strcspn(at, BLANK);
        add_word(out, at, n);
        at += n;
        any = true;
    }
    if (column != NULL)
        str_addc(out, ')');
    return any;
}
