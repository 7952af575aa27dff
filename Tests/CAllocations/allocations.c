#include "CAllocations.h"
#include <stddef.h>

// What glibc's own `malloc` is called as well.
extern void *__libc_malloc(size_t size);

static _Thread_local long count;

void *malloc(size_t size) {
  count += 1;
  return __libc_malloc(size);
}

long allocations_of_this_thread(void) { return count; }
