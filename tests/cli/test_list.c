/* `slate list` and `slate show` on interviews that were played through the use cases, at a time
 * that stands still: what a recruiter reads, to the letter. */

#include "support/unit.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/live.h"
#include "app/starting.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/vec.h"
#include "cli/cli.h"

#define ARGS_MAX 8
#define MINUTE   60000

static const char bank_text[] =
    "bank: colorist\n"
    "title: Colorist\n"
    "field: Film and television post-production\n"
    "competencies:\n"
    "  matching: Makes shots of one scene belong together\n"
    "levels:\n"
    "  mid:\n"
    "    questions:\n"
    "      - id: cameras\n"
    "        ask: The client feels that the second camera is wrong. What next?\n"
    "        competency: matching\n"
    "        expect: [Asks what wrong means, Compares both on scopes]\n"
    "        red_flags: [Blames the camera crew]\n"
    "        anchors: {1: Turns knobs, 3: Names scopes, 5: Fixes it at its source}\n"
    "      - id: skin\n"
    "        ask: How do you keep skin natural?\n"
    "        competency: matching\n"
    "        expect: [Looks at it beside a reference]\n"
    "        anchors: {1: By eye, 3: With a vectorscope, 5: Per shot and explains why}\n";

struct room {
    struct str folder, db;
    const char *environment[5];
    struct still_world world;
    struct app app;
    struct err e;
};

static int enter(void **state)
{
    struct room *r = test_calloc(1, sizeof *r);
    struct civil start = {.year = 2026, .month = 11, .day = 21, .hour = 9, .minute = 30};
    str_init(&r->folder);
    str_init(&r->db);
    scratch_make(&r->folder);
    scratch_write(r->folder.s, "colorist.yaml", bank_text, sizeof bank_text - 1);
    str_addf(&r->db, "%s/slate.db", r->folder.s);
    memcpy(r->environment,
           (const char *[]){"HOME", r->folder.s, "SLATE_INTERVIEWER", "Mara Lindqvist", NULL},
           sizeof r->environment);
    r->world = (struct still_world){
        .wall = clock_ms(start, 60), .mono = 1, .offset = 60, .environment = r->environment};
    app_init(&r->app, still_sys(&r->world), r->db.s);
    assert_done(app_open_store(&r->app, &r->e), &r->e);
    *state = r;
    return 0;
}

static int leave(void **state)
{
    struct room *r = *state;
    app_release(&r->app);
    scratch_remove(&r->folder);
    str_release(&r->db);
    test_free(r);
    return 0;
}

static void pass(struct room *r, int minutes)
{
    r->world.wall += (int64_t)minutes * MINUTE;
    r->world.mono += (int64_t)minutes * MINUTE;
}

static struct interview_plan plan_for(const char *candidate, const char *job)
{
    return (struct interview_plan){.candidate = candidate, .job = job, .level = LEVEL_MID};
}

/* The candidate of that name who is known already, 0 when there is none. */
static int64_t known(struct room *r, const char *candidate)
{
    struct name_rows names = {0};
    assert_done(start_candidates(&r->app, candidate, 1, &names, &r->e), &r->e);
    int64_t id = names.n > 0 ? names.items[0].id : 0;
    name_rows_release(&names);
    return id;
}

static int64_t start(struct room *r, const char *candidate, const char *job)
{
    struct interview_plan plan = plan_for(candidate, job);
    struct str bank = STR_INIT;
    int64_t id = 0;
    plan.candidate_id = known(r, candidate);
    str_addf(&bank, "%s/colorist.yaml", r->folder.s);
    assert_done(start_now(&r->app, &plan, bank.s, &id, &r->e), &r->e);
    str_release(&bank);
    return id;
}

