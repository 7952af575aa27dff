#include "messages.h"

#include <dlfcn.h>

void *library_open(const char *const *names) {
    void *library = NULL;
    for (; *names && !library; names++) library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
    return library;
}

int library_find(void *library, const library_symbol *symbols, size_t count) {
    for (size_t i = 0; i < count; i++) {
        *symbols[i].place = dlsym(library, symbols[i].name);
        if (!*symbols[i].place) return 0;
    }
    return 1;
}
