#ifndef SLATE_BASE_HASH_H
#define SLATE_BASE_HASH_H

/* SHA-256 (FIPS 180-4, by libmd). Each field of a hashed record is fed with its length, so that no
 * two records share a byte stream. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HASH_SIZE 32
#define HASH_HEX  64

struct hash {
    unsigned char b[HASH_SIZE];
};

struct hasher; /* opaque: SHA2_CTX behind it */

struct hasher *hasher_new(void);
void hasher_bytes(struct hasher *h, const void *bytes, size_t n);
/* 8 bytes of length, then the text; NULL is a length of all ones. */
void hasher_field(struct hasher *h, const char *text);
void hasher_number(struct hasher *h, int64_t value); /* 8 bytes, big-endian */
struct hash hasher_end(struct hasher *h);            /* frees h */

struct hash hash_of(const void *bytes, size_t n);
void hash_hex(const struct hash *h, char out[HASH_HEX + 1]);
bool hash_same(const struct hash *a, const struct hash *b);

#endif
