#include "base/file.h"
#include "cli/rows.h"
#include "cli/say.h"

#define NO_HOME "nowhere: neither HOME nor an XDG variable says where"

static void add_path(struct str *out, const char *what, const char *path)
{
    const char *missing = path[0] == '\0' || file_exists(path) ? "" : "   (not there)";
    str_addf(out, "%-16s%s%s\n", what, path[0] != '\0' ? path : NO_HOME, missing);
}

/* A convenience, and named only where it stands: it holds names of candidates. */
static void add_kept(struct str *out, const struct app *app)
{
    struct str path = STR_INIT;
    app_kept_path(app, &path);
    if (file_exists(path.s))
        add_path(out, "first screen", path.s);
    str_release(&path);
}

static void print_text(struct app *app)
{
    struct str text = STR_INIT;
    const char *const *folders;
    size_t n = app_bank_folders(app, &folders);
    add_path(&text, "interviews", app->db.s);
    add_kept(&text, app);
    add_path(&text, "configuration", app->config.path.s);
    for (size_t i = 0; i < n; i++)
        add_path(&text, i == 0 ? "question banks" : "", folders[i]);
    say_result(&text);
    str_release(&text);
}

static void json_path(struct json *o, const char *path)
{
    json_text(o, "path", path[0] != '\0' ? path : NULL);
    json_bool(o, "exists", path[0] != '\0' && file_exists(path));
}

static void print_json(struct app *app)
{
    struct json *o = json_object_new();
    struct str kept = STR_INIT;
    const char *const *folders;
    size_t n = app_bank_folders(app, &folders);
    app_kept_path(app, &kept);
    json_path(json_object_in(o, "interviews"), app->db.s);
    json_path(json_object_in(o, "first_screen"), kept.s);
    str_release(&kept);
    json_path(json_object_in(o, "configuration"), app->config.path.s);
    struct json *banks = json_array_in(o, "banks");
    for (size_t i = 0; i < n; i++)
        json_path(json_object_in(banks, NULL), folders[i]);
    say_json(o);
}

static int run(void *context, int argc, char **argv)
{
    struct app *app = context;
    struct err e = ERR_INIT;
    bool json = false;
    const struct option_row options[] = {{"json", NULL, &json}, {0}};
    if (!rows_start(app, options, &argc, &argv, &e) || !rows_no_operands(argc, argv, &e))
        return say_failure("paths", &e);
    if (json)
        print_json(app);
    else
        print_text(app);
    return 0;
}

const struct command cmd_paths = {
    .name = "paths",
    .usage = "[--json]",
    .summary = "where the interviews, the configuration and the banks are",
    .details = "Banks are looked for in the folders in this order; of two with one name the first "
               "counts. \"first screen\" is a copy of what home shows, made so that it opens at "
               "once; it may be deleted.\n"
               "\n"
               "--json\tas JSON",
    .run = run,
};
