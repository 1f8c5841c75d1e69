#include "app/app.h"

#include "store/store.h"

static bool look_at_config(const struct app *app, struct str *report)
{
    if (app->config.warnings.len > 0) {
        str_addf(report, "configuration: %s", app->config.warnings.s);
        return false;
    }
    str_addf(report, "configuration: fine (%s)\n", app->config.path.s);
    return true;
}

static bool look_at_bank(const struct app_bank *b, struct str *report)
{
    if (b->trouble != NULL)
        str_addf(report, "question bank: %s\n", b->trouble);
    else if (!b->good)
        str_addf(report, "question bank %s: %zu to mend, \"slate bank check %s\" shows where\n",
                 b->path, b->errors, b->name);
    return b->good;
}

static bool look_at_banks(struct app *app, struct str *report)
{
    size_t good = 0, n = app_banks(app);
    const struct findings *troubles = app_bank_troubles(app);
    for (size_t i = 0; i < troubles->n; i++)
        str_addf(report, "question banks: %s\n", troubles->items[i].what);
    for (size_t i = 0; i < n; i++)
        good += look_at_bank(app_bank_at(app, i), report);
    if (n == 0)
        str_add(report, "question banks: there is none, \"slate paths\" shows where they are "
                        "looked for\n");
    else if (good == n)
        str_addf(report, "question banks: fine (%zu)\n", n);
    return n > 0 && good == n && troubles->n == 0;
}

bool app_doctor(struct app *app, struct str *report, struct err *e)
{
    bool config = look_at_config(app, report);
    bool banks = look_at_banks(app, report);
    if (!app_open_store(app, e))
        return false;
    if (!store_doctor(app->store, report, e))
        return false;
    if (config && banks)
        return true;
    return err_set(e, ERR_INPUT, "not all is well: see the lines above");
}
