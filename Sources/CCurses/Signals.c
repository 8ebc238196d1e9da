// Signals: a byte in a pipe, or, for a crash, the terminal put back.
#define _GNU_SOURCE
#include "CCurses.h"
#include "Terminal.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static const int reported[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGQUIT};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static int pipe_ends[2] = {-1, -1};
static struct sigaction old_reported[COUNT(reported)], old_crashes[COUNT(crashes)];
static volatile sig_atomic_t endings_seen[NSIG];

static void put_back(void) {
  terminal_reset();
  standard_error_release();
}

// Swift may run the main actor on a thread whose signals the dispatch library has blocked.
static void unblock(int number) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

static void end_by_default(int number) {
  put_back();
  signal(number, SIG_DFL);
  unblock(number);
  raise(number);
}

static void report(int number) {
  int saved = errno;
  // Not SIGHUP: a lost connection sends it more than once, from the kernel and from the shell.
  bool is_ending = number == SIGINT || number == SIGTERM;
  if (is_ending && endings_seen[number]++ > 0) end_by_default(number);
  unsigned char byte = (unsigned char)number;
  // A full pipe has the program's attention already.
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

static void crash(int number) { end_by_default(number); }

static void install(int number, void (*handler)(int), int flags, struct sigaction *old) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, old);
}

enum { HANDLER_STACK = 65536 };
static pthread_key_t handler_stack;
static pthread_once_t handler_stack_once = PTHREAD_ONCE_INIT;

// A thread that ends takes its stack with it.
static void free_handler_stack(void *stack) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  free(stack);
}

static void make_handler_stack_key(void) { pthread_key_create(&handler_stack, free_handler_stack); }

// A crash may be a stack that overflowed, on which no handler can run: this thread gets another one for them.
static void use_own_stack(void) {
  pthread_once(&handler_stack_once, make_handler_stack_key);
  stack_t stack = {.ss_sp = malloc(HANDLER_STACK), .ss_size = HANDLER_STACK};
  if (stack.ss_sp == NULL) return;
  if (sigaltstack(&stack, NULL) != 0 || pthread_setspecific(handler_stack, stack.ss_sp) != 0) {
    free_handler_stack(stack.ss_sp);
  }
}

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#define SANITIZED (__has_feature(thread_sanitizer) || __has_feature(address_sanitizer))
#endif

#if defined(__linux__) && !SANITIZED
typedef struct {
  void *(*run)(void *);
  void *argument;
} thread_start;

static void *run_with_own_stack(void *given) {
  thread_start start = *(thread_start *)given;
  free(given);
  use_own_stack();
  return start.run(start.argument);
}

// Stands before the system's function, for every library of the program: no other moment belongs to each thread, and
// Swift starts its threads by itself. Sanitizers stand in the same place and need it.
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *argument) {
  typedef int (*function)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
  static _Atomic(function) system_function;
  function create = atomic_load(&system_function);
  if (create == NULL) {
    create = (function)dlsym(RTLD_NEXT, "pthread_create");
    if (create == NULL) return EAGAIN;
    atomic_store(&system_function, create);
  }
  thread_start *start = malloc(sizeof *start);
  if (start == NULL) return EAGAIN;
  *start = (thread_start){run, argument};
  int error = create(thread, attributes, run_with_own_stack, start);
  if (error != 0) free(start);
  return error;
}
#endif

int32_t ccurses_catch_signals(void) {
  static bool at_exit;
  // Nobody creates the first thread of a program.
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE) != 0) use_own_stack();
  if (pipe_ends[0] < 0) {
    if (pipe(pipe_ends) != 0) return -1;
    for (int end = 0; end < 2; end++) {
      fcntl(pipe_ends[end], F_SETFL, O_NONBLOCK);
      fcntl(pipe_ends[end], F_SETFD, FD_CLOEXEC);
    }
  }
  for (size_t i = 0; i < COUNT(reported); i++) {
    endings_seen[reported[i]] = 0;
    install(reported[i], report, SA_RESTART, &old_reported[i]);
  }
  for (size_t i = 0; i < COUNT(crashes); i++) install(crashes[i], crash, SA_ONSTACK, &old_crashes[i]);
  if (!at_exit) at_exit = atexit(put_back) == 0;
  return pipe_ends[0];
}

void ccurses_release_signals(void) {
  for (size_t i = 0; i < COUNT(reported); i++) sigaction(reported[i], &old_reported[i], NULL);
  for (size_t i = 0; i < COUNT(crashes); i++) sigaction(crashes[i], &old_crashes[i], NULL);
}

void ccurses_stop(bool whole_job) {
  struct sigaction caught;
  if (whole_job) {
    install(SIGTSTP, SIG_IGN, 0, &caught);
    kill(0, SIGTSTP);
    // Setting it again throws away our own copy, which a blocked signal keeps.
    install(SIGTSTP, SIG_IGN, 0, NULL);
    install(SIGTSTP, SIG_DFL, 0, NULL);
  } else {
    install(SIGTSTP, SIG_DFL, 0, &caught);
  }
  // Sent to this very thread, it stops us here and nowhere later. By default SIGTSTP does nothing to a job that
  // no shell could continue; SIGSTOP would hang it for good.
  unblock(SIGTSTP);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &caught, NULL);
}
