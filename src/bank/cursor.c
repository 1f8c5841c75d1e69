#include "bank/cursor.h"

#include <stdbool.h>
#include <string.h>

static bool is_tail(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* How many of eight bytes begin no code point (10xxxxxx). */
static size_t tails(uint64_t word)
{
    uint64_t tail = word >> 7 & ~word >> 6 & UINT64_C(0x0101010101010101);
    return (size_t)(tail * UINT64_C(0x0101010101010101) >> 56);
}

size_t cursor_byte(struct cursor *c, const yaml_mark_t *mark)
{
    if (mark->index < c->index)
        c->index = c->byte = 0;
    uint64_t word;
    while (c->index + sizeof word <= mark->index && c->byte + sizeof word <= c->n) {
        memcpy(&word, c->bytes + c->byte, sizeof word);
        c->index += sizeof word - tails(word);
        c->byte += sizeof word;
    }
    while (c->byte < c->n && (c->index < mark->index || is_tail(c->bytes[c->byte])))
        c->index += !is_tail(c->bytes[c->byte++]);
    return c->byte;
}

struct place cursor_place(const yaml_mark_t *mark)
{
    return (struct place){(uint32_t)mark->line + 1, (uint32_t)mark->column + 1};
}
