#include "messages.h"

#include <string.h>

/* As coin/Clp_C_Interface.h of version 1.17 declares them. */
static struct {
    void *(*new_model)(void);
    void (*delete_model)(void *model);
    void (*set_log_level)(void *model, int level);
    void (*set_seconds)(void *model, double seconds);
    void (*load)(
        void *model, int columns, int rows, const int *starts, const int *indices,
        const double *factors, const double *lower, const double *upper, const double *objective,
        const double *row_lower, const double *row_upper);
    int (*initial_solve)(void *model);
    int (*status)(void *model);
    double *(*values)(void *model);
    double *(*multipliers)(void *model);
    void (*set_lower)(void *model, const double *lower);
    void (*set_upper)(void *model, const double *upper);
    double *(*lower)(void *model);
    double *(*upper)(void *model);
    void (*set_dual_limit)(void *model, double limit);
    int (*dual)(void *model, int values_pass);
} clp;

static int is_loaded = -1;
/* The relaxation that is solved again and again, and its rows. */
static void *kept;
static int kept_columns, kept_rows;

static int load(void) {
    if (is_loaded >= 0) return is_loaded;
    static const char *const names[] = { "libClp.so.1", "libClp.so", NULL };
    const library_symbol symbols[] = {
        { "Clp_newModel", (void **)&clp.new_model },
        { "Clp_deleteModel", (void **)&clp.delete_model },
        { "Clp_setLogLevel", (void **)&clp.set_log_level },
        { "Clp_setMaximumSeconds", (void **)&clp.set_seconds },
        { "Clp_loadProblem", (void **)&clp.load },
        { "Clp_initialSolve", (void **)&clp.initial_solve },
        { "Clp_status", (void **)&clp.status },
        { "Clp_primalColumnSolution", (void **)&clp.values },
        { "Clp_dualRowSolution", (void **)&clp.multipliers },
        { "Clp_chgColumnLower", (void **)&clp.set_lower },
        { "Clp_chgColumnUpper", (void **)&clp.set_upper },
        { "Clp_columnLower", (void **)&clp.lower },
        { "Clp_columnUpper", (void **)&clp.upper },
        { "Clp_setDualObjectiveLimit", (void **)&clp.set_dual_limit },
        { "Clp_dual", (void **)&clp.dual },
    };
    void *library = library_open(names);
    is_loaded = library && library_find(library, symbols, sizeof(symbols) / sizeof(symbols[0]));
    return is_loaded;
}

static void read_multipliers(solvers_answer *answer, double *multipliers) {
    const double *found = clp.multipliers(kept);
    answer->has_values = found != NULL;
    if (found) memcpy(multipliers, found, (size_t)kept_rows * sizeof(double));
}

void clp_solve(
    const own_programme *programme, const request *asked, solvers_answer *answer, double *values,
    double *multipliers) {
    if (!load()) {
        answer->status = SOLVERS_MISSING;
        return;
    }
    if (kept) clp.delete_model(kept);
    kept = clp.new_model();
    if (!kept) return;
    kept_columns = programme->columns;
    kept_rows = programme->rows;
    clp.set_log_level(kept, 0);
    clp.set_seconds(kept, asked->seconds);
    clp.load(
        kept, programme->columns, programme->rows, programme->starts, programme->row_indices,
        programme->factors, programme->lower, programme->upper, programme->objective,
        programme->row_lower, programme->row_upper);
    if (clp.initial_solve(kept) != 0 || clp.status(kept) != 0) return;
    const double *found = clp.values(kept);
    if (!found) return;
    memcpy(values, found, (size_t)kept_columns * sizeof(double));
    read_multipliers(answer, multipliers);
    answer->status = SOLVERS_PROVEN;
}

void clp_solve_again(const request *asked, solvers_answer *answer, double *multipliers) {
    if (!kept) return;
    double bounds[kept_columns];
    for (int i = 0; i < asked->changes; i++) {
        const solvers_change *change = &asked->change[i];
        if (change->variable < 0 || change->variable >= kept_columns) return;
        memcpy(bounds, clp.lower(kept), sizeof(bounds));
        bounds[change->variable] = change->low;
        clp.set_lower(kept, bounds);
        memcpy(bounds, clp.upper(kept), sizeof(bounds));
        bounds[change->variable] = change->high;
        clp.set_upper(kept, bounds);
    }
    /* The dual simplex ends as soon as its multipliers prove it. */
    clp.set_dual_limit(kept, asked->limit);
    clp.dual(kept, 0);
    read_multipliers(answer, multipliers);
    answer->status = SOLVERS_PROVEN;
}
