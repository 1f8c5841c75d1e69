#include "cli/cli.h"

#include "base/vec.h"
#include "cli/rows.h"

static const struct command *const rows[] = {&cmd_list,
                                             &cmd_show,
                                             &cmd_compare,
                                             &cmd_shortlist,
                                             &cmd_export,
                                             &cmd_amend,
                                             &cmd_void,
                                             &cmd_candidate_list,
                                             &cmd_candidate_show,
                                             &cmd_candidate_edit,
                                             &cmd_candidate_merge,
                                             &cmd_bank_list,
                                             &cmd_bank_check,
                                             &cmd_bank_print,
                                             &cmd_bank_import,
                                             &cmd_bank_export,
                                             &cmd_bank_new,
                                             &cmd_bank_set,
                                             &cmd_bank_add,
                                             &cmd_bank_move,
                                             &cmd_bank_remove,
                                             &cmd_bank_copy,
                                             &cmd_bank_diff,
                                             &cmd_doctor,
                                             &cmd_paths};

const struct commands cli_commands = {rows, COUNT_OF(rows)};