static void plan(struct room *r, const char *candidate, const char *job, int minutes)
{
    struct interview_plan plan = plan_for(candidate, job);
    struct str bank = STR_INIT;
    int64_t id = 0;
    plan.planned_at = r->world.wall + (int64_t)minutes * MINUTE;
    str_addf(&bank, "%s/colorist.yaml", r->folder.s);
    assert_done(start_plan(&r->app, &plan, bank.s, &id, &r->e), &r->e);
    str_release(&bank);
}

static void score(struct room *r, struct live *live, int at, int score)
{
    struct mark mark = {.state = ANSWER_SCORED, .score = score};
    assert_done(live_go(live, STAGE_QUESTIONS, at, &r->e), &r->e);
    assert_done(live_toggle(live, FIELD_HEARD, 0, &r->e), &r->e);
    assert_done(live_mark(live, mark, &r->e), &r->e);
}

static void type(struct room *r, struct live *live, struct slot slot, const char *text)
{
    struct splice edit = {.ins = text, .n = strlen(text)};
    assert_done(live_edit(live, slot, &edit, &r->e), &r->e);
    assert_done(live_fold(live, slot, &r->e), &r->e);
}

static void submit(struct room *r, int64_t id, enum decision d)
{
    struct live *live = live_open(&r->app, id, &r->e);
    assert_done(live != NULL, &r->e);
    score(r, live, 0, 4);
    type(r, live, (struct slot){FIELD_NOTE, 0, 0}, "half a stop hot");
    pass(r, 3);
    score(r, live, 1, 3);
    assert_done(live_submit(live, &r->e), &r->e);
    type(r, live, (struct slot){FIELD_DECISION, 0, 0}, "Clear on scopes");
    assert_done(live_decide(live, d, &r->e), &r->e);
    live_close(live);
}

/* One submitted, one open at its second question, one planned, one given up. */
static void play(struct room *r)
{
    submit(r, start(r, "Tomás Iglesias", "Soho S2"), DECISION_ADVANCE);
    pass(r, 30);
    int64_t open = start(r, "Ada Moreau", "");
    struct live *live = live_open(&r->app, open, &r->e);
    assert_done(live != NULL, &r->e);
    score(r, live, 0, 2);
    assert_done(live_go(live, STAGE_QUESTIONS, 1, &r->e), &r->e);
    live_close(live);
    pass(r, 30);
    assert_done(app_abandon(&r->app, start(r, "Jun Watanabe", "Soho S2"), &r->e), &r->e);
    plan(r, "Léa Fournier", "Soho S2", 180);
}

static const struct command *row(const char *name)
{
    for (size_t i = 0; i < cli_commands.n; i++)
        if (strcmp(cli_commands.rows[i]->name, name) == 0)
            return cli_commands.rows[i];
    fail_msg("no command %s", name);
    return NULL;
}

/* What a command prints goes to a file for as long as it runs. */
static int print_into(struct room *r, const char *path, const char *name, char *line)
{
    char *argv[ARGS_MAX + 1] = {NULL};
    int argc = 0;
    for (char *word; (word = strsep(&line, " ")) != NULL && argc < ARGS_MAX;)
        argv[argc++] = word;
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    assert_non_null(freopen(path, "w", stdout));
    int status = row(name)->run(&r->app, argc, argv);
    fflush(stdout);
    assert_true(dup2(kept, STDOUT_FILENO) == STDOUT_FILENO);
    close(kept);
    return status;
}

static void print(struct room *r, const char *name, const char *args, int status, struct str *out)
{
    struct str path = STR_INIT, line = STR_INIT;
    str_addf(&path, "%s/out", r->folder.s);
    str_add(&line, args);
    assert_int_equal(print_into(r, path.s, name, line.s), status);
    assert_done(file_read(path.s, 1 << 20, out, NULL, &r->e), &r->e);
    str_release(&path);
    str_release(&line);
}

static void assert_refused(struct room *r, const char *name, const char *args, int status)
{
    struct str out = STR_INIT;
    print(r, name, args, status, &out);
    assert_str(&out, "");
    str_release(&out);
}

