/* Lies before the system's calls, for a folder on a drive that is slow or does not answer.
 *
 * SLOW_ROOT: the folder. SLOW_MS: how long each call about something below it takes. While the file
 * SLOW_OUTAGE is there, each of them fails with SLOW_ERRNO.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define FILES 4096
static char is_ours[FILES];

static const char *root(void) {
    const char *found = getenv("SLOW_ROOT");
    return found ? found : "/nowhere";
}

/* Wait as the drive makes one wait; return whether it does not answer. */
static int fails(void) {
    const char *ms = getenv("SLOW_MS"), *outage = getenv("SLOW_OUTAGE"), *error = getenv("SLOW_ERRNO");
    long wait = ms ? atol(ms) : 0;
    struct timespec pause = {wait / 1000, wait % 1000 * 1000000};
    nanosleep(&pause, NULL);
    if (outage && syscall(SYS_access, outage, F_OK) == 0) {
        errno = error ? atoi(error) : EIO;
        return 1;
    }
    return 0;
}

static int is_there(const char *path) {
    const char *above = root();
    return path && strncmp(path, above, strlen(above)) == 0;
}

static int noted(int fd, int ours) {
    if (fd >= 0 && fd < FILES) is_ours[fd] = (char)ours;
    return fd;
}

static int is_noted(int fd) { return fd >= 0 && fd < FILES && is_ours[fd]; }

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define MODE(flags, last) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, last); mode = va_arg(list, mode_t); va_end(list); }

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); MODE(flags, flags) \
        int ours = is_there(path); \
        if (ours && fails()) return -1; \
        return noted(real(path, flags, mode), ours); \
    }
#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        REAL(name); MODE(flags, flags) \
        int ours = is_there(path) || is_noted(folder); \
        if (ours && fails()) return -1; \
        return noted(real(folder, path, flags, mode), ours); \
    }
#define STAT(name, kind) \
    int name(const char *path, struct kind *found) { \
        REAL(name); \
        return is_there(path) && fails() ? -1 : real(path, found); \
    }
#define FSTATAT(name, kind) \
    int name(int folder, const char *path, struct kind *found, int flags) { \
        REAL(name); \
        return (is_there(path) || is_noted(folder)) && fails() ? -1 : real(folder, path, found, flags); \
    }

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
STAT(stat, stat)
STAT(stat64, stat64)
STAT(lstat, stat)
STAT(lstat64, stat64)
FSTATAT(fstatat, stat)
FSTATAT(fstatat64, stat64)

DIR *opendir(const char *path) {
    REAL(opendir);
    return is_there(path) && fails() ? NULL : real(path);
}

ssize_t read(int fd, void *into, size_t count) {
    REAL(read);
    return is_noted(fd) && fails() ? -1 : real(fd, into, count);
}

ssize_t pread64(int fd, void *into, size_t count, off64_t at) {
    REAL(pread64);
    return is_noted(fd) && fails() ? -1 : real(fd, into, count, at);
}

int close(int fd) {
    REAL(close);
    noted(fd, 0);
    return real(fd);
}
