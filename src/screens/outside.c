#include "screens/outside.h"

#include "screens/open.h"

struct outcome outside_run(struct outside *o, struct app *app, const struct outside_file *file,
                           struct outcome (*ended)(void *, int, const struct err *))
{
    struct err e = ERR_INIT;
    proc_words_release(&o->words);
    if (!outside_editor(app, file->path, file->line, &o->words, &e))
        return out_failed(&e);
    o->run = (struct run){&o->words, ended};
    return out_run(&o->run);
}

void outside_release(struct outside *o)
{
    proc_words_release(&o->words);
}
