#define _GNU_SOURCE
#include "messages.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static int read_all(void *bytes, size_t count) {
    char *next = bytes;
    while (count > 0) {
        ssize_t got = read(0, next, count);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return 0;
        next += got;
        count -= (size_t)got;
    }
    return 1;
}

static void write_all(const void *bytes, size_t count) {
    const char *next = bytes;
    while (count > 0) {
        ssize_t put = write(0, next, count);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) _exit(0);
        next += put;
        count -= (size_t)put;
    }
}

static void *array(size_t count, size_t size) {
    void *values = malloc(count * size + 1);
    if (!values) abort();
    if (!read_all(values, count * size)) _exit(0);
    return values;
}

static own_programme read_programme(const request *asked) {
    size_t columns = (size_t)asked->columns, rows = (size_t)asked->rows;
    own_programme own = { .columns = asked->columns, .rows = asked->rows };
    own.starts = array(columns + 1, sizeof(int));
    own.row_indices = array((size_t)asked->factors, sizeof(int));
    own.factors = array((size_t)asked->factors, sizeof(double));
    own.lower = array(columns, sizeof(double));
    own.upper = array(columns, sizeof(double));
    own.objective = array(columns, sizeof(double));
    own.row_lower = array(rows, sizeof(double));
    own.row_upper = array(rows, sizeof(double));
    if (asked->has_start) own.start = array(columns, sizeof(double));
    if (asked->path > 0) {
        own.highs = array((size_t)asked->path, 1);
        own.highs[asked->path] = 0;
    }
    return own;
}

static void let_go(own_programme own) {
    void *const arrays[] = { own.starts, own.row_indices, own.factors, own.lower, own.upper,
                             own.objective, own.row_lower, own.row_upper, own.start, own.highs };
    for (size_t i = 0; i < sizeof(arrays) / sizeof(arrays[0]); i++) free(arrays[i]);
}

/* Fails in some way, for tests. */
static void fail(const request *asked, solvers_answer *answer, double *values) {
    switch (asked->way) {
    case SOLVERS_DYING: abort();
    case SOLVERS_HANGING: for (;;) pause();
    case SOLVERS_EATING_MEMORY:
        for (;;) {
            size_t size = (size_t)16 << 20;
            char *volatile eaten = malloc(size);
            if (!eaten) abort();
            memset(eaten, 1, size);
        }
    default:
        answer->status = SOLVERS_PROVEN;
        answer->has_values = 1;
        for (int column = 0; column < asked->columns; column++) values[column] = 1e15;
    }
}

static void answer_one(const request *asked) {
    size_t columns = (size_t)asked->columns, rows = (size_t)asked->rows;
    solvers_answer answer = { .status = SOLVERS_FAILED };
    if (asked->kind == REQUEST_RELAX_AGAIN) {
        double *multipliers = calloc(rows + 1, sizeof(double));
        if (!multipliers) abort();
        clp_solve_again(asked, &answer, multipliers);
        write_all(&answer, sizeof(answer));
        write_all(multipliers, rows * sizeof(double));
        free(multipliers);
        return;
    }
    own_programme programme = read_programme(asked);
    double *values = calloc(columns + 1, sizeof(double));
    double *multipliers = calloc(rows + 1, sizeof(double));
    if (!values || !multipliers) abort();
    if (asked->kind == REQUEST_PROBE) {
        int is_there = asked->way == SOLVERS_HIGHS ? highs_load(programme.highs) : cbc_load();
        answer.status = is_there ? SOLVERS_PROVEN : SOLVERS_MISSING;
    } else if (asked->kind == REQUEST_RELAX) {
        clp_solve(&programme, asked, &answer, values, multipliers);
    } else if (asked->way == SOLVERS_HIGHS) {
        highs_solve(&programme, asked, &answer, values);
    } else if (asked->way >= SOLVERS_DYING) {
        fail(asked, &answer, values);
    } else {
        cbc_solve(&programme, asked, &answer, values);
    }
    write_all(&answer, sizeof(answer));
    write_all(values, columns * sizeof(double));
    if (asked->kind == REQUEST_RELAX) write_all(multipliers, rows * sizeof(double));
    free(values);
    free(multipliers);
    let_go(programme);
}

/* Ends the worker when whoever started it is gone, whatever the solver is busy with. */
static void *watch(void *unused) {
    struct pollfd other_end = { .fd = 0, .events = POLLRDHUP };
    for (;;) {
        int count = poll(&other_end, 1, -1);
        if (count > 0 || (count < 0 && errno != EINTR)) _exit(0);
    }
    return unused;
}

/* Allows some bytes more than are mapped now, and no core dumps. */
static void limit_memory(unsigned long long bytes) {
    const struct rlimit none = { 0, 0 };
    setrlimit(RLIMIT_CORE, &none);
    FILE *file = fopen("/proc/self/statm", "r");
    unsigned long long pages = 0;
    if (file) {
        if (fscanf(file, "%llu", &pages) != 1) pages = 0;
        fclose(file);
    }
    const rlim_t most = pages * (unsigned long long)sysconf(_SC_PAGESIZE) + bytes;
    const struct rlimit limit = { most, most };
    setrlimit(RLIMIT_AS, &limit);
}

/* Before anything of the program itself. */
__attribute__((constructor)) static void work(void) {
    const char *bytes = getenv("ENTREMISE_SOLVER_WORKER");
    if (!bytes) return;
    /* Whoever started it decides when it ends: a signal to all of them is not an answer. */
    signal(SIGTERM, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    pthread_t watcher;
    if (pthread_create(&watcher, NULL, watch, NULL) != 0) _exit(1);
    limit_memory(strtoull(bytes, NULL, 10));
    request asked;
    while (read_all(&asked, sizeof(asked))) answer_one(&asked);
    _exit(0);
}
