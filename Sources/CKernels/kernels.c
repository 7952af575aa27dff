#include "kernels.h"

static double sum_of_lanes(const double lanes[8]) {
    double four[4], two[2];
    for (int i = 0; i < 4; i++) four[i] = lanes[i] + lanes[i + 4];
    for (int i = 0; i < 2; i++) two[i] = four[i] + four[i + 2];
    return two[0] + two[1];
}

/* Has the memory bring the sixteen numbers of each row from some place on. */
static inline __attribute__((always_inline)) void fetch(const float *const rows[4], size_t at) {
    if (at % 16 == 0) {
        for (int k = 0; k < 4; k++) __builtin_prefetch(rows[k] + at);
    }
}

static void add_rest(
    const double *row, const float *const rows[4], size_t from, size_t dimension,
    double lanes[4][8]) {
    for (size_t i = from; i < dimension; i++) {
        for (int k = 0; k < 4; k++) lanes[k][i - from] += row[i] * (double)rows[k][i];
    }
}

static void scan_floats_portable(
    const float *scores, float threshold, const uint64_t *marked, uint64_t *reached, size_t words) {
    for (size_t word = 0; word < words; word++) {
        uint64_t bits = 0;
        if (marked[word]) {
            for (int i = 0; i < 64; i++) {
                bits |= (uint64_t)(scores[word * 64 + i] >= threshold) << i;
            }
        }
        reached[word] = bits & marked[word];
    }
}

static void scan_products_portable(
    const int32_t *products, const float *scales, const float *residuals, const float *along,
    struct kernels_coarse coarse, const uint64_t *marked, uint64_t *reached, size_t words) {
    for (size_t word = 0; word < words; word++) {
        uint64_t bits = 0;
        if (marked[word]) {
            for (int i = 0; i < 64; i++) {
                size_t at = word * 64 + i;
                float bound = (float)products[at] * scales[at]
                    + residuals[at] * coarse.residual_weight + along[at] * coarse.centre_weight;
                bits |= (uint64_t)(bound >= coarse.threshold) << i;
            }
        }
        reached[word] = bits & marked[word];
    }
}

static void exact_products_portable(
    const double *row, const float *const rows[4], size_t dimension, const float *const next[4],
    double products[4]) {
    double lanes[4][8] = {{0}};
    size_t i = 0;
    for (; i + 8 <= dimension; i += 8) {
        fetch(next, i);
        for (int k = 0; k < 4; k++) {
            for (int j = 0; j < 8; j++) lanes[k][j] += row[i + j] * (double)rows[k][i + j];
        }
    }
    add_rest(row, rows, i, dimension, lanes);
    for (int k = 0; k < 4; k++) products[k] = sum_of_lanes(lanes[k]);
}

#if defined(__x86_64__)
#include <immintrin.h>

#define WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,fma,avx2")))
#define MIDDLE __attribute__((target("avx2,fma")))

WIDE static void scan_floats_wide(
    const float *scores, float threshold, const uint64_t *marked, uint64_t *reached, size_t words) {
    const __m512 limit = _mm512_set1_ps(threshold);
    for (size_t word = 0; word < words; word++) {
        uint64_t bits = 0;
        if (marked[word]) {
            for (int part = 0; part < 4; part++) {
                __m512 score = _mm512_loadu_ps(scores + word * 64 + part * 16);
                bits |= (uint64_t)_mm512_cmp_ps_mask(score, limit, _CMP_GE_OQ) << (16 * part);
            }
        }
        reached[word] = bits & marked[word];
    }
}

