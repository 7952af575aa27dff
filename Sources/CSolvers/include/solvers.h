#pragma once

#include <stdint.h>

/* Mixed-integer programmes solved in processes of their own: a solver that dies, hangs or eats memory
 * takes its worker along and nothing else. A worker is this very program, started again with
 * ENTREMISE_SOLVER_WORKER in its environment, and loads CBC, Clp or HiGHS when it is first asked to. */

/* A programme by columns, whose variables are whole numbers. */
typedef struct {
    int columns, rows;
    const int *starts, *row_indices;
    const double *factors, *lower, *upper, *objective, *row_lower, *row_upper;
} solvers_programme;

/* How one is solved. */
enum {
    SOLVERS_CBC = 0,
    /* With other parameters: presolved, with cuts, from no start. */
    SOLVERS_CBC_OTHERWISE = 1,
    SOLVERS_HIGHS = 2,
    /* Not at all, for tests of what then becomes of the rest. */
    SOLVERS_DYING = 10,
    SOLVERS_HANGING = 11,
    SOLVERS_EATING_MEMORY = 12,
    SOLVERS_TALKING_NONSENSE = 13,
};

typedef struct {
    int way, nodes, seed;
    /* Whether to look for a first solution by heuristics, rather than to prove one. */
    int looks_around;
    double seconds;
    /* One value a column to begin at, or NULL. */
    const double *start;
    /* Path of the library of HiGHS, or NULL. */
    const char *highs;
} solvers_search;

/* What came of it. */
enum {
    SOLVERS_FAILED = 0,
    SOLVERS_MISSING = 1,
    SOLVERS_INFEASIBLE = 2,
    SOLVERS_PROVEN = 3,
    SOLVERS_UNPROVEN = 4,
};

typedef struct {
    int status, has_values;
    double bound;
    int64_t nodes;
} solvers_answer;

/* A worker and the socket to it. */
typedef struct {
    int process, socket;
} solvers_worker;

/* Bounds of one variable that change. */
typedef struct {
    int variable;
    double low, high;
} solvers_change;

/* Starts a worker that may take `bytes` of memory above what it starts with; 0 where it cannot be
 * started, with errno set. */
int solvers_start(solvers_worker *worker, uint64_t bytes);

/* Ends a worker at once; returns how it ended, as waitpid does. */
int solvers_end(solvers_worker worker);

/* Each returns 1 where the worker answered in time, 0 where it died and -1 where it was too slow. */

/* Solves a programme. `values` has room for one a column. */
int solvers_solve(
    solvers_worker worker, const solvers_programme *programme, const solvers_search *search,
    double patience, solvers_answer *answer, double *values);

/* Solves the relaxation of a programme, which the worker keeps until it is given another. `values` has
 * room for one a column, `multipliers` for one a row. */
int solvers_relax(
    solvers_worker worker, const solvers_programme *programme, double seconds, double patience,
    solvers_answer *answer, double *values, double *multipliers);

/* Solves it again with other bounds, until it is known to come to more than `limit`. */
int solvers_relax_again(
    solvers_worker worker, const solvers_change *changes, int count, int rows, double limit,
    double patience, solvers_answer *answer, double *multipliers);

/* Whether a library can be loaded, in a worker: SOLVERS_CBC or SOLVERS_HIGHS. `answer->status` is
 * SOLVERS_PROVEN where it can. */
int solvers_probe(
    solvers_worker worker, int way, const char *highs, double patience, solvers_answer *answer);
