#pragma once

#include <stddef.h>
#include <stdint.h>

/* The matrix products of oneDNN (libdnnl), in 8 bits and in single precision, opened at run time:
 * nothing of it is linked, so the program starts without it. */

/* Opens the library once for the process. 1 where it is there with its product, else 0. */
int eight_bit_open(void);

/* Why eight_bit_open gave 0; empty where it gave 1. Lives as long as the process. */
const char *eight_bit_reason(void);

/* Name of the library's file as it was asked for. */
const char *eight_bit_library(void);

/* Major, minor and patch number of the library; 0 where not known. */
void eight_bit_version(int version[3]);

/* The library's code for the instructions that it uses (dnnl_cpu_isa_t); 0 where not known. */
int eight_bit_instructions(void);

/* Keeps the library's products, as far as the calling thread asks for them, on that thread. Its
 * threads are OpenMP's in Debian; another build's may not be held so. */
void eight_bit_single_thread(void);

/* products[i * columns_stride + j] = left row i · right row j + offsets[j], exact in 32 bits where
 * the processor sums in 32 bits. `left` is rows × dimension without sign, `right` is columns ×
 * dimension with sign, both row-major and dense. 0 on success. */
int eight_bit_products(
    const uint8_t *left, const int8_t *right, const int32_t *offsets, int32_t *products,
    int64_t rows, int64_t columns, int64_t dimension, int64_t columns_stride);

/* products[i * columns_stride + j] = left row i · right row j, in single precision, both row-major
 * and dense. 0 on success; not 0 where the library, or its product, is not there. */
int single_precision_products(
    const float *left, const float *right, float *products, int64_t rows, int64_t columns,
    int64_t dimension, int64_t columns_stride);
