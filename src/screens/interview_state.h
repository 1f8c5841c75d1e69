#ifndef SLATE_SCREENS_INTERVIEW_STATE_H
#define SLATE_SCREENS_INTERVIEW_STATE_H

/* What the live screen keeps beside the live interview itself; shared by interview.c (keys) and
 * interview_draw.c (picture). */

#include "app/live.h"
#include "screens/interview_layout.h"
#include "tui/action.h"
#include "tui/canvas.h"
#include "tui/editor.h"

enum writing { WRITING_NONE, WRITING_NOTE, WRITING_OWN };

#define INTERVIEW_ACTIONS 40 /* room for the rows of this place */

struct interview_screen {
    struct app *app;
    struct live *live;
    const struct interview *sample; /* instead of a live one: how a question will look */
    int rows, cols;
    int shown; /* the answer that the editors hold, -1 for none */
    int focus; /* the line walked to: points, then flags, then probes; -1 none */
    enum writing writing;
    struct editor note, own;
    char last[48];                            /* what the last key did: "heard b" */
    struct action actions[INTERVIEW_ACTIONS]; /* the rows, worded for this question */
    size_t n_actions;
    struct interview_layout layout;
};

/* interview.c: keeping the picture in step with the live interview. */
void interview_show(struct interview_screen *s); /* the answer shown now, into editors and footer */
void interview_relay(struct interview_screen *s); /* the layout, after anything changed its size */
bool interview_stop_writing(struct interview_screen *s, struct err *e);
struct outcome interview_go(struct interview_screen *s, int at);

/* interview_actions.c */
void interview_word_actions(struct interview_screen *s);

const struct interview *interview_of(const struct interview_screen *s);
const struct answer *interview_answer(const struct interview_screen *s);
/* The item a focus index stands for. */
enum field interview_focus_field(const struct interview_screen *s, int focus, int *item);
/* The scores whose anchors are shown (bit n) where `most` rows are free; the required ones always.
 */
unsigned interview_anchors(const struct question *q, int scale, int most);
/* The line walked to and the body row it stands on (-1: none); `rows` is how many it takes when it
 * is opened, because its row shows it cut or not at all, else 0. */
struct interview_opened {
    const char *text;
    int row, rows;
};
struct interview_opened interview_opened(const struct interview_screen *s);
void interview_draw(const void *state, struct canvas *c);
/* All between the strip and the footer, in the rows from BODY_FIRST on. */
void interview_draw_body(const struct interview_screen *s, struct canvas *c);

#endif
