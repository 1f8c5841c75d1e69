#ifndef SLATE_TUI_ACTION_H
#define SLATE_TUI_ACTION_H

/* One row per action. The row drives dispatch, the footer, the help overlay, the command palette,
 * `slate keys` and the key tables of README.md and the manual page: adding a key touches one place.
 *
 *     static const struct action rows[] = {
 *         {.name = "score", .keys = "1-5", .label = "score",
 *          .help = "Give the score; the same key again does nothing.", .run = run_score},
 *         {.name = "no evidence", .keys = "n", ...
 *     };
 *
 * Rows stand in the order of the footer: what does not fit falls off the end, but "? keys" stays.
 */

#include "tui/screen.h"

/* When a row is in force. While text is entered a plain letter is text, so no row of that time has
 * one among its keys. */
enum action_when { NOT_TYPING, ALWAYS, ONLY_TYPING };

struct action {
    const char *name;  /* in the palette and the documents; unique in its place */
    const char *keys;  /* written form, see key_in */
    const char *shown; /* how the footer writes the keys ("a-e", "→"); NULL: as `keys` */
    const char *label; /* for the footer; NULL: not in the footer */
    const char *help;  /* one sentence */
    /* Why it cannot be run now, or NULL. A null pointer: it always can. */
    const char *(*disabled)(const void *state);
    struct outcome (*run)(void *state, struct key key);
    enum action_when when;
    bool by_key; /* does one thing per key (a point, a score): it cannot be run without one */
};

/* The row whose keys hold `k`, or NULL. */
const struct action *action_find(struct actions rows, struct key k, bool typing);

/* Runs it, or says why not ("undo: nothing to undo yet"). From the palette there is no key (its code
 * is 0): then a row that goes by its keys names them. */
struct outcome action_run(const struct action *a, void *state, struct key k);

/* Draws the footer of these rows into one line: "a-e heard  v-x flag  ...  ? keys". The first key
 * of the row is shown unless `shown` says otherwise. Disabled rows are drawn as disabled. */
void action_footer(struct canvas *c, int row, const void *state, struct actions rows, bool typing);

#endif
