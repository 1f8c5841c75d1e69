#include "screens/running.h"

#include "screens/open.h"
#include "tui/statusbar.h"

void running_end(struct job **slot)
{
    if (*slot)
        (*slot)->ops->close(*slot);
    *slot = NULL;
}

struct outcome running_begin(struct job **slot, struct job *job)
{
    if (!*slot) {
        *slot = job;
        return out_stay();
    }
    job->ops->close(job);
    return out_say(TONE_ERROR,
                   "One thing at a time: wait until what runs is over, or stop it with Esc.");
}

struct outcome running_stop(struct job **slot)
{
    const char *doing = (*slot)->ops->doing;
    running_end(slot);
    return out_say(TONE_WARN, "%s stopped: nothing was left behind.", doing);
}

static struct outcome done(struct job **slot)
{
    struct str text = STR_INIT;
    (*slot)->ops->say(*slot, &text);
    struct outcome out = out_say(TONE_GOOD, "%s", text.s);
    running_end(slot);
    str_release(&text);
    return out;
}

struct outcome running_step(struct job **slot)
{
    struct err e = ERR_INIT;
    if (!(*slot)->ops->step(*slot, &e)) {
        running_end(slot);
        return out_failed(&e);
    }
    return (*slot)->over ? done(slot) : out_stay();
}

void running_draw(const struct job *job, struct canvas *c)
{
    struct str text = STR_INIT;
    job_add_words(job, &text);
    str_add(&text, "   Esc stops it");
    statusbar_message(c, (struct area){c->rows - 1, 0, 1, c->cols}, TONE_PLAIN, text.s);
    str_release(&text);
}
