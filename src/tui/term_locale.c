#include "tui/term_locale.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <strings.h>

#include "base/vec.h"
#include "tui/term.h"

#define FALLBACK "C.UTF-8"

static bool names_utf8(const char *locale)
{
    const char *codeset = strchr(locale, '.');
    return codeset != NULL &&
           (strncasecmp(codeset, ".UTF-8", 6) == 0 || strncasecmp(codeset, ".UTF8", 5) == 0);
}

/* Does the environment ask for UTF-8, even by a locale that is not installed here (as over ssh)? */
static bool environment_asks(struct sys *sys)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *value = sys->env(sys, names[i]);
        if (value != NULL)
            return names_utf8(value);
    }
    return false;
}

static bool codeset_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool term_locale(void)
{
    struct sys sys = sys_real();
    if (setlocale(LC_CTYPE, "") != NULL && codeset_is_utf8())
        return true;
    setlocale(LC_CTYPE, FALLBACK);
    return environment_asks(&sys);
}

/* The locale itself remembers; only where it may be the fallback the environment is asked again. */
bool term_locale_is_utf8(struct sys *sys)
{
    const char *now = setlocale(LC_CTYPE, NULL);
    if (now != NULL && strcmp(now, FALLBACK) == 0)
        return environment_asks(sys);
    return codeset_is_utf8();
}
