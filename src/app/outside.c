#include "app/outside.h"

#include <string.h>

#include "base/vec.h"

enum line_style { LINE_PLUS, LINE_COLON, LINE_GOTO };

static const struct editor_kind {
    const char *name;
    enum line_style style;
} known[] = {
    {"vi", LINE_PLUS},          {"vim", LINE_PLUS},    {"nvim", LINE_PLUS},
    {"nvi", LINE_PLUS},         {"vis", LINE_PLUS},    {"gvim", LINE_PLUS},
    {"nano", LINE_PLUS},        {"pico", LINE_PLUS},   {"emacs", LINE_PLUS},
    {"emacsclient", LINE_PLUS}, {"mg", LINE_PLUS},     {"joe", LINE_PLUS},
    {"jed", LINE_PLUS},         {"micro", LINE_PLUS},  {"kak", LINE_PLUS},
    {"ne", LINE_PLUS},          {"editor", LINE_PLUS}, {"sensible-editor", LINE_PLUS},
    {"gedit", LINE_PLUS},       {"hx", LINE_COLON},    {"helix", LINE_COLON},
    {"subl", LINE_COLON},       {"code", LINE_GOTO},   {"codium", LINE_GOTO},
};

static const struct editor_kind *kind_of(const char *program)
{
    const char *slash = strrchr(program, '/');
    const char *name = slash != NULL ? slash + 1 : program;
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (strcmp(name, known[i].name) == 0)
            return &known[i];
    return NULL;
}

static void add_file(struct proc_words *out, const char *path, uint32_t line)
{
    const struct editor_kind *kind = line > 0 ? kind_of(out->items[0]) : NULL;
    struct str word = STR_INIT;
    if (kind != NULL && kind->style == LINE_PLUS) {
        str_addf(&word, "+%u", line);
        proc_word(out, word.s);
    } else if (kind != NULL && kind->style == LINE_GOTO) {
        proc_word(out, "--goto");
    }
    str_set(&word, path);
    if (kind != NULL && kind->style != LINE_PLUS)
        str_addf(&word, ":%u", line);
    proc_word(out, word.s);
    str_release(&word);
}

static const char *choose(struct app *app)
{
    static const char *const usual[] = {"sensible-editor", "editor", "nano", "vi"};
    static const char *const names[] = {"VISUAL", "EDITOR"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *set = app->sys.env(&app->sys, names[i]);
        if (set != NULL && set[strspn(set, " \t")] != '\0')
            return set;
    }
    for (size_t i = 0; i < COUNT_OF(usual); i++)
        if (proc_found(app->sys.env(&app->sys, "PATH"), usual[i]))
            return usual[i];
    return NULL;
}

bool outside_editor(struct app *app, const char *path, uint32_t line, struct proc_words *out,
                    struct err *e)
{
    const char *editor = choose(app);
    if (editor == NULL)
        return err_set(e, ERR_MISSING,
                       "there is no editor here: set EDITOR to the one you like, such as "
                       "EDITOR=nano, or install nano");
    proc_split(out, editor);
    add_file(out, path, line);
    return true;
}
