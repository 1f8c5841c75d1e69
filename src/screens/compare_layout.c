#include "screens/compare_layout.h"

static int clamp(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

struct compare_layout compare_lay(int cols, int candidates)
{
    struct compare_layout l = {.label = clamp(cols / 4, COMPARE_LEAST, COMPARE_MOST)};
    if (candidates > 0 &&
        (cols - l.label) / candidates < COMPARE_LEAST) /* room by a shorter label */
        l.label = clamp(cols - candidates * COMPARE_LEAST, COMPARE_LEAST, l.label);
    l.shown = clamp((cols - l.label) / COMPARE_LEAST, 1, candidates > 0 ? candidates : 1);
    l.width = clamp((cols - l.label) / l.shown, 1, COMPARE_MOST);
    return l;
}