MIDDLE static void scan_floats_middle(
    const float *scores, float threshold, const uint64_t *marked, uint64_t *reached, size_t words) {
    const __m256 limit = _mm256_set1_ps(threshold);
    for (size_t word = 0; word < words; word++) {
        uint64_t bits = 0;
        if (marked[word]) {
            for (int part = 0; part < 8; part++) {
                __m256 score = _mm256_loadu_ps(scores + word * 64 + part * 8);
                int mask = _mm256_movemask_ps(_mm256_cmp_ps(score, limit, _CMP_GE_OQ));
                bits |= (uint64_t)(uint32_t)mask << (8 * part);
            }
        }
        reached[word] = bits & marked[word];
    }
}

WIDE static void scan_products_wide(
    const int32_t *products, const float *scales, const float *residuals, const float *along,
    struct kernels_coarse coarse, const uint64_t *marked, uint64_t *reached, size_t words) {
    const __m512 limit = _mm512_set1_ps(coarse.threshold);
    const __m512 residual_weight = _mm512_set1_ps(coarse.residual_weight);
    const __m512 centre_weight = _mm512_set1_ps(coarse.centre_weight);
    for (size_t word = 0; word < words; word++) {
        uint64_t bits = 0;
        if (marked[word]) {
            for (int part = 0; part < 4; part++) {
                size_t at = word * 64 + part * 16;
                __m512 bound = _mm512_mul_ps(
                    _mm512_cvtepi32_ps(_mm512_loadu_si512(products + at)),
                    _mm512_loadu_ps(scales + at));
                bound = _mm512_fmadd_ps(_mm512_loadu_ps(residuals + at), residual_weight, bound);
                bound = _mm512_fmadd_ps(_mm512_loadu_ps(along + at), centre_weight, bound);
                bits |= (uint64_t)_mm512_cmp_ps_mask(bound, limit, _CMP_GE_OQ) << (16 * part);
            }
        }
        reached[word] = bits & marked[word];
    }
}

MIDDLE static void scan_products_middle(
    const int32_t *products, const float *scales, const float *residuals, const float *along,
    struct kernels_coarse coarse, const uint64_t *marked, uint64_t *reached, size_t words) {
    const __m256 limit = _mm256_set1_ps(coarse.threshold);
    const __m256 residual_weight = _mm256_set1_ps(coarse.residual_weight);
    const __m256 centre_weight = _mm256_set1_ps(coarse.centre_weight);
    for (size_t word = 0; word < words; word++) {
        uint64_t bits = 0;
        if (marked[word]) {
            for (int part = 0; part < 8; part++) {
                size_t at = word * 64 + part * 8;
                __m256i whole = _mm256_loadu_si256((const __m256i *)(products + at));
                __m256 bound =
                    _mm256_mul_ps(_mm256_cvtepi32_ps(whole), _mm256_loadu_ps(scales + at));
                bound = _mm256_fmadd_ps(_mm256_loadu_ps(residuals + at), residual_weight, bound);
                bound = _mm256_fmadd_ps(_mm256_loadu_ps(along + at), centre_weight, bound);
                int mask = _mm256_movemask_ps(_mm256_cmp_ps(bound, limit, _CMP_GE_OQ));
                bits |= (uint64_t)(uint32_t)mask << (8 * part);
            }
        }
        reached[word] = bits & marked[word];
    }
}

WIDE static void exact_products_wide(
    const double *row, const float *const rows[4], size_t dimension, const float *const next[4],
    double products[4]) {
    __m512d sums[4];
    for (int k = 0; k < 4; k++) sums[k] = _mm512_setzero_pd();
    size_t i = 0;
    for (; i + 8 <= dimension; i += 8) {
        fetch(next, i);
        const __m512d left = _mm512_loadu_pd(row + i);
        for (int k = 0; k < 4; k++) {
            __m512d right = _mm512_cvtps_pd(_mm256_loadu_ps(rows[k] + i));
            sums[k] = _mm512_fmadd_pd(left, right, sums[k]);
        }
    }
    double lanes[4][8];
    for (int k = 0; k < 4; k++) _mm512_storeu_pd(lanes[k], sums[k]);
    add_rest(row, rows, i, dimension, lanes);
    for (int k = 0; k < 4; k++) products[k] = sum_of_lanes(lanes[k]);
}

