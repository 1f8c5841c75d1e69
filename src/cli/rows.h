#ifndef SLATE_CLI_ROWS_H
#define SLATE_CLI_ROWS_H

/* One row per subcommand, each from the file of its name, and the few steps they share. */

#include <stdint.h>

#include "app/app.h"
#include "base/command.h"
#include "base/json.h"
#include "base/options.h"

struct grid;

#define CLI_WIDTH 80 /* columns that a result fits, wherever it goes */

extern const struct command cmd_list, cmd_show, cmd_compare, cmd_shortlist, cmd_export, cmd_amend,
    cmd_void, cmd_bank_list, cmd_bank_check, cmd_bank_print, cmd_bank_import, cmd_bank_export,
    cmd_doctor, cmd_paths;
extern const struct command cmd_bank_new, cmd_bank_set, cmd_bank_add, cmd_bank_move,
    cmd_bank_remove, cmd_bank_copy, cmd_bank_diff;
extern const struct command cmd_candidate_list, cmd_candidate_show, cmd_candidate_edit,
    cmd_candidate_merge;

/* Reads the options and mentions what is wrong with the configuration. */
bool rows_start(struct app *app, const struct option_row *options, int *argc, char ***argv,
                struct err *e);

/* Fails when an operand is left that the command does not take. */
bool rows_no_operands(int argc, char **argv, struct err *e);

/* A name needs no quotes: the operands that are left count as one text. */
void rows_join(struct str *out, char **words);

/* Which candidate the operands name, by number or name. */
bool rows_candidate(struct app *app, char **words, int64_t *id, struct err *e);

void rows_grid_number(struct grid *g, int64_t number);

/* A time as ISO 8601, null when it did not happen. */
void rows_json_time(struct json *parent, const char *key, int64_t ms, int offset_min);

/* What an interview is, by the names it has in every list as JSON: its number, the candidate, bank,
 * level, state and so on. False when it is hidden: then nothing more may be said of it. */
bool rows_json_interview(struct json *o, const struct interview_row *row);

/* Mentions folders of banks that cannot be read, and that there is no bank at all. Returns how many
 * folders. */
size_t rows_mention_folders(struct app *app);

/* The first error of a bank that cannot be used, with its line, or why it could not be read. */
void rows_add_reason(struct str *out, const struct app_bank *b);

#endif
