#ifndef SLATE_SCREENS_NEW_STATE_H
#define SLATE_SCREENS_NEW_STATE_H

/* The form of a new interview: what new.c (keys, confirming) and new_fill.c (presets, drafts)
 * share. */

#include "app/app.h"
#include "domain/candidate.h"
#include "tui/form.h"
#include "tui/screen.h"

enum {
    ROW_CANDIDATE,
    ROW_JOB,
    ROW_BANK,
    ROW_LEVEL,
    ROW_INTERVIEWER,
    ROW_MINUTES,
    ROW_WHEN,
    ROW_START,
    ROW_PLAN,
    ROWS
};

#define SUGGESTIONS 6

struct new_screen {
    struct app *app;
    int64_t planned_id; /* 0: a new one */
    struct form_row specs[ROWS];
    struct form form;
    struct {
        const char **items;
        size_t n, cap;
    } titles, banks;         /* of the good banks, side by side; a bank NULL: as stored */
    struct arena arena;      /* titles that were told apart */
    struct str planned_bank; /* the title of that one */
    struct str broken;       /* the banks that cannot be used, as a hint; empty for none */
    struct name_rows names;  /* the suggestions shown now */
    const char *texts[SUGGESTIONS];
    int64_t candidate_id; /* taken from the suggestions; 0: typed */
    struct str candidate; /* the name that candidate_id belongs to */
    bool somebody_else;   /* same name, another person: was asked and answered */
    bool start;           /* what the question that is open will lead to */
    struct str question;
    struct ask ask;
};

/* Keeps what was typed into a row, so that neither Esc nor a power cut loses it; dropped when the
 * form is confirmed. */
bool new_keep_draft(struct new_screen *s, size_t row, struct err *e);
bool new_drop_drafts(struct new_screen *s, struct err *e);
void new_take_drafts(struct new_screen *s);

void new_list_banks(struct new_screen *s); /* the good ones, as choices of the form */
bool new_set_bank(struct new_screen *s, const char *name); /* false: it is not among them */
/* The same with a name or a path that was given on the command line. */
bool new_give_bank(struct new_screen *s, const char *name, struct err *e);
void new_preset(struct new_screen *s); /* from the interview before */
bool new_load_planned(struct new_screen *s, struct err *e);

#endif
