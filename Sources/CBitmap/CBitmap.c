#include "CBitmap.h"

#if defined(__x86_64__)
#define FOR_EACH_CPU __attribute__((target_clones("avx512vpopcntdq", "avx2", "popcnt", "default")))
#else
#define FOR_EACH_CPU
#endif

FOR_EACH_CPU void cbitmap_and(uint64_t *into, const uint64_t *other, size_t words) {
  for (size_t i = 0; i < words; i++) into[i] &= other[i];
}

FOR_EACH_CPU void cbitmap_or(uint64_t *into, const uint64_t *other, size_t words) {
  for (size_t i = 0; i < words; i++) into[i] |= other[i];
}

FOR_EACH_CPU void cbitmap_and_not(uint64_t *into, const uint64_t *other, size_t words) {
  for (size_t i = 0; i < words; i++) into[i] &= ~other[i];
}

FOR_EACH_CPU int64_t cbitmap_count(const uint64_t *a, size_t words) {
  int64_t total = 0;
  for (size_t i = 0; i < words; i++) total += __builtin_popcountll(a[i]);
  return total;
}

FOR_EACH_CPU int64_t cbitmap_count_and(const uint64_t *a, const uint64_t *b, size_t words) {
  int64_t total = 0;
  for (size_t i = 0; i < words; i++) total += __builtin_popcountll(a[i] & b[i]);
  return total;
}

FOR_EACH_CPU void cbitmap_in_range(uint64_t *into, const double *values, size_t count, double lower, double upper,
                                   int includes_lower, int includes_upper) {
  for (size_t word = 0; word * 64 < count; word++) {
    size_t start = word * 64, end = start + 64 < count ? start + 64 : count;
    uint64_t bits = 0;
    for (size_t i = start; i < end; i++) {
      double value = values[i];
      int inside = (includes_lower ? value >= lower : value > lower) & (includes_upper ? value <= upper : value < upper);
      bits |= (uint64_t)inside << (i - start);
    }
    into[word] = bits;
  }
}

FOR_EACH_CPU void cbitmap_count_ranges(const uint64_t *a, const uint64_t *b, const int32_t *boundaries,
                                       size_t ranges, int32_t *counts) {
  for (size_t range = 0; range < ranges; range++) {
    int32_t start = boundaries[range], end = boundaries[range + 1];
    int32_t total = 0;
    if (start < end) {
      size_t first = (size_t)start / 64, last = (size_t)(end - 1) / 64;
      uint64_t head = ~0ULL << (start % 64), tail = ~0ULL >> (63 - (end - 1) % 64);
      if (first == last) {
        total = __builtin_popcountll(a[first] & b[first] & head & tail);
      } else {
        total = __builtin_popcountll(a[first] & b[first] & head);
        for (size_t word = first + 1; word < last; word++) total += __builtin_popcountll(a[word] & b[word]);
        total += __builtin_popcountll(a[last] & b[last] & tail);
      }
    }
    counts[range] = total;
  }
}

void cbitmap_tally(const uint64_t *a, size_t limit, const int8_t *status, const int32_t *step, size_t stride,
                   int32_t *counts) {
  for (size_t word = 0; word * 64 < limit; word++) {
    uint64_t bits = a[word];
    while (bits != 0) {
      size_t row = word * 64 + (size_t)__builtin_ctzll(bits);
      if (row >= limit) return;
      counts[(size_t)status[row] * stride + (size_t)step[row]]++;
      bits &= bits - 1;
    }
  }
}
