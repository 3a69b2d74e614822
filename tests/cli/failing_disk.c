/* Preloaded into lotse: lets the n-th call that writes to disk fail, or kills the program there.
 *
 *   LOTSE_FAULT=CALL:N:ERROR   CALL is open, mkdir, write, fsync, close or rename; ERROR is a
 * number of errno, or "kill"
 *
 * Only regular files opened for writing and folders count: pipes to other programs and files in
 * memory (memfd) do not. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int fails(const char* call) {
    static int count = 0;
    const char* wanted = getenv("LOTSE_FAULT");
    const size_t length = strlen(call);
    if (wanted == NULL || strncmp(wanted, call, length) != 0 || wanted[length] != ':') return 0;
    char* end = NULL;
    const long number = strtol(wanted + length + 1, &end, 10);
    if (++count != number || end == NULL || *end != ':') return 0;
    static const char said[] = "failing_disk: now\n";
    if (syscall(1 /* write */, 2, said, sizeof said - 1) < 0) _exit(99);
    if (strcmp(end + 1, "kill") == 0) raise(SIGKILL);
    errno = (int)strtol(end + 1, NULL, 10);
    return 1;
}

static int is_in_memory(int file) {
    char link[64];
    char place[64] = "";
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    return readlink(link, place, sizeof place - 1) > 0 && strncmp(place, "/memfd:", 7) == 0;
}

static int is_written_file(int file) {
    struct stat status;
    const int flags = fcntl(file, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY && fstat(file, &status) == 0 &&
           S_ISREG(status.st_mode) && !is_in_memory(file);
}

#define REAL(name, type)     \
    static type real = NULL; \
    if (real == NULL) real = (type)dlsym(RTLD_NEXT, name)

typedef int (*Open)(const char*, int, ...);
int open(const char* path, int flags, ...) {
    REAL("open", Open);
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if ((flags & O_CREAT) != 0 && fails("open")) return -1;
    return real(path, flags, mode);
}
int open64(const char* path, int flags, ...) __attribute__((alias("open")));

typedef int (*MakeFolder)(const char*, mode_t);
int mkdir(const char* path, mode_t mode) {
    REAL("mkdir", MakeFolder);
    return fails("mkdir") ? -1 : real(path, mode);
}

typedef ssize_t (*Write)(int, const void*, size_t);
ssize_t write(int file, const void* bytes, size_t count) {
    REAL("write", Write);
    return is_written_file(file) && fails("write") ? -1 : real(file, bytes, count);
}

typedef int (*OfFile)(int);
int fsync(int file) {
    REAL("fsync", OfFile);
    return is_written_file(file) && fails("fsync") ? -1 : real(file);
}
int close(int file) {
    REAL("close", OfFile);
    const int counts = is_written_file(file);
    const int result = real(file);
    return counts && fails("close") ? -1 : result;
}

typedef int (*Rename)(const char*, const char*);
int rename(const char* from, const char* to) {
    REAL("rename", Rename);
    return fails("rename") ? -1 : real(from, to);
}
typedef int (*RenameAt)(int, const char*, int, const char*, unsigned);
int renameat2(int a, const char* from, int b, const char* to, unsigned flags) {
    REAL("renameat2", RenameAt);
    return fails("rename") ? -1 : real(a, from, b, to, flags);
}
