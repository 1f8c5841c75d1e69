#include <string.h>

#include "base/clock.h"
#include "base/vec.h"
#include "screens/bank_state.h"
#include "screens/bank_words.h"
#include "screens/open.h"
#include "screens/places.h"
#include "screens/words.h"

/* Changes of an earlier run that never came into the file: the program or the machine ended. Before
 * anything else is done to the bank they are taken up, saved as a copy, or given up. */

void bank_look_for_left(struct bank_screen *s)
{
    s->offering = bank_editing_left(s->edit, &s->left);
}

void bank_left_words(struct str *out, const struct bank_screen *s)
{
    str_add(out, "Changes of ");
    clock_add_date_time(out, s->left.at, app_offset(s->app, s->left.at));
    str_add(out, " were not saved. ");
    str_add(out, s->left.fits ? "t takes them up, d gives them up. The bank is shown as the file "
                                "has it."
                              : "The file was changed since: c saves them as a copy beside it, d "
                                "gives them up.");
}

static struct outcome decided(struct bank_screen *s, struct outcome o)
{
    s->offering = false;
    bank_refresh(s, NULL);
    return o;
}

static const char *no_longer_fits(const void *state)
{
    const struct bank_screen *s = state;
    return s->left.fits ? NULL : "the file was changed since; c saves what was left as a copy";
}

static struct outcome run_take_up(void *state, struct key k)
{
    struct bank_screen *s = state;
    struct err e = ERR_INIT;
    (void)k;
    if (!bank_editing_take_up(s->edit, &e)) {
        bank_look_for_left(s);
        return out_failed(&e);
    }
    return decided(s, out_say(TONE_GOOD, "Taken up; not saved in the file yet. u undoes all of "
                                         "it."));
}

/* "colorist.yaml" beside it as the first of colorist-2.yaml, colorist-3.yaml ... that is free. */
static struct outcome run_copy(void *state, struct key k)
{
    struct bank_screen *s = state;
    struct err e = ERR_INIT;
    struct str path = STR_INIT, shown = STR_INIT;
    bool ok = false;
    (void)k;
    for (int n = 2; n < 100 && !ok; n++) {
        str_clear(&path);
        bank_words_copy_path(&path, bank_editing_view(s->edit)->path, n);
        e = (struct err)ERR_INIT;
        ok = bank_editing_left_as(s->edit, path.s, &e) && bank_editing_drop_left(s->edit, &e);
    }
    words_add_path(&shown, s->app, path.s);
    struct outcome o =
        ok ? decided(s, out_say(TONE_GOOD, "Saved as %s.", shown.s)) : out_failed(&e);
    str_release(&path);
    str_release(&shown);
    return o;
}

static struct outcome given_up(void *state, int choice)
{
    struct bank_screen *s = state;
    struct err e = ERR_INIT;
    if (choice != 0)
        return out_stay();
    if (!bank_editing_drop_left(s->edit, &e))
        return out_failed(&e);
    return decided(s, out_say(TONE_PLAIN, "Given up. The bank is as the file has it."));
}

static const struct choice choices[] = {{'d', "give them up"}, {'n', "no"}};
static const struct ask ask = {"They cannot be brought back.", choices, COUNT_OF(choices),
                               given_up};

static struct outcome run_give_up(void *state, struct key k)
{
    (void)state;
    (void)k;
    return out_ask(&ask);
}

static const struct action rows[] = {
    {.name = "take up",
     .keys = "t Enter",
     .label = "take them up",
     .disabled = no_longer_fits,
     .help = "Puts the changes that were not saved back, as one step that u undoes.",
     .run = run_take_up},
    {.name = "save as a copy",
     .keys = "c",
     .label = "as a copy",
     .help = "Writes the bank with those changes into a new file beside this one.",
     .run = run_copy},
    {.name = "give up",
     .keys = "d",
     .label = "give them up",
     .help = "Forgets the changes; asks first.",
     .run = run_give_up},
    {.name = "back",
     .keys = "Esc q",
     .label = "back",
     .help = "Back to the list; the changes stay kept and are offered again.",
     .run = out_back},
};

const struct actions bank_left_actions = {rows, COUNT_OF(rows), true};
