/* The screen of a bank of 1,000 questions: opened from the list to its first picture, and a key in
 * a field of a question with the picture after it, against reading the bank.
 *
 *     b_bankscreen SHIPPED       makes the large bank out of this one and measures */

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "bank/bank_read.h"
#include "base/file.h"
#include "bench/bench.h"
#include "bench/large.h"
#include "screens/open.h"
#include "tui/action.h"

#define QUESTIONS 1000
#define LARGE     "questionbanks/large.yaml"
#define ROWS      24
#define COLS      80
#define TURNS     3
#define KEYS      20

static int64_t read_bank(const char *path)
{
    struct err e = ERR_INIT;
    struct str bytes = STR_INIT;
    struct bank bank = {0};
    struct findings found = {0};
    int64_t start = bench_now();
    if (!file_read(path, FILE_BANK_MAX, &bytes, NULL, &e))
        bench_die("%s", e.text);
    bank_read(bytes.s, bytes.len, NULL, &bank, &found);
    int64_t taken = bench_now() - start;
    bank_release(&bank);
    findings_release(&found);
    str_release(&bytes);
    return taken;
}

static void resize_and_draw(struct screen *s, struct canvas *c)
{
    s->ops->handle(s->state, &(struct event){.kind = EVENT_RESIZE, .rows = ROWS, .cols = COLS});
    canvas_clear(c);
    s->ops->draw(s->state, c);
}

/* As the list of banks has it when it opens one. */
static void list(struct app *app)
{
    app_banks_forget(app);
    for (size_t i = 0; i < app_banks(app); i++)
        app_bank_check(app, app_bank_at(app, i));
}

static struct screen *open_screen(struct app *app, struct canvas *c, int64_t *taken)
{
    struct err e = ERR_INIT;
    list(app);
    int64_t start = bench_now();
    struct screen *s = bank_open(app, LARGE, &e);
    if (s == NULL)
        bench_die("%s", e.text);
    resize_and_draw(s, c);
    *taken = bench_now() - start;
    return s;
}

/* Letters typed into the first field of the first question. */
static int64_t type_keys(struct screen *bank, struct canvas *c)
{
    struct actions rows = bank->ops->actions(bank->state);
    const struct action *edit = action_find(rows, (struct key){K_ENTER, 0}, false);
    struct outcome o = action_run(edit, bank->state, (struct key){K_ENTER, 0});
    int64_t taken = 0;
    resize_and_draw(o.screen, c);
    for (int i = 0; i < KEYS; i++) {
        struct event ev = {.kind = EVENT_KEY, .key = {(uint32_t)('a' + i), 0}};
        int64_t start = bench_now();
        o.screen->ops->handle(o.screen->state, &ev);
        canvas_clear(c);
        o.screen->ops->draw(o.screen->state, c);
        taken += bench_now() - start;
    }
    screen_close(o.screen);
    return taken / KEYS;
}

static void measure(struct app *app)
{
    struct series floor = {0}, opened = {0}, key = {0};
    struct canvas c;
    struct err e = ERR_INIT;
    canvas_init(&c, ROWS, COLS);
    for (int round = bench_rounds(9); round > 0; round--) {
        for (int i = 0; i < TURNS; i++) {
            int64_t taken;
            series_add(&floor, (double)read_bank(LARGE));
            struct screen *s = open_screen(app, &c, &taken);
            series_add(&opened, (double)taken);
            series_add(&key, (double)type_keys(s, &c));
            screen_close(s);
            if (!app_drop_drafts(app, "bank.", &e)) /* else they would be offered */
                bench_die("%s", e.text);
        }
        series_close(&floor);
        series_close(&opened);
        series_close(&key);
    }
    bench_row(&(struct row){"opening the screen of a bank of 1,000 questions", "reading it",
                            &opened, &floor, UNIT_NS, AT_MOST, 2});
    bench_row(&(struct row){"a key in a field of that bank, painted", "reading it", &key, &floor,
                            UNIT_NS, AT_MOST, 0.1});
    canvas_release(&c);
}

int main(int argc, char **argv)
{
    struct err e = ERR_INIT;
    struct str large = STR_INIT;
    struct app app;
    setlocale(LC_CTYPE, "C.UTF-8");
    if (argc != 2)
        bench_die("usage: b_bankscreen SHIPPED");
    large_bank(argv[1], QUESTIONS, &large);
    if (!file_make_dirs("questionbanks", 0700, &e) ||
        !file_replace(LARGE, large.s, large.len, 0600, &e))
        bench_die("%s", e.text);
    str_release(&large);
    app_init(&app, sys_real(), "");
    if (!app_open_store(&app, &e))
        bench_die("%s", e.text);
    measure(&app);
    app_release(&app);
    return 0;
}