static void assert_begins(struct room *r, const char *name, const char *args, const char *expected)
{
    struct str out = STR_INIT;
    print(r, name, args, 0, &out);
    assert_true(str_starts(out.s, expected));
    str_release(&out);
}

static void assert_prints(struct room *r, const char *name, const char *args, const char *expected)
{
    struct str out = STR_INIT;
    print(r, name, args, 0, &out);
    assert_string_equal(out.s, expected);
    str_release(&out);
}

static void lists_newest_first(void **state)
{
    struct room *r = *state;
    play(r);
    assert_prints(
        r, "list", "list",
        "ID  CANDIDATE       INTERVIEW       JOB      STATE         DECISION  DATE\n"
        " 4  Léa Fournier    Colorist · mid  Soho S2  planned                 2026-11-21 13:33\n"
        " 3  Jun Watanabe    Colorist · mid  Soho S2  abandoned               2026-11-21\n"
        " 2  Ada Moreau      Colorist · mid           open, 2 of 2            2026-11-21\n"
        " 1  Tomás Iglesias  Colorist · mid  Soho S2  submitted     advance   2026-11-21\n");
}

static void lists_what_was_asked_for(void **state)
{
    struct room *r = *state;
    play(r);
    assert_prints(r, "list", "list --state open",
                  "ID  CANDIDATE   INTERVIEW       STATE         DATE\n"
                  " 2  Ada Moreau  Colorist · mid  open, 2 of 2  2026-11-21\n");
    const char *tomas = "ID  CANDIDATE       INTERVIEW       JOB      STATE      DECISION  DATE\n"
                        " 1  Tomás Iglesias  Colorist · mid  Soho S2  submitted  advance   "
                        "2026-11-21\n";
    assert_prints(r, "list", "list --search tomas", tomas);
    assert_prints(r, "list", "list --search=half",
                  "ID  CANDIDATE       INTERVIEW       JOB      STATE      DECISION  DATE\n"
                  " 1  Tomás Iglesias  Colorist · mid  Soho S2  submitted  advance   2026-11-21\n"
                  "      notes: half a stop hot\n");
    assert_prints(r, "list", "list --state submitted --bank colorist --level mid", tomas);
    assert_prints(r, "list", "list --decision advance", tomas);
    assert_prints(r, "list", "list --decision none", "");
    assert_prints(r, "list", "list --from 2026-11-21 --to 2026-11-21 --job 'Soho' --desc", "");
    assert_prints(r, "list", "list --to 2026-11-20", "");
    assert_prints(r, "list", "list --from 2026-11-22", "");
    assert_prints(r, "list", "list --sort composite --like 1",
                  "ID  CANDIDATE       INTERVIEW       JOB      STATE      DECISION  DATE        "
                  "COMPOSITE\n"
                  " 1  Tomás Iglesias  Colorist · mid  Soho S2  submitted  advance   2026-11-21  "
                  "3.5 (2 of 2)\n");
    assert_prints(r, "list", "list --limit 1",
                  "ID  CANDIDATE     INTERVIEW       JOB      STATE    DATE\n"
                  " 4  Léa Fournier  Colorist · mid  Soho S2  planned  2026-11-21 13:33\n");
    assert_prints(r, "list", "list --level senior", "");
    assert_prints(r, "list", "list --interviewer Nobody", "");
}

static void order_is(struct room *r, const char *args, const char *expected)
{
    struct str out = STR_INIT, ids = STR_INIT;
    print(r, "list", args, 0, &out);
    for (const char *at = strchr(out.s, '\n'); at != NULL && at[1] != '\0';
         at = strchr(at + 1, '\n'))
        str_addn(&ids, at + 1, 2);
    assert_string_equal(ids.s, expected);
    str_release(&out);
    str_release(&ids);
}

