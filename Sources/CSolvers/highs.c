#include "messages.h"

#include <string.h>

/* As highs_c_api.h of version 1 declares them, HighsInt being int as in highsbox. */
static struct {
    void *(*create)(void);
    void (*destroy)(void *highs);
    int (*set_bool)(void *highs, const char *name, int value);
    int (*set_int)(void *highs, const char *name, int value);
    int (*set_double)(void *highs, const char *name, double value);
    int (*set_string)(void *highs, const char *name, const char *value);
    int (*pass)(
        void *highs, int columns, int rows, int factors, int format, int sense, double offset,
        const double *objective, const double *lower, const double *upper, const double *row_lower,
        const double *row_upper, const int *starts, const int *indices, const double *values,
        const int *integrality);
    int (*set_solution)(
        void *highs, const double *values, const double *row_values, const double *duals,
        const double *row_duals);
    int (*run)(void *highs);
    int (*status)(const void *highs);
    int (*int_info)(const void *highs, const char *name, int *value);
    int (*int64_info)(const void *highs, const char *name, int64_t *value);
    int (*double_info)(const void *highs, const char *name, double *value);
    int (*solution)(
        const void *highs, double *values, double *duals, double *row_values, double *row_duals);
} highs;

int highs_load(const char *path) {
    /* Not found at one path, it may be at the next. */
    static int is_loaded = 0;
    if (is_loaded) return 1;
    const char *names[] = { path, NULL };
    static const char *const installed[] = { "libhighs.so.1", "libhighs.so", NULL };
    const library_symbol symbols[] = {
        { "Highs_create", (void **)&highs.create },
        { "Highs_destroy", (void **)&highs.destroy },
        { "Highs_setBoolOptionValue", (void **)&highs.set_bool },
        { "Highs_setIntOptionValue", (void **)&highs.set_int },
        { "Highs_setDoubleOptionValue", (void **)&highs.set_double },
        { "Highs_setStringOptionValue", (void **)&highs.set_string },
        { "Highs_passMip", (void **)&highs.pass },
        { "Highs_setSolution", (void **)&highs.set_solution },
        { "Highs_run", (void **)&highs.run },
        { "Highs_getModelStatus", (void **)&highs.status },
        { "Highs_getIntInfoValue", (void **)&highs.int_info },
        { "Highs_getInt64InfoValue", (void **)&highs.int64_info },
        { "Highs_getDoubleInfoValue", (void **)&highs.double_info },
        { "Highs_getSolution", (void **)&highs.solution },
    };
    void *library = path ? library_open(names) : NULL;
    if (!library) library = library_open(installed);
    is_loaded = library && library_find(library, symbols, sizeof(symbols) / sizeof(symbols[0]));
    return is_loaded;
}

/* kHighsModelStatus… of highs_c_api.h. */
enum { OPTIMAL = 7, INFEASIBLE = 8, TIME_LIMIT = 13, SOLUTION_LIMIT = 16, FEASIBLE_POINT = 2 };

void highs_solve(
    const own_programme *programme, const request *asked, solvers_answer *answer, double *values) {
    if (!highs_load(programme->highs)) {
        answer->status = SOLVERS_MISSING;
        return;
    }
    void *model = highs.create();
    if (!model) return;
    highs.set_bool(model, "output_flag", 0);
    highs.set_int(model, "threads", 1);
    highs.set_string(model, "parallel", "off");
    highs.set_int(model, "random_seed", asked->seed);
    highs.set_double(model, "time_limit", asked->seconds);
    highs.set_int(model, "mip_max_nodes", asked->nodes);
    /* Objectives are whole numbers, so that less than one apart is no gap at all. */
    highs.set_double(model, "mip_rel_gap", 0);
    highs.set_double(model, "mip_abs_gap", 0.5);
    int integrality[programme->columns];
    for (int column = 0; column < programme->columns; column++) integrality[column] = 1;
    int passed = highs.pass(
        model, programme->columns, programme->rows, programme->starts[programme->columns], 1, 1, 0,
        programme->objective, programme->lower, programme->upper, programme->row_lower,
        programme->row_upper, programme->starts, programme->row_indices, programme->factors,
        integrality);
    if (passed >= 0) {
        if (programme->start) highs.set_solution(model, programme->start, NULL, NULL, NULL);
        highs.run(model);
        int status = highs.status(model), point = 0;
        highs.int_info(model, "primal_solution_status", &point);
        answer->has_values = point == FEASIBLE_POINT
            && highs.solution(model, values, NULL, NULL, NULL) >= 0;
        highs.int64_info(model, "mip_node_count", &answer->nodes);
        highs.double_info(model, "mip_dual_bound", &answer->bound);
        if (status == OPTIMAL && answer->has_values) {
            answer->status = SOLVERS_PROVEN;
            highs.double_info(model, "objective_function_value", &answer->bound);
        } else if (status == INFEASIBLE) {
            answer->status = SOLVERS_INFEASIBLE;
            answer->has_values = 0;
        } else if (status == TIME_LIMIT || status == SOLUTION_LIMIT) {
            answer->status = SOLVERS_UNPROVEN;
        }
    }
    highs.destroy(model);
}
