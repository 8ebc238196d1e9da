// Terminal modes, and the way back to them.
#define _GNU_SOURCE
#include "CCurses.h"
#include "Terminal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static struct termios original_modes;
static int raw_terminal = -1;
static volatile sig_atomic_t in_raw_mode;

static char reset_bytes[512];
static size_t reset_count;
static volatile sig_atomic_t screen_in_use;

static int real_standard_error = -1;
static int held_standard_error = -1;

// Whether the environment names a UTF-8 locale, in whatever spelling.
static bool asks_for_utf8(void) {
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
    const char *value = getenv(variables[i]);
    if (value == NULL || value[0] == '\0') continue;
    return strcasestr(value, "utf-8") != NULL || strcasestr(value, "utf8") != NULL;
  }
  return false;
}

void ccurses_adopt_character_set(void) {
  // ssh brings the name of a locale that the host may not have; its characters are the same in any language.
  if (setlocale(LC_CTYPE, "") == NULL && asks_for_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
}

bool ccurses_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

ccurses_size ccurses_window_size(int32_t terminal) {
  struct winsize size;
  if (ioctl(terminal, TIOCGWINSZ, &size) != 0) return (ccurses_size){0, 0};
  return (ccurses_size){size.ws_col, size.ws_row};
}

bool ccurses_enter_raw_mode(int32_t terminal) {
  if (raw_terminal != terminal) {
    if (tcgetattr(terminal, &original_modes) != 0) return false;
    raw_terminal = terminal;
  }
  struct termios raw = original_modes;
  cfmakeraw(&raw);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  in_raw_mode = true;
  return tcsetattr(terminal, TCSADRAIN, &raw) == 0;
}

void ccurses_leave_raw_mode(void) {
  if (!in_raw_mode) return;
  // Draining waits for a terminal that may be gone or stopped; what matters is that the modes are set.
  tcsetattr(raw_terminal, TCSANOW, &original_modes);
  in_raw_mode = false;
}

void terminal_prepare_reset(const char *bytes, size_t count) {
  reset_count = count < sizeof reset_bytes ? count : sizeof reset_bytes;
  memcpy(reset_bytes, bytes, reset_count);
}

void terminal_set_in_use(bool in_use) { screen_in_use = in_use; }

void terminal_reset(void) {
  if (screen_in_use) {
    screen_in_use = false;
    terminal_write(raw_terminal, reset_bytes, reset_count);
  }
  if (in_raw_mode) {
    in_raw_mode = false;
    tcsetattr(raw_terminal, TCSANOW, &original_modes);
  }
}

bool terminal_write(int file, const void *bytes, size_t count) {
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(file, rest, count);
    if (written >= 0) {
      rest += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      // Somebody who shares the terminal made it non-blocking.
      struct pollfd ready = {.fd = file, .events = POLLOUT};
      if (poll(&ready, 1, -1) < 0 && errno != EINTR) return false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

int terminal_memory_file(void) {
#ifdef __linux__
  return memfd_create("atrisk", MFD_CLOEXEC);
#else
  FILE *file = tmpfile();
  return file == NULL ? -1 : fileno(file);
#endif
}

void ccurses_hold_standard_error(void) {
  if (held_standard_error >= 0 || !isatty(STDERR_FILENO)) return;
  real_standard_error = dup(STDERR_FILENO);
  held_standard_error = terminal_memory_file();
  if (real_standard_error < 0 || held_standard_error < 0) return;
  dup2(held_standard_error, STDERR_FILENO);
}

void ccurses_release_standard_error(void) { standard_error_release(); }

void standard_error_release(void) {
  int held = held_standard_error;
  if (held < 0 || real_standard_error < 0) return;
  held_standard_error = -1;
  dup2(real_standard_error, STDERR_FILENO);
  char part[1024];
  ssize_t count;
  off_t offset = 0;
  while ((count = pread(held, part, sizeof part, offset)) > 0) {
    if (!terminal_write(STDERR_FILENO, part, (size_t)count)) break;
    offset += count;
  }
  close(held);
  close(real_standard_error);
  real_standard_error = -1;
}
