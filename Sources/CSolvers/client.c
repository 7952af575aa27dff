#define _GNU_SOURCE
#include "messages.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* The environment of a worker, whose solver works on one thread: of two settings the first counts. */
static char **worker_environment(char *asked, char *threads) {
    size_t count = 0;
    while (environ[count]) count++;
    char **all = calloc(count + 3, sizeof(char *));
    if (!all) return NULL;
    all[0] = asked;
    all[1] = threads;
    memcpy(all + 2, environ, count * sizeof(char *));
    return all;
}

int solvers_start(solvers_worker *worker, uint64_t bytes) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return 0;
    char asked[64];
    snprintf(asked, sizeof(asked), "ENTREMISE_SOLVER_WORKER=%llu", (unsigned long long)bytes);
    char threads[] = "OPENBLAS_NUM_THREADS=1";
    char name[] = "entremise: solver";
    char *const arguments[] = { name, NULL };
    char **environment = worker_environment(asked, threads);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    pid_t process = 0;
    int failure = environment
        ? posix_spawn(&process, "/proc/self/exe", &actions, &attributes, arguments, environment)
        : ENOMEM;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    free(environment);
    close(ends[1]);
    if (failure != 0) {
        close(ends[0]);
        errno = failure;
        return 0;
    }
    worker->process = process;
    worker->socket = ends[0];
    return 1;
}

int solvers_end(solvers_worker worker) {
    int status = 0;
    kill(worker.process, SIGKILL);
    close(worker.socket);
    while (waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {}
    return status;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Waits until the socket is ready; 1, 0 where the worker is gone, -1 where time is up. */
static int wait_for(int socket, short events, double until) {
    for (;;) {
        double left = until - now();
        if (left <= 0) return -1;
        struct pollfd ready = { .fd = socket, .events = events };
        int count = poll(&ready, 1, left > 1e6 ? 1000000000 : (int)(left * 1000) + 1);
        if (count > 0) return 1;
        if (count < 0 && errno != EINTR) return 0;
    }
}

static int put(int socket, const void *bytes, size_t count, double until) {
    const char *next = bytes;
    while (count > 0) {
        ssize_t sent = send(socket, next, count, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) {
            next += sent;
            count -= (size_t)sent;
        } else if (errno == EAGAIN || errno == EINTR) {
            int ready = wait_for(socket, POLLOUT, until);
            if (ready != 1) return ready;
        } else {
            return 0;
        }
    }
    return 1;
}

static int get(int socket, void *bytes, size_t count, double until) {
    char *next = bytes;
    while (count > 0) {
        ssize_t got = recv(socket, next, count, MSG_DONTWAIT);
        if (got > 0) {
            next += got;
            count -= (size_t)got;
        } else if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            int ready = wait_for(socket, POLLIN, until);
            if (ready != 1) return ready;
        } else {
            return 0;
        }
    }
    return 1;
}

typedef struct {
    const void *bytes;
    size_t count;
} part;

/* Sends a request with its parts, and reads an answer with as many values and multipliers. */
static int ask(
    int socket, const request *asked, const part *parts, size_t count, double patience,
    solvers_answer *answer, double *values, size_t columns, double *multipliers, size_t rows) {
    double until = now() + patience;
    int done = put(socket, asked, sizeof(*asked), until);
    for (size_t i = 0; i < count && done == 1; i++) {
        done = put(socket, parts[i].bytes, parts[i].count, until);
    }
    if (done == 1) done = get(socket, answer, sizeof(*answer), until);
    if (done == 1 && values) done = get(socket, values, columns * sizeof(double), until);
    if (done == 1 && multipliers) done = get(socket, multipliers, rows * sizeof(double), until);
    return done;
}

static int ask_programme(
    solvers_worker worker, request *asked, const solvers_programme *programme, const double *start,
    const char *highs, double patience, solvers_answer *answer, double *values,
    double *multipliers) {
    size_t columns = (size_t)programme->columns, rows = (size_t)programme->rows;
    size_t factors = (size_t)programme->starts[columns];
    asked->columns = programme->columns;
    asked->rows = programme->rows;
    asked->factors = (int)factors;
    asked->has_start = start != NULL;
    asked->path = highs ? (int)strlen(highs) : 0;
    const part parts[] = {
        { programme->starts, (columns + 1) * sizeof(int) },
        { programme->row_indices, factors * sizeof(int) },
        { programme->factors, factors * sizeof(double) },
        { programme->lower, columns * sizeof(double) },
        { programme->upper, columns * sizeof(double) },
        { programme->objective, columns * sizeof(double) },
        { programme->row_lower, rows * sizeof(double) },
        { programme->row_upper, rows * sizeof(double) },
        { start, start ? columns * sizeof(double) : 0 },
        { highs, (size_t)asked->path },
    };
    return ask(
        worker.socket, asked, parts, sizeof(parts) / sizeof(parts[0]), patience, answer, values,
        columns, multipliers, rows);
}

int solvers_solve(
    solvers_worker worker, const solvers_programme *programme, const solvers_search *search,
    double patience, solvers_answer *answer, double *values) {
    request asked = {
        .kind = REQUEST_SOLVE, .way = search->way, .nodes = search->nodes, .seed = search->seed,
        .looks_around = search->looks_around, .seconds = search->seconds,
    };
    return ask_programme(
        worker, &asked, programme, search->start, search->highs, patience, answer, values, NULL);
}

int solvers_relax(
    solvers_worker worker, const solvers_programme *programme, double seconds, double patience,
    solvers_answer *answer, double *values, double *multipliers) {
    request asked = { .kind = REQUEST_RELAX, .seconds = seconds };
    return ask_programme(
        worker, &asked, programme, NULL, NULL, patience, answer, values, multipliers);
}

int solvers_relax_again(
    solvers_worker worker, const solvers_change *changes, int count, int rows, double limit,
    double patience, solvers_answer *answer, double *multipliers) {
    if (count > MOST_CHANGES) return 0;
    request asked = { .kind = REQUEST_RELAX_AGAIN, .rows = rows, .changes = count, .limit = limit };
    for (int i = 0; i < count; i++) asked.change[i] = changes[i];
    return ask(
        worker.socket, &asked, NULL, 0, patience, answer, NULL, 0, multipliers, (size_t)rows);
}

int solvers_probe(
    solvers_worker worker, int way, const char *highs, double patience, solvers_answer *answer) {
    static const int starts[] = { 0 };
    const solvers_programme nothing = { .starts = starts };
    request asked = { .kind = REQUEST_PROBE, .way = way };
    double none;
    return ask_programme(
        worker, &asked, &nothing, NULL, highs, patience, answer, &none, NULL);
}
