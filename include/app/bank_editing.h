#ifndef SLATE_APP_BANK_EDITING_H
#define SLATE_APP_BANK_EDITING_H

/* Editing a question bank: what the bank screens and `slate bank set|add|...` call. The file is not
 * touched before bank_editing_save. Places are those of domain/edit.h ("senior/juggling/expect.2").
 *
 *     struct bank_editing *b = bank_editing_open(app, "post-producer", &e);
 *     if (!bank_editing_set(b, "senior/juggling/ask", text, &e)) ... e.text says why not
 *     const struct bank_view *v = bank_editing_view(b);     what the bank is now
 *     bank_editing_save(b, &e);
 *     bank_editing_close(b);
 *
 * An edit that is refused (ERR_REFUSED, ERR_INPUT) leaves everything as it was.
 *
 * A bank that the user may not write (the system's) is edited as a copy in their own folder, which
 * is made when it is first saved: `notice` says so from the start, and `path` is that of the copy.
 */

#include "app/app.h"
#include "base/diff.h"
#include "domain/edit.h"

struct bank_editing;

struct bank_view { /* everything valid until the next call that changes something */
    const char *name, *path, *title;
    const struct bank *bank;         /* as the current text reads */
    const struct findings *findings; /* of reading and of the check, by place */
    bool good;                       /* no error */
    bool checked;                    /* the findings are complete: see bank_editing_check_later */
    size_t errors, warnings;
    const char *bytes; /* the current text */
    size_t n;
    bool dirty;       /* differs from the file */
    bool fresh;       /* there is no file yet */
    bool kept;        /* the store has what the file has not: see bank_editing_keep */
    const char *undo; /* what an undo would take back, "text of the question juggling"; or NULL */
    const char *redo;
    const char *notice; /* a sentence to be shown while it is edited, or NULL */
};

/* By name or path, as app_bank_find. A file that cannot be edited in place (several documents, no
 * YAML at all) is refused with the reason and the line: offer the editor. */
struct bank_editing *bank_editing_open(struct app *app, const char *name, struct err *e);
/* A new bank from the template, in the user's own folder under `name` (or at `name` as a path). */
struct bank_editing *bank_editing_new(struct app *app, const char *name, const char *title,
                                      struct err *e);
/* The same with a text of one's own: an import. */
struct bank_editing *bank_editing_draft(struct app *app, const char *name, const struct str *bytes,
                                        struct err *e);
/* For a screen: of a large bank the check (bank/bank_check.h) may be put off until a moment without
 * keys, when bank_editing_check is called. Until then view->checked is false and the findings are
 * those of reading alone. */
void bank_editing_check_later(struct bank_editing *b);
void bank_editing_check(struct bank_editing *b);
void bank_editing_close(struct bank_editing *b); /* NULL is fine; what was not saved is lost */

const struct bank_view *bank_editing_view(struct bank_editing *b);

/* ---- edits, as in bank/bank_edit.h ---- */

/* A text, a number, an entry of a list; of a whole list one entry for each line. What is not there
 * yet is added; an empty text takes away what may be left out. */
bool bank_editing_set(struct bank_editing *b, const char *place, const char *text, struct err *e);
/* Several texts of one place ("senior/juggling", "facts.start", "senior", "" for the bank) as one
 * step of undo: all or none. `fields` ends with a name of NULL. Texts that are as they were change
 * nothing. */
bool bank_editing_set_all(struct bank_editing *b, const char *place,
                          const struct edit_field *fields, struct err *e);
/* A new entry of a list that becomes `place` ("senior/juggling/expect.2"), or its last. */
bool bank_editing_insert(struct bank_editing *b, const char *place, const char *text,
                         struct err *e);
/* A new question ("senior") or fact ("facts"); to NULL: last. */
bool bank_editing_add(struct bank_editing *b, const char *place, const struct edit_field *fields,
                      const struct edit_target *to, struct err *e);
bool bank_editing_remove(struct bank_editing *b, const char *place, struct err *e);
/* The lines that removing would take away, comments above included. Added to `out`. */
bool bank_editing_extent(struct bank_editing *b, const char *place, struct str *out, struct err *e);
bool bank_editing_move(struct bank_editing *b, const char *place, const struct edit_target *to,
                       struct err *e);
/* A copy of a question, of `from` (NULL: of b itself), under another id (NULL: the same). */
struct bank_copy {
    struct bank_editing *from;
    const char *place, *id;
};
bool bank_editing_copy(struct bank_editing *b, const struct bank_copy *what,
                       const struct edit_target *to, struct err *e);
/* An id for a new question of that level, made of its text: "two-shows-slip". Added to `out`. */
void bank_editing_free_id(struct bank_editing *b, enum level level, const char *ask,
                          struct str *out);

/* A question taken along, from bank to bank, as long as the program runs: it is kept as it stands
 * now. Pasting gives it another id where its own is taken; `place` gets where it is then. */
