#include "messages.h"

#include <stdio.h>
#include <string.h>

/* As coin/Cbc_C_Interface.h of version 2.10 declares them. */
static struct {
    void *(*new_model)(void);
    void (*delete_model)(void *model);
    void (*load)(
        void *model, int columns, int rows, const int *starts, const int *indices,
        const double *factors, const double *lower, const double *upper, const double *objective,
        const double *row_lower, const double *row_upper);
    void (*set_integer)(void *model, int column);
    void (*set_sense)(void *model, double sense);
    void (*set_parameter)(void *model, const char *name, const char *value);
    void (*set_start)(void *model, int count, const int *columns, const double *values);
    int (*solve)(void *model);
    int (*is_infeasible)(void *model);
    int (*is_abandoned)(void *model);
    int (*is_unbounded)(void *model);
    int (*is_optimal)(void *model);
    const double *(*best)(void *model);
    double (*value)(void *model);
    double (*bound)(void *model);
    int (*nodes)(void *model);
} cbc;

int cbc_load(void) {
    static int is_loaded = -1;
    if (is_loaded >= 0) return is_loaded;
    static const char *const names[] = { "libCbcSolver.so.3", "libCbcSolver.so", NULL };
    const library_symbol symbols[] = {
        { "Cbc_newModel", (void **)&cbc.new_model },
        { "Cbc_deleteModel", (void **)&cbc.delete_model },
        { "Cbc_loadProblem", (void **)&cbc.load },
        { "Cbc_setInteger", (void **)&cbc.set_integer },
        { "Cbc_setObjSense", (void **)&cbc.set_sense },
        { "Cbc_setParameter", (void **)&cbc.set_parameter },
        { "Cbc_setMIPStartI", (void **)&cbc.set_start },
        { "Cbc_solve", (void **)&cbc.solve },
        { "Cbc_isProvenInfeasible", (void **)&cbc.is_infeasible },
        { "Cbc_isAbandoned", (void **)&cbc.is_abandoned },
        { "Cbc_isContinuousUnbounded", (void **)&cbc.is_unbounded },
        { "Cbc_isProvenOptimal", (void **)&cbc.is_optimal },
        { "Cbc_bestSolution", (void **)&cbc.best },
        { "Cbc_getObjValue", (void **)&cbc.value },
        { "Cbc_getBestPossibleObjValue", (void **)&cbc.bound },
        { "Cbc_getNodeCount", (void **)&cbc.nodes },
    };
    void *library = library_open(names);
    is_loaded = library && library_find(library, symbols, sizeof(symbols) / sizeof(symbols[0]));
    return is_loaded;
}

static void set_number(void *model, const char *name, double value) {
    char text[32];
    snprintf(text, sizeof(text), "%.17g", value);
    cbc.set_parameter(model, name, text);
}

/* Programmes are solved as they are: where a limit ends the search, CglPreProcess::postProcess (Cgl
 * 0.60) may read a null pointer, and every search here has limits. A hundred rounds of cuts at the root
 * take much of the time of these small models, more than they save: 27 tenders of FormScaleTests are
 * proven sooner without. The other way is for programmes that the first one dies of. */
static void set(void *model, const request *asked) {
    int is_first = asked->way == SOLVERS_CBC;
    static const char *const fixed[][2] = {
        { "log", "0" }, { "timeMode", "elapsed" }, { "allowableGap", "0" }, { "ratioGap", "0" },
    };
    for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++) {
        cbc.set_parameter(model, fixed[i][0], fixed[i][1]);
    }
    set_number(model, "sec", asked->seconds);
    set_number(model, "maxNodes", asked->nodes);
    set_number(model, "randomCbcSeed", asked->seed + !is_first);
    set_number(model, "randomSeed", asked->seed + !is_first);
    cbc.set_parameter(model, "preprocess", "off");
    cbc.set_parameter(model, "cuts", is_first ? "off" : "on");
    cbc.set_parameter(model, "heuristics", is_first && asked->looks_around ? "on" : "off");
}

void cbc_solve(
    const own_programme *programme, const request *asked, solvers_answer *answer, double *values) {
    if (!cbc_load()) {
        answer->status = SOLVERS_MISSING;
        return;
    }
    void *model = cbc.new_model();
    if (!model) return;
    cbc.load(
        model, programme->columns, programme->rows, programme->starts, programme->row_indices,
        programme->factors, programme->lower, programme->upper, programme->objective,
        programme->row_lower, programme->row_upper);
    for (int column = 0; column < programme->columns; column++) cbc.set_integer(model, column);
    cbc.set_sense(model, 1);
    set(model, asked);
    if (programme->start && asked->way == SOLVERS_CBC) {
        int columns[programme->columns];
        for (int column = 0; column < programme->columns; column++) columns[column] = column;
        cbc.set_start(model, programme->columns, columns, programme->start);
    }
    cbc.solve(model);
    if (cbc.is_infeasible(model)) {
        answer->status = SOLVERS_INFEASIBLE;
    } else if (!cbc.is_abandoned(model) && !cbc.is_unbounded(model)) {
        const double *best = cbc.best(model);
        answer->has_values = best != NULL;
        if (best) memcpy(values, best, (size_t)programme->columns * sizeof(double));
        int is_proven = best && cbc.is_optimal(model);
        answer->status = is_proven ? SOLVERS_PROVEN : SOLVERS_UNPROVEN;
        answer->bound = is_proven ? cbc.value(model) : cbc.bound(model);
        answer->nodes = cbc.nodes(model);
    }
    cbc.delete_model(model);
}
