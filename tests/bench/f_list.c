/* Floor of a key: a list as ncurses alone draws it, the chosen row reversed. j and k walk, q ends.
 */

#include <curses.h>
#include <locale.h>

static void draw(int row, int chosen)
{
    attrset(row == chosen ? A_REVERSE : A_NORMAL);
    mvprintw(row, 0, " Candidate %03d   Post Producer, senior   %*s", row, COLS - 45, "submitted");
}

int main(void)
{
    int chosen = 0;
    setlocale(LC_CTYPE, "");
    initscr();
    cbreak();
    noecho();
    curs_set(0);
    for (int row = 0; row < LINES - 1; row++)
        draw(row, chosen);
    for (int key = getch(); key != 'q'; key = getch()) {
        int before = chosen;
        if (key == 'j' && chosen < LINES - 2)
            chosen++;
        if (key == 'k' && chosen > 0)
            chosen--;
        draw(before, chosen);
        draw(chosen, chosen);
    }
    endwin();
    return 0;
}