MIDDLE static void exact_products_middle(
    const double *row, const float *const rows[4], size_t dimension, const float *const next[4],
    double products[4]) {
    __m256d low[4], high[4];
    for (int k = 0; k < 4; k++) low[k] = high[k] = _mm256_setzero_pd();
    size_t i = 0;
    for (; i + 8 <= dimension; i += 8) {
        fetch(next, i);
        const __m256d left = _mm256_loadu_pd(row + i);
        const __m256d right = _mm256_loadu_pd(row + i + 4);
        for (int k = 0; k < 4; k++) {
            low[k] = _mm256_fmadd_pd(left, _mm256_cvtps_pd(_mm_loadu_ps(rows[k] + i)), low[k]);
            high[k] =
                _mm256_fmadd_pd(right, _mm256_cvtps_pd(_mm_loadu_ps(rows[k] + i + 4)), high[k]);
        }
    }
    double lanes[4][8];
    for (int k = 0; k < 4; k++) {
        _mm256_storeu_pd(lanes[k], low[k]);
        _mm256_storeu_pd(lanes[k] + 4, high[k]);
    }
    add_rest(row, rows, i, dimension, lanes);
    for (int k = 0; k < 4; k++) products[k] = sum_of_lanes(lanes[k]);
}
#endif

struct kernels {
    const char *name;
    void (*scan_floats)(const float *, float, const uint64_t *, uint64_t *, size_t);
    void (*scan_products)(
        const int32_t *, const float *, const float *, const float *, struct kernels_coarse,
        const uint64_t *, uint64_t *, size_t);
    void (*exact_products)(
        const double *, const float *const[4], size_t, const float *const *, double[4]);
};

static struct kernels forms[3];
static size_t count;

__attribute__((constructor)) static void choose(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    int has_middle = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    int has_wide = has_middle && __builtin_cpu_supports("avx512f")
        && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl");
    if (has_wide) {
        forms[count++] = (struct kernels){
            "AVX-512", scan_floats_wide, scan_products_wide, exact_products_wide };
    }
    if (has_middle) {
        forms[count++] = (struct kernels){
            "AVX2", scan_floats_middle, scan_products_middle, exact_products_middle };
    }
#endif
    forms[count++] = (struct kernels){
        "portable", scan_floats_portable, scan_products_portable, exact_products_portable };
}

size_t kernels_count(void) { return count; }

const char *kernels_name(size_t form) { return forms[form].name; }

void kernels_scan_floats(
    size_t form, const float *scores, float threshold, const uint64_t *marked, uint64_t *reached,
    size_t words) {
    forms[form].scan_floats(scores, threshold, marked, reached, words);
}

void kernels_scan_products(
    size_t form, const int32_t *products, const float *scales, const float *residuals,
    const float *along, struct kernels_coarse coarse, const uint64_t *marked, uint64_t *reached,
    size_t words) {
    forms[form].scan_products(
        products, scales, residuals, along, coarse, marked, reached, words);
}

void kernels_exact_products(
    size_t form, const double *row, const float *first, const float *second, const float *third,
    const float *fourth, size_t dimension, const float *const *next, double products[4]) {
    const float *const rows[4] = { first, second, third, fourth };
    forms[form].exact_products(row, rows, dimension, next ? next : rows, products);
}

void kernels_whole_products(
    const uint8_t *left, const int8_t *right, const int32_t *offsets, int32_t *products,
    size_t rows, size_t columns, size_t dimension, size_t stride) {
    for (size_t r = 0; r < rows; r++) {
        for (size_t c = 0; c < columns; c++) {
            int32_t sum = offsets[c];
            for (size_t i = 0; i < dimension; i++) {
                sum += (int32_t)left[r * dimension + i] * right[c * dimension + i];
            }
            products[r * stride + c] = sum;
        }
    }
}
