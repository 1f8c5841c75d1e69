#ifndef SLATE_SCREENS_BANK_STATE_H
#define SLATE_SCREENS_BANK_STATE_H

/* What the screen of one bank keeps; shared by bank.c (keys) and bank_draw.c (picture). */

#include "app/bank_editing.h"
#include "screens/bank_outline.h"
#include "screens/bank_rows.h"
#include "screens/outside.h"
#include "screens/pages.h"
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
    struct outside outside;
    struct err broken; /* why what the editor left cannot be read */
    bool told;         /* that the file was changed by another program */
};

extern const struct ask bank_again_ask;

const struct outline_line *bank_chosen(const struct bank_screen *s); /* or NULL */
/* After an edit: the outline anew, with `place` chosen, or (NULL) what was chosen before. */
void bank_refresh(struct bank_screen *s, const char *place);

/* bank_draw.c */
void bank_lay(struct bank_screen *s); /* the list and the detail to the size of the window */
void bank_fill_detail(struct bank_screen *s);
void bank_draw(const void *state, struct canvas *c);

#endif
