/* A disk that takes longer to flush: loaded before the C library, it adds CHASKI_FLUSH_MS to fsync and fdatasync. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

typedef int (*flush)(int);

static int slowly(const char *name, int file) {
  flush real = (flush)dlsym(RTLD_NEXT, name);
  if (real == NULL) {
    errno = ENOSYS;
    return -1;
  }
  int result = real(file);
  int error = errno;
  const char *ms = getenv("CHASKI_FLUSH_MS");
  double wait = ms == NULL ? 0 : strtod(ms, NULL);
  struct timespec left = {(time_t)(wait / 1000), (long)(wait * 1e6) % 1000000000L};
  while (nanosleep(&left, &left) == -1 && errno == EINTR) {
  }
  errno = error;
  return result;
}

int fsync(int file) { return slowly("fsync", file); }
int fdatasync(int file) { return slowly("fdatasync", file); }
