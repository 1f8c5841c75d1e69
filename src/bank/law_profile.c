#include "bank/law_profile.h"

#include <string.h>

#include "base/vec.h"

static const struct {
    const char *name;
    enum law_profile profile;
} profiles[] = {
    {"us", LAW_US}, {"us-ca", LAW_US_CA}, {"us-ny", LAW_US_NY},
    {"uk", LAW_UK}, {"eu", LAW_EU},       {"fr", LAW_FR},
};

void law_add_names(struct str *out, unsigned wanted)
{
    const char *comma = "";
    for (size_t i = 0; i < COUNT_OF(profiles); i++) {
        if (!(wanted & profiles[i].profile))
            continue;
        str_addf(out, "%s%s", comma, profiles[i].name);
        comma = ", ";
    }
}

static unsigned profile_of(const char *name, size_t len)
{
    for (size_t i = 0; i < COUNT_OF(profiles); i++)
        if (strlen(profiles[i].name) == len && strncmp(profiles[i].name, name, len) == 0)
            return profiles[i].profile;
    return 0;
}

bool law_parse(const char *list, unsigned *wanted, struct err *e)
{
    unsigned found = 0;
    for (const char *at = list;; at++) {
        size_t len = strcspn(at, ",");
        unsigned one = profile_of(at, len);
        if (one == 0) {
            struct str names = STR_INIT;
            law_add_names(&names, LAW_ALL);
            err_set(e, ERR_USAGE, "there is no law \"%.*s\": choose of %s", (int)len, at, names.s);
            str_release(&names);
            return false;
        }
        found |= one;
        at += len;
        if (*at == '\0')
            break;
    }
    *wanted |= found;
    return true;
}
