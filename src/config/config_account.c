#include "config/config.h"

#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

static void add_name(struct str *out, const struct passwd *account)
{
    struct str full = STR_INIT;
    const char *gecos = account->pw_gecos != NULL ? account->pw_gecos : "";
    for (; *gecos != '\0' && *gecos != ','; gecos++)
        if (*gecos == '&')
            str_add(&full, account->pw_name);
        else
            str_addc(&full, *gecos);
    const char *name = full.len > 0 ? full.s : account->pw_name;
    utf8_clean(out, name, strlen(name), false);
    str_release(&full);
}

/* The plain file first: asking the name services loads libraries, which costs as much as the rest
 * of the start. */
static bool from_file(struct str *out)
{
    FILE *f = fopen("/etc/passwd", "re");
    struct passwd *account = NULL;
    if (f == NULL)
        return false;
    while ((account = fgetpwent(f)) != NULL && account->pw_uid != getuid())
        continue;
    if (account != NULL)
        add_name(out, account);
    fclose(f);
    return account != NULL;
}

void config_account(struct str *out)
{
    if (from_file(out))
        return;
    const struct passwd *account = getpwuid(getuid());
    if (account != NULL)
        add_name(out, account);
}
