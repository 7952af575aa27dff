#pragma once

#include <stddef.h>
#include <stdint.h>

/* The inner loops of retrieval, in a form for AVX-512, one for AVX2 and one for any processor: Swift
 * builds for the oldest processor of its kind, and knows no choice at run time. All forms give the
 * same answers; a product and the sum that it goes into may be rounded once or twice in a scan. */

/* Weights and the threshold of a scan of 8-bit products. */
struct kernels_coarse {
    float residual_weight, centre_weight, threshold;
};

/* How many forms this processor can run, 1 or more; 0 is the fastest, the last is for any. */
size_t kernels_count(void);

/* "AVX-512", "AVX2" or "portable". */
const char *kernels_name(size_t form);

/* Which of `words` × 64 scores are marked and reach a threshold, one bit each. */
void kernels_scan_floats(
    size_t form, const float *scores, float threshold, const uint64_t *marked, uint64_t *reached,
    size_t words);

/* Which of `words` × 64 products are marked and reach
 *     product × scale + residual × residual_weight + along × centre_weight ≥ threshold
 * in single precision; one bit each. */
void kernels_scan_products(
    size_t form, const int32_t *products, const float *scales, const float *residuals,
    const float *along, struct kernels_coarse coarse, const uint64_t *marked, uint64_t *reached,
    size_t words);

/* Dot products of a row of doubles, which stand for single-precision numbers, with four rows of
 * single-precision numbers. Each product is exact in a double; they are added in eight lanes,
 * element i in lane i mod 8, and then the lanes: 0…3 to 4…7, 0…1 to 2…3, 0 to 1. So every form gives
 * the same bits. Meanwhile the rows that will be asked for next, if any, are fetched. */
void kernels_exact_products(
    size_t form, const double *row, const float *first, const float *second, const float *third,
    const float *fourth, size_t dimension, const float *const *next, double products[4]);

/* products[r * stride + c] = left row r · right row c + offsets[c], in 32 bits throughout; rows are
 * of `dimension` numbers. Plain loops, in one form: what faster products are held against. */
void kernels_whole_products(
    const uint8_t *left, const int8_t *right, const int32_t *offsets, int32_t *products,
    size_t rows, size_t columns, size_t dimension, size_t stride);
