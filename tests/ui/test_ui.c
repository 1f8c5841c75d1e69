#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/path.h"
#include "ui/script.h"

/* Plays every script of this folder, or those named on the command line; speaks TAP. */

int main(int argc, char **argv)
{
    struct file_names names = {0};
    struct err e = ERR_INIT;
    int failed = 0, n = 0;
    setlocale(LC_CTYPE, "C.UTF-8");
    if (argc > 1) {
        for (int i = 1; i < argc; i++)
            failed += !script_play(argv[i]);
        return failed != 0;
    }
    if (!file_list(SLATE_TESTS "/ui/scripts", ".txt", &names, &e)) {
        printf("not ok 1 - %s\n", e.text);
        return 1;
    }
    printf("1..%zu\n", names.n);
    for (size_t i = 0; i < names.n; i++) {
        struct str path = STR_INIT;
        path_join(&path, SLATE_TESTS "/ui/scripts", names.items[i]);
        bool good = script_play(path.s);
        printf("%s %d - %s\n", good ? "ok" : "not ok", ++n, names.items[i]);
        fflush(stdout);
        failed += !good;
        str_release(&path);
    }
    file_names_release(&names);
    return failed != 0;
}
