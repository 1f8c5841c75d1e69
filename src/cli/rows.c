#include "cli/rows.h"

#include <string.h>

#include "app/candidates.h"
#include "base/clock.h"
#include "cli/grid.h"
#include "cli/say.h"

bool rows_start(struct app *app, const struct option_row *options, int *argc, char ***argv,
                struct err *e)
{
    if (!options_read(options, argc, argv, e))
        return false;
    for (const char *line = app->config.warnings.s; *line != '\0';) {
        int n = (int)strcspn(line, "\n");
        say_note("%.*s", n, line);
        line += n;
        line += *line == '\n';
    }
    return true;
}

bool rows_no_operands(int argc, char **argv, struct err *e)
{
    if (argc <= 1)
        return true;
    return err_set(e, ERR_USAGE, "\"%s\" is more than this command takes", argv[1]);
}

void rows_join(struct str *out, char **words)
{
    for (; *words != NULL; words++)
        str_addf(out, "%s%s", out->len > 0 ? " " : "", *words);
}

bool rows_candidate(struct app *app, char **words, int64_t *id, struct err *e)
{
    struct str which = STR_INIT;
    rows_join(&which, words);
    bool ok = which.len > 0 ? candidates_find(app, which.s, id, e)
                            : err_set(e, ERR_USAGE,
                                      "say which candidate: the number in \"slate candidate "
                                      "list\", or the name");
    str_release(&which);
    return ok;
}

void rows_grid_number(struct grid *g, int64_t number)
{
    struct str text = STR_INIT;
    str_addf(&text, "%lld", (long long)number);
    grid_add(g, text.s);
    str_release(&text);
}

void rows_json_time(struct json *parent, const char *key, int64_t ms, int offset_min)
{
    struct str text = STR_INIT;
    if (ms != 0)
        clock_add_iso(&text, ms, offset_min);
    json_text(parent, key, ms != 0 ? text.s : NULL);
    str_release(&text);
}

bool rows_json_interview(struct json *o, const struct interview_row *row)
{
    json_int(o, "id", row->id);
    json_text(o, "candidate", row->candidate);
    json_bool(o, "hidden", row->hidden);
    if (row->hidden)
        return false;
    json_text(o, "job", row->job);
    json_text(o, "interviewer", row->interviewer);
    json_text(o, "bank", row->bank);
    json_text(o, "title", row->title);
    json_text(o, "level", level_name(row->level));
    json_text(o, "state", interview_state_name(row->state));
    return true;
}

size_t rows_mention_folders(struct app *app)
{
    const struct findings *troubles = app_bank_troubles(app);
    for (size_t i = 0; i < troubles->n; i++) {
        const struct finding *f = &troubles->items[i];
        say_note("%s%s%s", f->what, f->todo != NULL ? ". " : "", f->todo != NULL ? f->todo : "");
    }
    if (app_banks(app) == 0)
        say_note("there is no question bank in the folders that \"slate paths\" names");
    return troubles->n;
}

void rows_add_reason(struct str *out, const struct app_bank *b)
{
    if (b->trouble != NULL) {
        str_add(out, b->trouble);
        return;
    }
    for (size_t i = 0; i < b->findings->n; i++) {
        const struct finding *f = &b->findings->items[i];
        if (f->severity != FINDING_ERROR)
            continue;
        if (f->line > 0)
            str_addf(out, "line %u: ", (unsigned)f->line);
        str_add(out, f->what);
        return;
    }
}
