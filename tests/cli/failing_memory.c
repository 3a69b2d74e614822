/* Preloaded into lotse: there is no memory for the n-th request.
 *
 *   LOTSE_NO_MEMORY=N     the n-th request fails
 *   LOTSE_NO_MEMORY=N+    that and all after it
 *   LOTSE_NO_MEMORY=0     none; how many there were is said at the end
 *   LOTSE_NO_MEMORY_IN    name of the program, default lotse; others have all they want */
#define _GNU_SOURCE
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static atomic_long requests;
static long first; /* 0: none fails */
static int lasting;

/* Runs when the libraries are ready and nothing of the program itself has run: what they ask for
 * before is not the program's affair. */
__attribute__((constructor)) static void begin(void) {
    const char *wanted = getenv("LOTSE_NO_MEMORY");
    const char *program = getenv("LOTSE_NO_MEMORY_IN");
    if (wanted == NULL || strcmp(program_invocation_short_name, program ? program : "lotse") != 0)
        return;
    char *end = NULL;
    first = strtol(wanted, &end, 10);
    lasting = *end == '+';
    atomic_store(&requests, 0);
}

static int fails(void) {
    const long number = atomic_fetch_add(&requests, 1) + 1;
    if (first == 0 || number < first || (number > first && !lasting)) return 0;
    static const char said[] = "failing_memory: now\n";
    if (number == first && write(2, said, sizeof said - 1) < 0) _exit(99);
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails() ? NULL : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return fails() ? NULL : __libc_realloc(old, size); }
void *memalign(size_t to, size_t size) { return fails() ? NULL : __libc_memalign(to, size); }
void *aligned_alloc(size_t to, size_t size) { return memalign(to, size); }
int posix_memalign(void **out, size_t to, size_t size) {
    void *const got = memalign(to, size);
    if (got == NULL) return ENOMEM;
    *out = got;
    return 0;
}

__attribute__((destructor)) static void say(void) {
    const char *wanted = getenv("LOTSE_NO_MEMORY");
    if (wanted == NULL || strcmp(wanted, "0") != 0) return;
    fprintf(stderr, "failing_memory: %ld requests\n", atomic_load(&requests));
}
