/* Text from outside on the canvas: no cell holds anything that could drive the terminal, and wide
 * characters have both halves. The first bytes choose place, width and size. */

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "tui/canvas.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_cell(const struct canvas *c, int i)
{
    const struct cell *cell = &c->cells[i];
    size_t n = strnlen(cell->text, CELL_TEXT), at = 0;
    uint32_t cp;
    check(n < CELL_TEXT && utf8_valid(cell->text, n, NULL));
    check((n == 0) == (cell->width == 0));
    check((cell->width == 0) == (i % c->cols > 0 && cell[-1].width == 2));
    check(cell->width != 2 || i % c->cols + 1 < c->cols);
    while (at < n) {
        at += utf8_decode(cell->text + at, n - at, &cp);
        check(!utf8_is_control(cp) && !utf8_is_bidi(cp) && cp != '\n' && cp != '\t');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct canvas c;
    char *text;
    if (n < 5 || setlocale(LC_CTYPE, "C.UTF-8") == NULL)
        return 0;
    canvas_init(&c, bytes[0] % 6, bytes[1] % 40);
    c.ascii = bytes[2] % 2 == 1;
    text = xstrndup((const char *)bytes + 5, n - 5);
    canvas_textn(&c, 0, bytes[3] % 50 - 5, bytes[4] % 50, ROLE_TEXT, (const char *)bytes + 5,
                 n - 5);
    canvas_text_right(&c, 1, bytes[3] % 50 - 5, bytes[4] % 50, ROLE_TEXT, text);
    canvas_rule(&c, 1, text);
    canvas_wrapped(&c, (struct area){1, bytes[3] % 50 - 5, 4, bytes[4] % 50}, ROLE_TEXT, text);
    for (int i = 0; i < c.rows * c.cols; i++)
        check_cell(&c, i);
    free(text);
    canvas_release(&c);
    return 0;
}
