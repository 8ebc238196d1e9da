// The hot loops of the engine over bitmaps: 64 rows a word, row i at bit i % 64 of word i / 64.
// On x86-64 each is compiled for several instruction sets and chosen when the program is loaded.
#ifndef CBITMAP_H
#define CBITMAP_H

#include <stddef.h>
#include <stdint.h>

// into &= other
void cbitmap_and(uint64_t *into, const uint64_t *other, size_t words);
// into |= other
void cbitmap_or(uint64_t *into, const uint64_t *other, size_t words);
// into &= ~other
void cbitmap_and_not(uint64_t *into, const uint64_t *other, size_t words);

// Number of bits set in a, and in a & b.
int64_t cbitmap_count(const uint64_t *a, size_t words);
int64_t cbitmap_count_and(const uint64_t *a, const uint64_t *b, size_t words);

// Bit i of into says whether values[i] lies in the interval; NaN never does.
// into has (count + 63) / 64 words, the bits past count are zero.
void cbitmap_in_range(uint64_t *into, const double *values, size_t count, double lower, double upper,
                      int includes_lower, int includes_upper);

// counts[i] = number of bits set in a & b within rows boundaries[i] ..< boundaries[i + 1].
void cbitmap_count_ranges(const uint64_t *a, const uint64_t *b, const int32_t *boundaries, size_t ranges,
                          int32_t *counts);

// Adds one to counts[status[row] * stride + step[row]] for each row set in a; rows from `limit` on are left out.
void cbitmap_tally(const uint64_t *a, size_t limit, const int8_t *status, const int32_t *step, size_t stride,
                   int32_t *counts);

#endif
