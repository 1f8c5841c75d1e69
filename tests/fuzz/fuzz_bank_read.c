/* Any bytes as a question bank: no crash, no leak, and either a bank that can be used or an error
 * with words. Everything that was found is printed too, since excerpts come from the same bytes. */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "bank/bank_check.h"
#include "bank/bank_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void expect(bool held)
{
    if (!held)
        abort();
}

static void expect_usable(const struct bank *b)
{
    bool any = false;
    expect(b->name.s != NULL && b->title.s != NULL);
    for (int i = 0; i < LEVELS; i++) {
        struct kit kit;
        expect(b->levels[i].present == kit_of(b, (enum level)i, &kit));
        any = any || b->levels[i].present;
        if (b->levels[i].present)
            kit_hash(&kit);
    }
    expect(any);
}

static void print(const struct findings *found, const uint8_t *data, size_t n)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < found->n && i < 20; i++) {
        expect(found->items[i].what[0] != '\0' && found->items[i].todo != NULL);
        finding_add_text(&text, &found->items[i], "bank.yaml", (const char *)data, n);
    }
    str_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct bank bank = {0};
    struct findings found = {0};
    bool good = bank_read((const char *)data, n, NULL, &bank, &found);
    expect(good == (findings_errors(&found) == 0));
    if (good)
        expect_usable(&bank);
    bank_check(&bank, &(struct check_setup){0}, &found);
    print(&found, data, n);
    bank_release(&bank);
    findings_release(&found);
    return 0;
}
