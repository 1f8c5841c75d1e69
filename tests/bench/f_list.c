/* Floor of a key: a list as ncurses alone draws it, the chosen row reversed. j and k walk, n is the
 * next of four pages that differ in every row, q ends. */

#include <curses.h>
#include <locale.h>

struct page {
    const char *who, *what, *state;
};

static const struct page pages[] = {{"Candidate", "Post Producer, senior", "submitted"},
                                    {"Watanabe ", "Colorist, mid        ", "abandoned"},
                                    {"Iglesias ", "Editor, junior       ", "open     "},
                                    {"Lindqvist", "Sound Mixer, senior  ", "planned  "}};
static const struct page *page = pages;

static void draw(int row, int chosen)
{
    attrset(row == chosen ? A_REVERSE : A_NORMAL);
    mvprintw(row, 0, " %s %03d   %s   %*s", page->who, row, page->what, COLS - 45, page->state);
}

static void draw_all(int chosen)
{
    for (int row = 0; row < LINES - 1; row++)
        draw(row, chosen);
}

int main(void)
{
    int chosen = 0;
    setlocale(LC_CTYPE, "");
    initscr();
    cbreak();
    noecho();
    curs_set(0);
    draw_all(chosen);
    for (int key = getch(); key != 'q'; key = getch()) {
        int before = chosen;
        if (key == 'j' && chosen < LINES - 2)
            chosen++;
        if (key == 'k' && chosen > 0)
            chosen--;
        if (key == 'n') {
            page = page == pages + 3 ? pages : page + 1;
            draw_all(chosen);
            continue;
        }
        draw(before, chosen);
        draw(chosen, chosen);
    }
    endwin();
    return 0;
}
