#include "base/hash.h"

#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include <sha2.h>

#include "base/alloc.h"

struct hasher {
    SHA2_CTX ctx;
};

struct hasher *hasher_new(void)
{
    struct hasher *h = xmalloc(sizeof *h);
    SHA256Init(&h->ctx);
    return h;
}

void hasher_bytes(struct hasher *h, const void *bytes, size_t n)
{
    if (n > 0)
        SHA256Update(&h->ctx, bytes, n);
}

void hasher_field(struct hasher *h, const char *text)
{
    size_t n = text != NULL ? strlen(text) : 0;
    hasher_number(h, text != NULL ? (int64_t)n : -1);
    hasher_bytes(h, text, n);
}

void hasher_number(struct hasher *h, int64_t value)
{
    unsigned char bytes[8];
    uint64_t v = (uint64_t)value;
    for (int i = 7; i >= 0; i--, v >>= 8)
        bytes[i] = (unsigned char)v;
    hasher_bytes(h, bytes, sizeof bytes);
}

struct hash hasher_end(struct hasher *h)
{
    struct hash digest;
    SHA256Final(digest.b, &h->ctx);
    free(h);
    return digest;
}

struct hash hash_of(const void *bytes, size_t n)
{
    struct hasher *h = hasher_new();
    hasher_bytes(h, bytes, n);
    return hasher_end(h);
}

void hash_hex(const struct hash *h, char out[HASH_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < HASH_SIZE; i++) {
        out[2 * i] = digits[h->b[i] >> 4];
        out[2 * i + 1] = digits[h->b[i] & 15];
    }
    out[HASH_HEX] = '\0';
}

bool hash_same(const struct hash *a, const struct hash *b)
{
    return memcmp(a->b, b->b, HASH_SIZE) == 0;
}
