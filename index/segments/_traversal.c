/* Exact top-k over one segment: the compiled twin of traversal.py, same arguments, same results.

   Docs are taken in windows. In each window every term has a bound from the blocks that reach into it (block-max
   indexes: Ding & Suel, SIGIR 2011). Terms whose bounds together cannot lift a doc over the k-th best so far are
   "non-essential" there (MaxScore: Turtle & Flood, 1995): the others' postings are added up, and non-essential terms
   are only looked up in docs that can still get in. The layout of the arrays is described in segment.py. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define WINDOW 4096
/* From how many look-ups for each block on it is cheaper to spread the block out (measured). */
#define SPREAD 8
/* Partial sums and bounds are added up in another order than scores: a doc is dropped only when clearly below. */
#define SLACK (1 - 1e-9)

typedef struct {
    const uint16_t *lows;
    const void *counts; /* one or four bytes each */
    int wide;
    const int64_t *block_start;
    const uint32_t *block_first;
    const float *block_inverse;
    const float *block_ratio;
    const uint32_t *lengths;
    const uint8_t *live; /* NULL: every doc counts */
    int64_t docs;
} Segment;

typedef struct {
    int64_t block, end; /* the block that holds the first doc of the window (or the next one), and the last block + 1 */
    int64_t reach;      /* how many blocks reach into the window */
    double weight;
    double bound;       /* the most this term adds to a doc of the window */
} Term;

typedef struct {
    double score;
    uint32_t doc;
    uint32_t slot;
} Found;

typedef struct {
    const Segment *segment;
    double k1, b, average;
    Term *terms;      /* in the order of the query: the order in which scores are added up */
    Term **by_bound;  /* falling */
    int64_t count;
    Found *heap;      /* the worst of the best on top */
    int64_t held, limit;
    double threshold; /* docs clearly below are of no interest */
    uint8_t *holds;   /* per slot of the heap and term */
} Search;

static inline uint32_t count_at(const Segment *s, int64_t at)
{
    return s->wide ? ((const uint32_t *)s->counts)[at] : ((const uint8_t *)s->counts)[at];
}

/* One window at work. */
typedef struct {
    uint32_t low;              /* its first doc */
    uint8_t counts[WINDOW];    /* one term's tf, per doc */
    double sums[WINDOW];       /* what the essential terms add up to, per doc; 0 between windows */
    uint64_t marks[WINDOW / 64]; /* which docs they hold; 0 between windows */
    uint32_t docs[WINDOW + 1]; /* the docs in question, ascending */
    double found[WINDOW + 1];  /* and their sums */
    uint8_t *holds;            /* room for one flag per term */
} Window;

/* The same operations in the same order as rank-bm25, so that equal passages get equal scores to the last bit. */
static inline double exact(const Search *q, double weight, uint32_t count, uint32_t doc)
{
    double scaled = q->k1 * (1 - q->b + q->b * q->segment->lengths[doc] / q->average);
    return weight * (count * (q->k1 + 1) / (count + scaled));
}

/* What is the same for all postings of a term. */
typedef struct {
    double factor, fixed, grows;
} Formula;

static inline Formula formula(const Search *q, const Term *term)
{
    return (Formula){term->weight * (q->k1 + 1), q->k1 * (1 - q->b), q->k1 * q->b / q->average};
}

/* The same score with one division instead of two; it may differ in the last bits. */
static inline double about(Formula f, double count, double length)
{
    return f.factor * count / (count + f.fixed + f.grows * length);
}

static inline int worse(Found a, Found b)
{
    return a.score < b.score || (a.score == b.score && a.doc > b.doc);
}

