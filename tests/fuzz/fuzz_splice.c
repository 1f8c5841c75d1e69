/* Any bytes as a file, any text put anywhere into it: no crash, no leak; what is refused leaves the
 * bytes as they are, what is done can be undone to the byte, is still the same kind of file, and
 * done once more changes nothing.
 *
 * The first byte of the input chooses the edit, the second the place; the text goes up to a NUL,
 * the rest is the file. */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "bank/bank_edit.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char *const places[] = {"title",
                                     "about",
                                     "field",
                                     "scale",
                                     "opening",
                                     "opening.1",
                                     "opening.2",
                                     "closing.1",
                                     "glossary.term",
                                     "competencies.craft",
                                     "facts.#1.ask",
                                     "facts.#1",
                                     "facts",
                                     "mid",
                                     "mid/#1",
                                     "mid/#2",
                                     "mid/#1/ask",
                                     "mid/#1/id",
                                     "mid/#1/expect",
                                     "mid/#1/expect.1",
                                     "mid/#1/expect.2",
                                     "mid/#1/expect.3",
                                     "mid/#1/anchors.3",
                                     "mid/#1/minutes",
                                     "mid/#1/why",
                                     "mid/#2/probes.1",
                                     "mid/indicators.1",
                                     "mid/minutes",
                                     "senior",
                                     "senior/#1"};

#define PLACES (sizeof places / sizeof *places)

struct input {
    int kind;
    const char *place, *other, *text;
};

static void expect(bool held)
{
    if (!held)
        abort();
}

static bool add(struct bank_edit *b, const struct input *in, struct err *e)
{
    const struct edit_field fields[] = {{"id", "fuzzed"}, {"ask", in->text}, {NULL, NULL}};
    return bank_edit_add(b, in->place, fields, NULL, e);
}

static bool apply(struct bank_edit *b, const struct input *in, struct err *e)
{
    struct edit_target to = {(enum edit_where)(in->kind / 8 % 5), in->other};
    struct edit_copy copy = {b, in->place, in->text};
    switch (in->kind % 8) {
    case 0:
        return bank_edit_insert(b, in->place, in->text, e);
    case 1:
        return bank_edit_remove(b, in->place, e);
    case 2:
        return bank_edit_move(b, in->place, &to, e);
    case 3:
        return bank_edit_copy(b, &copy, &to, e);
    case 4:
        return add(b, in, e);
    default:
        return bank_edit_set(b, in->place, in->text, e);
    }
}

static bool same(const struct str *a, const char *s, size_t n)
{
    return a->len == n && memcmp(a->s, s, n) == 0;
}

static void look_around(const struct bank_edit *b, const struct input *in)
{
    struct str out = STR_INIT;
    struct bank_lines lines;
    struct err e = ERR_INIT;
    bank_edit_extent(b, in->place, &out, &e);
    bank_edit_lines(b, in->place, &lines);
    bank_edit_place_at(b, (uint32_t)in->kind, &out);
    str_release(&out);
}

static void try(struct bank_edit *b, const struct input *in, const char *bytes, size_t n)
{
    struct err e = ERR_INIT;
    struct str now = STR_INIT;
    look_around(b, in);
    if (!apply(b, in, &e)) {
        expect(e.text[0] != '\0' && same(bank_edit_bytes(b), bytes, n));
        return;
    }
    str_addn(&now, bank_edit_bytes(b)->s, bank_edit_bytes(b)->len);
    bool changed = !same(&now, bytes, n);
    struct bank_edit *again = bank_edit_new(now.s, now.len, &e);
    expect(again != NULL);
    if (in->kind % 8 > 4 && in->text[strspn(in->text, " \t\r\n")] != '\0') {
        expect(bank_edit_set(again, in->place, in->text, &e));
        expect(same(bank_edit_bytes(again), now.s, now.len));
    }
    bank_edit_free(again);
    expect(bank_edit_undo(b) == changed && same(bank_edit_bytes(b), bytes, n));
    expect(bank_edit_redo(b) == changed && same(bank_edit_bytes(b), now.s, now.len));
    str_release(&now);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const uint8_t *end = n > 2 ? memchr(data + 2, '\0', n - 2) : NULL;
    if (end == NULL)
        return 0;
    struct input in = {data[0], places[data[1] % PLACES], places[data[0] % PLACES],
                       (const char *)data + 2};
    const char *bytes = (const char *)end + 1;
    size_t left = n - (size_t)(end + 1 - data);
    struct err e = ERR_INIT;
    struct bank_edit *b = bank_edit_new(bytes, left, &e);
    if (b != NULL)
        try(b, &in, bytes, left);
    bank_edit_free(b);
    return 0;
}