bool bank_editing_yank(struct bank_editing *b, const char *place, struct err *e);
const char *bank_editing_yanked(const struct app *app); /* what it asks, or NULL */
bool bank_editing_paste(struct bank_editing *b, const struct edit_target *to, struct str *place,
                        struct err *e);

/* Another name for a term or a competency ("competencies.scheduling"), as one step with the
 * questions that measure it. */
bool bank_editing_rename(struct bank_editing *b, const char *place, const char *name,
                         struct err *e);
/* How many questions measure a competency. */
size_t bank_editing_measured(struct bank_editing *b, const char *competency);

bool bank_editing_undo(struct bank_editing *b, struct err *e);
bool bank_editing_redo(struct bank_editing *b, struct err *e);

/* ---- places ---- */

/* The line of a place, for $EDITOR and for jumping; 0 when it is not there. */
uint32_t bank_editing_line(struct bank_editing *b, const char *place);
/* The place at a line, for jumping from a finding: the nearest that has a form of its own, such as
 * "senior/juggling/expect.2" or "glossary.conform". Added to `out`; "" for none. */
void bank_editing_place(struct bank_editing *b, uint32_t line, struct str *out);
/* The findings that concern a place and what is in it; the caller releases with VEC_RELEASE.
 * "senior/juggling/ask" for beside a field, "senior/juggling" for a list. */
struct finding_list {
    const struct finding **items;
    size_t n, cap;
};
void bank_editing_findings(struct bank_editing *b, const char *place, struct finding_list *out);

/* ---- the file ---- */

/* What saving would change, as lines; `context` lines around each. */
void bank_editing_diff(struct bank_editing *b, int context, struct diff *out);
/* The two sides of that: diff_line.at points into old for SAME and OUT, into new for IN. */
struct diff_text bank_editing_saved(const struct bank_editing *b);
struct diff_text bank_editing_current(const struct bank_editing *b);
void bank_editing_unified(struct bank_editing *b, struct str *out);

/* Did somebody else change the file since it was opened or saved? Cheap: ask when the screen is
 * looked at again. `diff` (may be NULL) gets what the other changed, against what we opened. */
bool bank_editing_changed(struct bank_editing *b, struct str *diff);

/* ERR_REFUSED when the file changed underneath: reload, or save as a copy. Banks are read anew
 * afterwards (app_banks_forget): pointers to an app_bank become invalid. */
bool bank_editing_save(struct bank_editing *b, struct err *e);
bool bank_editing_save_as(struct bank_editing *b, const char *path, struct err *e);
/* Gives the edits up and reads the file again. Also for what $EDITOR did. */
bool bank_editing_reload(struct bank_editing *b, struct err *e);

/* ---- what is not in the file yet ----
 *
 * Edits that were not saved are kept in the store, so that they outlive the program: after each one
 * call bank_editing_keep. Saving and reloading drop them. Whoever opens a bank asks whether some
 * were left, and has them taken up, saved as a copy or dropped. */

/* Cheap when nothing changed since. Keeps nothing (and drops what it kept) while the text is that
 * of the file. */
bool bank_editing_keep(struct bank_editing *b, struct err *e);

struct bank_left {
    int64_t at; /* UTC ms, of the last edit */
    bool fits;  /* the file is still the one that they were made on */
};
/* Is there a text of an earlier run that differs from the file? */
bool bank_editing_left(struct bank_editing *b, struct bank_left *out);
/* Puts it in place, as one step of undo. ERR_REFUSED when the file changed meanwhile. */
bool bank_editing_take_up(struct bank_editing *b, struct err *e);
/* Writes it to a new file, never over another. What was left stays kept. */
bool bank_editing_left_as(struct bank_editing *b, const char *path, struct err *e);
bool bank_editing_drop_left(struct bank_editing *b, struct err *e);

/* A text that was typed and is not in the bank yet (it cannot be taken, or is not complete), under
 * a name of the caller's. NULL drops it; saving leaves it alone. */
bool bank_editing_keep_typed(struct bank_editing *b, const char *name, const char *text,
                             struct err *e);
bool bank_editing_typed(struct bank_editing *b, const char *name, struct str *out);

/* Was a new bank begun and never saved? `path` (may be NULL) gets where it would go. */
bool bank_editing_begun(struct app *app, struct str *path);
/* Opens it with what was done to it. */
struct bank_editing *bank_editing_go_on(struct app *app, struct err *e);

/* In how many sessions the version that is on disk, and any version of a bank of this name, was
 * used. Zeros without a store. */
struct bank_uses {
    int64_t version, bank;
};
bool bank_editing_uses(struct bank_editing *b, struct bank_uses *out, struct err *e);
/* The same for a bank of the list. */
bool bank_uses_of(struct app *app, const struct app_bank *b, struct bank_uses *out, struct err *e);

#endif
