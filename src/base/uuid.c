#include "base/uuid.h"

#include <stdio.h>

void uuid_new(struct sys *sys, char out[UUID_TEXT + 1])
{
    unsigned char b[16];
    uint64_t ms = (uint64_t)sys->wall_ms(sys);
    for (int i = 5; i >= 0; i--, ms >>= 8)
        b[i] = (unsigned char)ms;
    sys->random(sys, b + 6, 10);
    b[6] = 0x70 | (b[6] & 0x0F); /* version 7 */
    b[8] = 0x80 | (b[8] & 0x3F); /* the variant of RFC 9562 */
    snprintf(out, UUID_TEXT + 1,
             "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
             b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
             b[15]);
}
