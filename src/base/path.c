#include "base/path.h"

#include <string.h>

static const char *absolute(struct sys *sys, const char *name)
{
    const char *value = sys->env(sys, name);
    return value != NULL && *value == '/' ? value : NULL;
}

bool path_home(struct str *out, enum path_home which, struct sys *sys, struct err *e)
{
    static const struct {
        const char *variable, *below_home;
    } homes[] = {
        [PATH_DATA] = {"XDG_DATA_HOME", ".local/share/slate"},
        [PATH_CONFIG] = {"XDG_CONFIG_HOME", ".config/slate"},
        [PATH_STATE] = {"XDG_STATE_HOME", ".local/state/slate"},
    };
    const char *folder = absolute(sys, homes[which].variable);
    if (folder != NULL) {
        path_join(out, folder, "slate");
        return true;
    }
    folder = absolute(sys, "HOME");
    if (folder == NULL)
        return err_set(e, ERR_INPUT,
                       "slate cannot tell where your files belong: neither HOME nor %s is set to a "
                       "full path. Set one of them and start slate again",
                       homes[which].variable);
    path_join(out, folder, homes[which].below_home);
    return true;
}

void path_join(struct str *out, const char *folder, const char *name)
{
    size_t n = strlen(folder);
    str_addn(out, folder, n);
    if (n > 0 && folder[n - 1] != '/')
        str_addc(out, '/');
    str_add(out, name);
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

void path_folder(struct str *out, const char *path)
{
    size_t n = (size_t)(path_base(path) - path);
    if (n == 0) {
        str_addc(out, '.');
        return;
    }
    while (n > 1 && path[n - 1] == '/')
        n--;
    str_addn(out, path, n);
}

void path_stem(struct str *out, const char *path)
{
    const char *base = path_base(path);
    const char *dot = strrchr(base, '.');
    str_addn(out, base, dot != NULL && dot != base ? (size_t)(dot - base) : strlen(base));
}

void path_short(struct str *out, const char *path, struct sys *sys)
{
    const char *home = sys->env(sys, "HOME");
    size_t n = home ? strlen(home) : 0;
    bool in = n > 1 && strncmp(path, home, n) == 0 && path[n] == '/';
    str_add(out, in ? "~" : "");
    str_add(out, path + (in ? n : 0));
}
