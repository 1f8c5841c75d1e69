#include "screens/preview.h"

#include "screens/interview_state.h"

static void draw_sample(const struct interview *iv, struct canvas *c, struct area a)
{
    struct canvas own;
    struct interview_screen s = {.sample = iv, .focus = -1};
    s.rows = a.rows + BODY_FIRST + 1; /* header and strip above, the footer below */
    s.cols = a.cols < SIDE_FROM ? a.cols : SIDE_FROM - 1;
    editor_init(&s.note, 1);
    editor_init(&s.own, 1);
    interview_relay(&s);
    canvas_init(&own, s.rows, s.cols);
    own.ascii = c->ascii;
    interview_draw_body(&s, &own);
    canvas_copy(c, (struct canvas_spot){a.row, a.col}, &own,
                (struct area){BODY_FIRST, 0, a.rows, s.cols});
    canvas_release(&own);
    editor_release(&s.note);
    editor_release(&s.own);
}

void preview_draw(const struct kit *kit, size_t i, struct canvas *c, struct area a)
{
    struct interview iv;
    if (i >= kit->n || !kit->questions[i].ask.s || a.rows < 1 || a.cols < 1)
        return;
    interview_init(&iv);
    iv.kit = *kit;
    iv.kit.questions = &kit->questions[i];
    iv.kit.n = 1;
    interview_lay_out(&iv);
    draw_sample(&iv, c, a);
    interview_release(&iv);
}
