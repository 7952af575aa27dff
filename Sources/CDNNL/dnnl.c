#include "eight_bit.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

/* As oneapi/dnnl/dnnl.h declares it, unchanged from version 1 to 3. */
typedef int (*product)(
    char transa, char transb, char offsetc, int64_t m, int64_t n, int64_t k, float alpha,
    const uint8_t *a, int64_t lda, uint8_t ao, const int8_t *b, int64_t ldb, int8_t bo, float beta,
    int32_t *c, int64_t ldc, const int32_t *co);

typedef int (*float_product)(
    char transa, char transb, int64_t m, int64_t n, int64_t k, float alpha, const float *a,
    int64_t lda, const float *b, int64_t ldb, float beta, float *c, int64_t ldc);

/* The first members of dnnl_version_t. */
struct version { int major, minor, patch; };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char reason[512];
static const char *library = "";
static product multiply;
static float_product multiply_floats;
static const struct version *(*version_of)(void);
static int (*instructions_of)(void);
static void (*set_threads)(int);

static void load(void) {
    static const char *const names[] = { "libdnnl.so.3", "libdnnl.so.2", "libdnnl.so" };
    void *handle = NULL;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && !handle; i++) {
        handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        library = names[i];
    }
    if (!handle) {
        const char *text = dlerror();
        snprintf(reason, sizeof(reason), "%s", text ? text : "libdnnl was not found");
        return;
    }
    multiply_floats = (float_product)dlsym(handle, "dnnl_sgemm");
    set_threads = (void (*)(int))dlsym(handle, "omp_set_num_threads");
    version_of = (const struct version *(*)(void))dlsym(handle, "dnnl_version");
    instructions_of = (int (*)(void))dlsym(handle, "dnnl_get_effective_cpu_isa");
    multiply = (product)dlsym(handle, "dnnl_gemm_u8s8s32");
    if (!multiply) {
        snprintf(reason, sizeof(reason), "%s has no dnnl_gemm_u8s8s32", library);
        return;
    }
}

int eight_bit_open(void) {
    pthread_once(&once, load);
    return multiply != NULL;
}

const char *eight_bit_reason(void) { return reason; }

const char *eight_bit_library(void) { return library; }

void eight_bit_version(int version[3]) {
    const struct version *found = version_of ? version_of() : NULL;
    version[0] = found ? found->major : 0;
    version[1] = found ? found->minor : 0;
    version[2] = found ? found->patch : 0;
}

int eight_bit_instructions(void) { return instructions_of ? instructions_of() : 0; }

void eight_bit_single_thread(void) {
    pthread_once(&once, load);
    if (set_threads) set_threads(1);
}

int eight_bit_products(
    const uint8_t *left, const int8_t *right, const int32_t *offsets, int32_t *products,
    int64_t rows, int64_t columns, int64_t dimension, int64_t columns_stride) {
    if (!multiply) return -1;
    return multiply(
        'N', 'T', 'R', rows, columns, dimension, 1, left, dimension, 0, right, dimension, 0, 0,
        products, columns_stride, offsets);
}

int single_precision_products(
    const float *left, const float *right, float *products, int64_t rows, int64_t columns,
    int64_t dimension, int64_t columns_stride) {
    pthread_once(&once, load);
    if (!multiply_floats) return -1;
    return multiply_floats(
        'N', 'T', rows, columns, dimension, 1, left, dimension, right, dimension, 0, products,
        columns_stride);
}
