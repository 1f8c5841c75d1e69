/* Floor of a start: what a program linked with slate's three big libraries costs when it does
 * nothing. One word on the screen, a key, the end. */

#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <yaml.h>

int main(void)
{
    setlocale(LC_CTYPE, "");
    /* Asked for, so that no linker leaves a library out. */
    if (sqlite3_libversion_number() == 0 || yaml_get_version_string() == NULL)
        return 1;
    initscr();
    addstr("ready");
    refresh();
    getch();
    endwin();
    return 0;
}