static void lists_in_any_order(void **state)
{
    struct room *r = *state;
    play(r);
    order_is(r, "list --asc", " 1 2 3 4");
    order_is(r, "list --sort candidate", " 2 3 4 1");
    order_is(r, "list --sort candidate --desc", " 1 4 3 2");
    order_is(r, "list --sort state", " 4 2 1 3");
    order_is(r, "list --sort job --limit 3", " 4 3 1");
    order_is(r, "list --sort ended", " 3 1 2 4");
    assert_refused(r, "list", "list --sort composite", 2);
    assert_refused(r, "list", "list --sort composite --like nobody", 3);
}

static void lists_as_json(void **state)
{
    struct room *r = *state;
    play(r);
    assert_prints(r, "list", "list --state submitted --json",
                  "[\n"
                  "  {\n"
                  "    \"id\": 1,\n"
                  "    \"candidate\": \"Tomás Iglesias\",\n"
                  "    \"hidden\": false,\n"
                  "    \"job\": \"Soho S2\",\n"
                  "    \"interviewer\": \"Mara Lindqvist\",\n"
                  "    \"bank\": \"colorist\",\n"
                  "    \"title\": \"Colorist\",\n"
                  "    \"level\": \"mid\",\n"
                  "    \"state\": \"submitted\",\n"
                  "    \"questions\": 2,\n"
                  "    \"decision\": \"advance\",\n"
                  "    \"planned\": null,\n"
                  "    \"started\": \"2026-11-21T09:30:00+01:00\",\n"
                  "    \"touched\": \"2026-11-21T09:33:00+01:00\",\n"
                  "    \"submitted\": \"2026-11-21T09:33:00+01:00\",\n"
                  "    \"abandoned\": null\n"
                  "  }\n"
                  "]\n");
}

/* From the start of my own interview until it is submitted, another's of the same candidate shows
 * only that it exists. */
static void hides_what_could_sway(void **state)
{
    struct room *r = *state;
    submit(r, start(r, "Tomás Iglesias", "Soho S2"), DECISION_ADVANCE);
    start(r, "Tomás Iglesias", "Soho S3");
    assert_refused(r, "show", "show 1", 3);
    assert_refused(r, "show", "show nobody", 3);
    assert_prints(r, "list", "list",
                  "ID  CANDIDATE       INTERVIEW       JOB      STATE         DATE\n"
                  " 2  Tomás Iglesias  Colorist · mid  Soho S3  open, 1 of 2  2026-11-21\n"
                  " 1  Tomás Iglesias                           hidden\n");
    assert_prints(r, "list", "list --json --state submitted",
                  "[\n"
                  "  {\n"
                  "    \"id\": 1,\n"
                  "    \"candidate\": \"Tomás Iglesias\",\n"
                  "    \"hidden\": true\n"
                  "  }\n"
                  "]\n");
}

/* How a scorecard is laid out is the use case's; here: the right one, and the composite only where
 * it may be. */
static void shows_the_scorecard(void **state)
{
    struct room *r = *state;
    struct str out = STR_INIT;
    play(r);
    assert_begins(r, "show", "show tomas igl", "Tomás Iglesias\n");
    assert_begins(r, "show", "show 01a1fd3a-0340", "Tomás Iglesias\n");
    assert_begins(r, "show", "show 1 --json",
                  "{\n  \"format\": \"slate-scorecard\",\n  \"version\": 1,\n  \"id\": 1,\n  "
                  "\"uuid\": \"01a1fd3a-");
    print(r, "show", "show 1", 0, &out);
    assert_non_null(strstr(out.s, "3.5 (2 of 2 scored)"));
    assert_non_null(strstr(out.s, "half a stop hot"));
    str_clear(&out);
    print(r, "show", "show 2", 0, &out);
    assert_true(str_starts(out.s, "Ada Moreau\n"));
    assert_null(strstr(out.s, "omposite"));
    assert_null(strstr(out.s, "scored)"));
    str_clear(&out);
    print(r, "show", "show 2 --json", 0, &out);
    assert_null(strstr(out.s, "hundredths\": 2"));
    assert_null(strstr(out.s, "scored)"));
    str_release(&out);
}

