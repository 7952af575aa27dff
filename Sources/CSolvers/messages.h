#pragma once

#include "solvers.h"

#include <stddef.h>

/* What a worker is asked for. The arrays follow in the order of solvers_programme, then the start, then
 * the path of HiGHS. Both sides are the same program, so that no form of numbers needs to be agreed on. */
enum { REQUEST_SOLVE, REQUEST_RELAX, REQUEST_RELAX_AGAIN, REQUEST_PROBE };

#define MOST_CHANGES 4

typedef struct {
    int kind, way, columns, rows, factors, nodes, seed, looks_around, has_start, path, changes;
    double seconds, limit;
    solvers_change change[MOST_CHANGES];
} request;

/* A programme whose arrays are the worker's own. */
typedef struct {
    int columns, rows;
    int *starts, *row_indices;
    double *factors, *lower, *upper, *objective, *row_lower, *row_upper, *start;
    char *highs;
} own_programme;

/* Solvers, each loaded when first asked for. */
void cbc_solve(const own_programme *programme, const request *asked, solvers_answer *answer, double *values);
void highs_solve(const own_programme *programme, const request *asked, solvers_answer *answer, double *values);
void clp_solve(
    const own_programme *programme, const request *asked, solvers_answer *answer, double *values,
    double *multipliers);
void clp_solve_again(const request *asked, solvers_answer *answer, double *multipliers);
int cbc_load(void);
int highs_load(const char *path);

/* The first of some libraries that is there, or NULL. */
void *library_open(const char *const *names);
/* Looks symbols up in it; 0 where one is missing. */
typedef struct {
    const char *name;
    void **place;
} library_symbol;
int library_find(void *library, const library_symbol *symbols, size_t count);
