#include <stdlib.h>
#include <string.h>

#include "app/bank_editing_parts.h"
#include "base/utf8.h"
#include "base/vec.h"

/* The edits of app/bank_editing.h. */

static bool done(struct bank_editing *b, bool good)
{
    if (good)
        b->read = false;
    return good;
}

bool bank_editing_set(struct bank_editing *b, const char *place, const char *text, struct err *e)
{
    return done(b, bank_edit_set(b->file.edit, place, text, e));
}

/* "senior/juggling" and "ask" is senior/juggling/ask; a fact's parts are behind points. */
static void add_place(struct str *out, const char *place, const char *field)
{
    const char *between = place[0] == '\0' ? "" : str_starts(place, "facts.") ? "." : "/";
    str_addf(out, "%s%s%s", place, between, field);
}

static bool set_field(struct bank_editing *b, const char *place, const struct edit_field *f,
                      struct err *e)
{
    struct str whole = STR_INIT;
    add_place(&whole, place, f->name);
    bool good = bank_edit_set(b->file.edit, whole.s, f->text != NULL ? f->text : "", e);
    str_release(&whole);
    return good;
}

bool bank_editing_set_all(struct bank_editing *b, const char *place,
                          const struct edit_field *fields, struct err *e)
{
    size_t mark = bank_edit_mark(b->file.edit);
    const struct edit_field *id = NULL;
    bool good = true;
    for (const struct edit_field *f = fields; f->name != NULL && good; f++) {
        if (strcmp(f->name, "id") == 0)
            id = f; /* last: the others are found by the old one */
        else
            good = set_field(b, place, f, e);
    }
    if (good && id != NULL)
        good = set_field(b, place, id, e);
    struct str what = STR_INIT;
    struct edit_place p;
    if (edit_place_parse(place, &p))
        edit_place_name(&what, &p);
    edit_place_release(&p);
    if (good)
        bank_edit_join(b->file.edit, mark, what.len > 0 ? what.s : NULL);
    else
        bank_edit_back(b->file.edit, mark);
    str_release(&what);
    return done(b, good);
}

bool bank_editing_insert(struct bank_editing *b, const char *place, const char *text, struct err *e)
{
    return done(b, bank_edit_insert(b->file.edit, place, text, e));
}

bool bank_editing_add(struct bank_editing *b, const char *place, const struct edit_field *fields,
                      const struct edit_target *to, struct err *e)
{
    return done(b, bank_edit_add(b->file.edit, place, fields, to, e));
}

bool bank_editing_remove(struct bank_editing *b, const char *place, struct err *e)
{
    return done(b, bank_edit_remove(b->file.edit, place, e));
}

bool bank_editing_extent(struct bank_editing *b, const char *place, struct str *out, struct err *e)
{
    return bank_edit_extent(b->file.edit, place, out, e);
}

bool bank_editing_move(struct bank_editing *b, const char *place, const struct edit_target *to,
                       struct err *e)
{
    return done(b, bank_edit_move(b->file.edit, place, to, e));
}

bool bank_editing_copy(struct bank_editing *b, const struct bank_copy *what,
                       const struct edit_target *to, struct err *e)
{
    const struct bank_edit *from = what->from != NULL ? what->from->file.edit : b->file.edit;
    struct edit_copy copy = {from, what->place, what->id};
    return done(b, bank_edit_copy(b->file.edit, &copy, to, e));
}

static bool nothing(struct err *e, const char *what)
{
    return err_set(e, ERR_REFUSED, "there is nothing to %s", what);
}

bool bank_editing_undo(struct bank_editing *b, struct err *e)
{
    return done(b, bank_edit_undo(b->file.edit)) || nothing(e, "undo");
}

bool bank_editing_redo(struct bank_editing *b, struct err *e)
{
    return done(b, bank_edit_redo(b->file.edit)) || nothing(e, "redo");
}

/* ---- places ---- */

uint32_t bank_editing_line(struct bank_editing *b, const char *place)
{
    return bank_edit_line(b->file.edit, place);
}

void bank_editing_place(struct bank_editing *b, uint32_t line, struct str *out)
{
    bank_edit_place_at(b->file.edit, line, out);
}

void bank_editing_findings(struct bank_editing *b, const char *place, struct finding_list *out)
{
    struct bank_lines lines;
    const struct findings *all = bank_editing_view(b)->findings;
    if (!bank_edit_lines(b->file.edit, place, &lines))
        return;
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].line >= lines.first && all->items[i].line <= lines.last)
            *VEC_PUSH(out) = &all->items[i];
}

/* ---- a new id ---- */

#define ID_WORDS 3 /* of the question make its id */

/* Words that say nothing of what a question is about. */
static bool is_small(const char *word, size_t n)
{
    static const char small[] =
        " the and you your how what when why who whom which with for from into that this they them "
        "are was were has have had did does can could would should will tell about describe give "
        "time one not but our out its ";
    char key[24];
    if (n < 3 || n > 20)
        return n < 3;
    key[0] = ' ';
    memcpy(key + 1, word, n);
    memcpy(key + 1 + n, " ", 2);
    return strstr(small, key) != NULL;
}

static void add_words(struct str *out, const char *ask)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    struct str folded = STR_INIT;
    int words = 0;
    utf8_fold(&folded, ask);
    for (const char *at = folded.s; *at != '\0' && words < ID_WORDS;) {
        size_t n = strspn(at, letters);
        if (n > 0 && !is_small(at, n)) {
            str_addf(out, "%s%.*s", words > 0 ? "-" : "", (int)(n > 20 ? 20 : n), at);
            words++;
        }
        at += n > 0 ? n : 1;
    }
    if (words == 0)
        str_add(out, "question");
    str_release(&folded);
}

static bool is_taken(const struct bank_level *level, const char *id)
{
    for (size_t i = 0; i < level->n; i++)
        if (level->questions[i].id.s != NULL && strcmp(level->questions[i].id.s, id) == 0)
            return true;
    return false;
}

void bank_editing_free_id(struct bank_editing *b, enum level level, const char *ask,
                          struct str *out)
{
    const struct bank *bank = bank_editing_view(b)->bank;
    struct str words = STR_INIT, id = STR_INIT;
    add_words(&words, ask);
    str_add(&id, words.s);
    for (int n = 2; is_taken(&bank->levels[level], id.s); n++) {
        str_clear(&id);
        str_addf(&id, "%s-%d", words.s, n);
    }
    str_add(out, id.s);
    str_release(&words);
    str_release(&id);
}
