#include "bank/bank_edit.h"
#include "bank/bank_edit_parts.h"
#include "bank/yaml_extent.h"
#include "bank/yaml_lines.h"

bool bank_edit_extent(const struct bank_edit *b, const char *place, struct str *out, struct err *e)
{
    struct spot s;
    bool good = spot_find(b, place, &s, e);
    if (good && (s.entry == NULL || s.entry->parent == NULL))
        good = spot_missing(&s, e);
    if (good && s.entry->parent->style == Y_FLOW) {
        str_addn(out, b->d->bytes.s + s.entry->mark, s.entry->end - s.entry->mark);
    } else if (good) {
        struct yextent x = yaml_extent(b->d, s.entry);
        str_addn(out, b->d->bytes.s + x.from, x.next - x.from);
    }
    spot_release(&s);
    return good;
}