/* What a command says on stdout and its status; then the head of the scorecard. */
static void a_correction_is_made_openly(void **state)
{
    struct room *r = *state;
    struct str out = STR_INIT;
    play(r);
    assert_refused(r, "amend", "amend 1", 2);
    assert_refused(r, "amend", "amend 1 1 --score 5", 2);
    assert_refused(r, "amend", "amend 1 1 --score 5 --note x --reason misheard", 2);
    assert_refused(r, "amend", "amend 1 --score 5 --reason misheard", 2);
    assert_refused(r, "amend", "amend 1 1 --score 6 --reason misheard", 3);
    assert_refused(r, "amend", "amend 1 camera --score 5 --reason misheard", 3);
    assert_refused(r, "amend", "amend 1 1 --flag q --reason misheard", 3);
    assert_refused(r, "amend", "amend 2 1 --score 5 --reason misheard", 3);
    assert_refused(r, "amend", "amend 1 skin --score 5 --reason misheard", 0);
    print(r, "amend", "amend 1 1 --flag v --reason misheard --json", 0, &out);
    assert_str(&out, "{\n"
                     "  \"interview\": 1,\n"
                     "  \"composite_before\": \"4.5 (2 of 2 scored)\",\n"
                     "  \"composite\": \"4.5 (2 of 2 scored)\",\n"
                     "  \"decision\": \"advance\",\n"
                     "  \"amendments\": 2\n"
                     "}\n");
    assert_refused(r, "amend", "amend 1 --decision maybe --reason misheard", 3);
    assert_refused(r, "amend", "amend 1 --decision hold --reason misheard", 0);
    print(r, "show", "show 1 --history", 0, &out);
    assert_non_null(strstr(out.s, "Mara Lindqvist: score of question 2 (skin)\n"
                                  "                  3 -> 5\n"
                                  "                  because: misheard\n"));
    assert_non_null(strstr(out.s, "decided again, at 4.5 (2 of 2 scored)\n"
                                  "                  Advance -> Hold\n"));
    str_release(&out);
}

static void a_question_is_voided_by_bank_or_by_interview(void **state)
{
    struct room *r = *state;
    struct str out = STR_INIT;
    play(r);
    assert_refused(r, "void", "void 1 --reason unfair", 2);
    assert_refused(r, "void", "void 1 cameras", 2);
    assert_refused(r, "void", "void 1 camera --reason unfair", 3);
    assert_refused(r, "void", "void 1 cameras --undo --reason unfair", 3);
    print(r, "void", "void 1 cameras --reason unfair --json", 0, &out);
    assert_str(&out, "{\n"
                     "  \"question\": \"cameras\",\n"
                     "  \"void\": true,\n"
                     "  \"interviews\": 1\n"
                     "}\n");
    assert_refused(r, "void", "void 1 1 --reason unfair", 3);
    print(r, "show", "show 1", 0, &out);
    assert_non_null(strstr(out.s, "3.0 (1 of 1 scored, 1 void)"));
    str_clear(&out);
    assert_refused(r, "void", "void 1 1 --undo --reason fair", 0);
    print(r, "show", "show 1", 0, &out);
    assert_non_null(strstr(out.s, "3.5 (2 of 2 scored)"));
    str_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lists_newest_first, enter, leave),
        cmocka_unit_test_setup_teardown(lists_what_was_asked_for, enter, leave),
        cmocka_unit_test_setup_teardown(lists_in_any_order, enter, leave),
        cmocka_unit_test_setup_teardown(lists_as_json, enter, leave),
        cmocka_unit_test_setup_teardown(hides_what_could_sway, enter, leave),
        cmocka_unit_test_setup_teardown(shows_the_scorecard, enter, leave),
        cmocka_unit_test_setup_teardown(a_correction_is_made_openly, enter, leave),
        cmocka_unit_test_setup_teardown(a_question_is_voided_by_bank_or_by_interview, enter, leave),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
