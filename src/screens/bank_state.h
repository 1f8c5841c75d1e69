#ifndef SLATE_SCREENS_BANK_STATE_H
#define SLATE_SCREENS_BANK_STATE_H

/* What the screen of one bank keeps; shared by bank.c (walking, opening), bank_shift.c (copies and
 * moves), bank_file.c (saving, the editor, leaving), bank_left.c (what an earlier run left),
 * bank_find.c and bank_draw.c (the picture). */

#include "app/bank_editing.h"
#include "screens/bank_outline.h"
#include "screens/bank_rows.h"
#include "screens/outside.h"
#include "screens/pages.h"
#include "tui/action.h"
#include "tui/entry.h"
#include "tui/list.h"
#include "tui/screen.h"

#define BANK_HEAD 2 /* title and rule */

struct bank_screen {
    struct app *app;
    struct bank_editing *edit;
    struct outline outline;
    struct list list; /* over the outline */
    int rows, cols;
    struct pages detail; /* what the chosen line says, where it is no question */
    struct bank_uses uses;
    bool counted; /* the uses are those of the file as it is */
    struct outside outside;
    struct err broken; /* why what the editor left cannot be read */
    bool listing;      /* the problems lie over it */
    uint32_t pointed;  /* the line of a problem that was gone to; 0 once the choice has moved on */
    bool told;         /* that the file was changed by another program */
    bool offering;     /* `left` waits for a decision: nothing is edited before */
    struct bank_left left;
    bool finding; /* a search is being typed */
    bool missed;  /* ... and stands nowhere */
    int from;     /* the line it began at */
    struct entry find;
};

extern const struct ask bank_again_ask;

const struct outline_line *bank_chosen(const struct bank_screen *s); /* or NULL */
bool bank_is_question(const struct outline_line *line);
/* After an edit: keeps it, and the outline anew with `place` chosen, or (NULL) what was chosen
 * before. */
void bank_refresh(struct bank_screen *s, const char *place);
/* Chooses a line and shows what it says. */
void bank_choose(struct bank_screen *s, int i);

/* bank_draw.c */
void bank_lay(struct bank_screen *s); /* the list and the detail to the size of the window */
void bank_fill_detail(struct bank_screen *s);
void bank_draw(const void *state, struct canvas *c);

/* bank_shift.c: runs of actions, and why they cannot run */
const char *bank_no_question(const void *state);
const char *bank_no_entry(const void *state);
const char *bank_no_yank(const void *state);
struct outcome bank_run_copy(void *state, struct key k);
struct outcome bank_run_move(void *state, struct key k);
struct outcome bank_run_shift(void *state, struct key k);
struct outcome bank_run_remove(void *state, struct key k);
struct outcome bank_run_yank(void *state, struct key k);
struct outcome bank_run_paste(void *state, struct key k);

/* bank_file.c */
const char *bank_not_dirty(const void *state);
const char *bank_no_problems(const void *state);
struct outcome bank_run_save(void *state, struct key k);
struct outcome bank_run_editor(void *state, struct key k);
struct outcome bank_run_problems(void *state, struct key k);
struct outcome bank_run_back(void *state, struct key k);
struct outcome bank_look_again(struct bank_screen *s);
void bank_count_uses(struct bank_screen *s);

/* bank_left.c */
void bank_look_for_left(struct bank_screen *s);
void bank_left_words(struct str *out, const struct bank_screen *s);

/* bank_find.c */
struct outcome bank_run_find(void *state, struct key k);
struct outcome bank_run_find_next(void *state, struct key k);
struct outcome bank_run_find_before(void *state, struct key k);
struct outcome bank_run_find_end(void *state, struct key k);
void bank_find_resize(struct bank_screen *s);
bool bank_find_handle(struct bank_screen *s, const struct event *ev);
void bank_find_draw(const struct bank_screen *s, struct canvas *c, struct area a);

#endif
