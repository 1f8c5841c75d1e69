/* A file that is imported as .csv; what is to hold: fuzz/importing.h. */

#include "fuzz/importing.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    return importing(data, n, "any.csv");
}