static void sink(Found *heap, int64_t held, int64_t at)
{
    Found moving = heap[at];
    for (;;) {
        int64_t child = 2 * at + 1;
        if (child >= held)
            break;
        if (child + 1 < held && worse(heap[child + 1], heap[child]))
            child++;
        if (!worse(heap[child], moving))
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = moving;
}

static void rise(Found *heap, int64_t at)
{
    Found moving = heap[at];
    while (at && worse(moving, heap[(at - 1) / 2])) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = moving;
}

/* The first posting from `at` to `end` whose low half is not below `low`; no branch that could be guessed wrong. */
static inline int64_t first_from(const uint16_t *lows, int64_t at, int64_t end, uint16_t low)
{
    int64_t size = end - at;
    while (size > 1) {
        int64_t half = size / 2;
        at += lows[at + half - 1] < low ? half : 0;
        size -= half;
    }
    return at + (size == 1 && lows[at] < low);
}

/* The tf of a term in a doc, 0 if it is missing. `block` is where to look from, and moves along. */
static inline uint32_t look_up(const Segment *s, const Term *term, int64_t *block, uint32_t doc)
{
    while (*block + 1 < term->end && s->block_first[*block + 1] <= doc)
        ++*block;
    if ((s->block_first[*block] ^ doc) >> 16)
        return 0;
    int64_t end = s->block_start[*block + 1];
    int64_t at = first_from(s->lows, s->block_start[*block], end, (uint16_t)doc);
    return at < end && s->lows[at] == (uint16_t)doc ? count_at(s, at) : 0;
}

/* Moves a term to a window and bounds what it can add there. */
static void enter(const Search *q, Term *term, uint32_t low, uint32_t high)
{
    const Segment *s = q->segment;
    while (term->block + 1 < term->end && s->block_first[term->block + 1] <= low)
        term->block++;
    term->bound = 0;
    float inverse = 2, ratio = 1e30f;
    int64_t block = term->block;
    for (; block < term->end && s->block_first[block] < high; block++) {
        inverse = s->block_inverse[block] < inverse ? s->block_inverse[block] : inverse;
        ratio = s->block_ratio[block] < ratio ? s->block_ratio[block] : ratio;
    }
    term->reach = block - term->block;
    if (!term->reach)
        return;
    if (term->reach == 1 && s->block_first[term->block] < low) {
        /* One block that began earlier: it may well skip the window. */
        int64_t end = s->block_start[block];
        if ((s->block_first[term->block] ^ low) >> 16)
            return;
        int64_t at = first_from(s->lows, s->block_start[term->block], end, (uint16_t)low);
        if (at == end || s->lows[at] > (uint16_t)(high - 1))
            return;
    }
    double parts = (1 - q->b) * inverse + q->b / q->average * ratio;
    term->bound = term->weight * (q->k1 + 1) / (1 + q->k1 * parts);
}

/* The postings of a block that lie in the window: from *posting (which comes back moved) to the returned end. */
static inline int64_t clip(const Segment *s, int64_t block, uint32_t low, int64_t *posting)
{
    int64_t end = s->block_start[block + 1];
    uint32_t base = s->block_first[block] & 0xFFFF0000u;
    *posting = s->block_start[block];
    if (s->block_first[block] < low)
        *posting = base < (low & 0xFFFF0000u) ? end : first_from(s->lows, *posting, end, (uint16_t)low);
    if (*posting < end && (base | s->lows[end - 1]) - low >= WINDOW)
        end = first_from(s->lows, *posting, end, (uint16_t)(low + WINDOW));
    return end;
}

/* Adds up a term's scores over a window, and marks the docs. */
static void accumulate(const Search *q, const Term *term, Window *w)
{
    const Segment *s = q->segment;
    Formula f = formula(q, term);
    for (int64_t block = term->block; block < term->block + term->reach; block++) {
        int64_t posting, end = clip(s, block, w->low, &posting);
        for (; posting < end; posting++) {
            uint32_t at = s->lows[posting] % WINDOW;
            w->sums[at] += about(f, count_at(s, posting), s->lengths[w->low + at]);
            w->marks[at / 64] |= (uint64_t)1 << (at % 64);
        }
    }
}

/* Spreads a term's tf (of one byte) in a window out by doc, for when many docs are to be looked up. */
static void spread(const Segment *s, const Term *term, Window *w)
{
    memset(w->counts, 0, sizeof w->counts);
    for (int64_t block = term->block; block < term->block + term->reach; block++) {
        int64_t posting, end = clip(s, block, w->low, &posting);
        for (; posting < end; posting++)
            w->counts[s->lows[posting] % WINDOW] = ((const uint8_t *)s->counts)[posting];
    }
}

/* Scores a doc in full and keeps it if it is among the best. */
static void consider(Search *q, uint32_t doc, uint8_t *holds)
{
    Found found = {0, doc, (uint32_t)q->held};
    for (int64_t t = 0; t < q->count; t++) {
        int64_t block = q->terms[t].block;
        uint32_t count = look_up(q->segment, &q->terms[t], &block, doc);
        holds[t] = count > 0;
        found.score += exact(q, q->terms[t].weight, count, doc);
    }
    if (q->held < q->limit) {
        q->heap[q->held] = found;
        rise(q->heap, q->held++);
    } else if (worse(q->heap[0], found)) {
        found.slot = q->heap[0].slot;
        q->heap[0] = found;
        sink(q->heap, q->held, 0);
    } else {
        return;
    }
    memcpy(q->holds + found.slot * q->count, holds, q->count);
    if (q->held == q->limit && q->heap[0].score * SLACK > q->threshold)
        q->threshold = q->heap[0].score * SLACK;
}

/* Falling bounds; from window to window the order hardly changes, which suits an insertion sort. */
static void sort_by_bound(Term **terms, int64_t count)
{
    for (int64_t i = 1; i < count; i++) {
        Term *moving = terms[i];
        int64_t at = i;
        for (; at && terms[at - 1]->bound < moving->bound; at--)
            terms[at] = terms[at - 1];
        terms[at] = moving;
    }
}

/* Takes the docs that are marked and can still be among the best; clears the marks and all other sums. */
static int64_t gather(const Search *q, Window *w, double rest)
{
    int64_t count = 0;
    for (uint32_t word = 0; word < WINDOW / 64; word++)
        for (; w->marks[word]; w->marks[word] &= w->marks[word] - 1) {
            uint32_t at = word * 64 + (uint32_t)__builtin_ctzll(w->marks[word]);
            w->docs[count] = w->low + at;
            w->found[count] = w->sums[at];
            count += w->sums[at] + rest >= q->threshold;
            w->sums[at] = 0;
        }
    if (!q->segment->live)
        return count;
    int64_t kept = 0;
    for (int64_t i = 0; i < count; i++) {
        w->docs[kept] = w->docs[i];
        w->found[kept] = w->found[i];
        kept += q->segment->live[w->docs[i]];
    }
    return kept;
}

/* Looks a term up in the docs found, and keeps those that can still be among the best. */
static int64_t narrow(const Search *q, Window *w, const Term *term, int64_t count, double rest)
{
    const Segment *s = q->segment;
    Formula f = formula(q, term);
    int64_t kept = 0, block = term->block;
    int many = !s->wide && count > SPREAD * term->reach;
    if (many)
        spread(s, term, w);
    for (int64_t i = 0; i < count; i++) {
        uint32_t doc = w->docs[i];
        uint32_t tf = many ? w->counts[doc % WINDOW] : look_up(s, term, &block, doc);
        double sum = w->found[i] + about(f, tf, s->lengths[doc]);
        w->docs[kept] = doc;
        w->found[kept] = sum;
        kept += sum + rest >= q->threshold;
    }
    return kept;
}

static void search_window(Search *q, Window *w)
{
    for (int64_t t = 0; t < q->count; t++)
        enter(q, &q->terms[t], w->low, w->low + WINDOW);
    sort_by_bound(q->by_bound, q->count);
    double rest = 0;
    int64_t essential = q->count;
    while (essential && rest + q->by_bound[essential - 1]->bound < q->threshold)
        rest += q->by_bound[--essential]->bound;
    if (!essential)
        return;
    for (int64_t t = 0; t < essential && q->by_bound[t]->bound > 0; t++)
        accumulate(q, q->by_bound[t], w);
    int64_t count = gather(q, w, rest);
    for (int64_t t = essential; t < q->count && count && q->by_bound[t]->bound > 0; t++) {
        rest -= q->by_bound[t]->bound;
        count = narrow(q, w, q->by_bound[t], count, rest > 0 ? rest : 0);
    }
    for (int64_t i = 0; i < count; i++)
        if (w->found[i] >= q->threshold)
            consider(q, w->docs[i], w->holds);
}

static int search(Search *q)
{
    Window *window = calloc(1, sizeof *window);
    uint8_t *holds = malloc((size_t)q->count + 1);
    int enough = window && holds;
    for (int64_t low = 0; enough && low < q->segment->docs; low += WINDOW) {
        window->low = (uint32_t)low;
        window->holds = holds;
        search_window(q, window);
    }
    free(window);
    free(holds);
    return enough;
}

/* ---- the border to Python ---- */

enum { LOWS, COUNTS, BLOCK_START, BLOCK_FIRST, BLOCK_INVERSE, BLOCK_RATIO, LENGTHS, LIVE, PLACES, WEIGHTS, INPUTS };
enum { SCORES, DOCS, HOLDS, OUTPUTS };

static int acquire(PyObject *tuple, Py_buffer *views, int wanted, int flags)
{
    memset(views, 0, sizeof *views * wanted);
    if (PyTuple_GET_SIZE(tuple) != wanted) {
        PyErr_SetString(PyExc_TypeError, "wrong number of arrays");
        return 0;
    }
    for (int i = 0; i < wanted; i++)
        if (PyObject_GetBuffer(PyTuple_GET_ITEM(tuple, i), &views[i], PyBUF_C_CONTIGUOUS | flags))
            return 0;
    return 1;
}

static void release(Py_buffer *views, int count)
{
    for (int i = 0; i < count; i++)
        PyBuffer_Release(&views[i]);
}

static int run(Py_buffer *in, Py_buffer *out, Search *q)
{
    Segment segment = {
        in[LOWS].buf, in[COUNTS].buf, in[COUNTS].itemsize > 1, in[BLOCK_START].buf, in[BLOCK_FIRST].buf,
        in[BLOCK_INVERSE].buf, in[BLOCK_RATIO].buf, in[LENGTHS].buf,
        in[LIVE].len ? in[LIVE].buf : NULL, in[LENGTHS].len / (Py_ssize_t)sizeof(uint32_t)};
    const int64_t *places = in[PLACES].buf;
    const double *weights = in[WEIGHTS].buf;
    q->segment = &segment;
    q->count = in[WEIGHTS].len / (Py_ssize_t)sizeof(double);
    q->terms = calloc((size_t)q->count + 1, sizeof *q->terms);
    q->by_bound = calloc((size_t)q->count + 1, sizeof *q->by_bound);
    q->heap = calloc((size_t)q->limit, sizeof *q->heap);
    q->holds = out[HOLDS].buf;
    int done = q->terms && q->by_bound && q->heap;
    for (int64_t t = 0; done && t < q->count; t++) {
        q->terms[t] = (Term){places[3 * t], places[3 * t + 1], 0, weights[t], 0};
        q->by_bound[t] = &q->terms[t];
    }
    done = done && search(q);
    for (int64_t i = 0; done && i < q->held; i++) {
        ((double *)out[SCORES].buf)[q->heap[i].slot] = q->heap[i].score;
        ((uint32_t *)out[DOCS].buf)[q->heap[i].slot] = q->heap[i].doc;
    }
    free(q->terms);
    free(q->by_bound);
    free(q->heap);
    return done;
}

static PyObject *top_k(PyObject *self, PyObject *args)
{
    PyObject *inputs, *outputs;
    Search q = {0};
    Py_buffer in[INPUTS], out[OUTPUTS];
    (void)self;
    if (!PyArg_ParseTuple(args, "O!O!dddd", &PyTuple_Type, &inputs, &PyTuple_Type, &outputs, &q.k1, &q.b, &q.average,
                          &q.threshold))
        return NULL;
    int ready = acquire(inputs, in, INPUTS, 0);
    if (!acquire(outputs, out, OUTPUTS, PyBUF_WRITABLE))
        ready = 0;
    int done = 0;
    if (ready) {
        q.threshold *= SLACK;
        q.limit = out[SCORES].len / (Py_ssize_t)sizeof(double);
        Py_BEGIN_ALLOW_THREADS
        done = run(in, out, &q);
        Py_END_ALLOW_THREADS
        if (!done)
            PyErr_NoMemory();
    }
    release(in, INPUTS);
    release(out, OUTPUTS);
    return done ? PyLong_FromLongLong(q.held) : NULL;
}

static PyMethodDef methods[] = {
    {"top_k", top_k, METH_VARARGS, "Fill the outputs with the best docs, in no order; return how many there are."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_traversal", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__traversal(void)
{
    return PyModule_Create(&module);
}
