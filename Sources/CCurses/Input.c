// Keys and the mouse.
#define _GNU_SOURCE
#include "CCurses.h"
#include "Screen.h"
#include "Terminal.h"

#include <poll.h>
#include <sys/ioctl.h>

static const ccurses_input nothing = {.kind = CCURSES_NOTHING};

static ccurses_input key(uint32_t code) { return (ccurses_input){.kind = CCURSES_KEY, .code = code}; }

// A report of the mouse of which not everything may have arrived yet.
static struct {
  enum { NO_REPORT, DIGITS, OLD_BYTES } form;
  // Button, column and row; the last one being read.
  int numbers[3];
  int count;
} report;

static void begin_report(bool is_old) {
  report.form = is_old ? OLD_BYTES : DIGITS;
  report.count = 0;
  for (int i = 0; i < 3; i++) report.numbers[i] = 0;
}

static ccurses_input mouse(bool is_release) {
  report.form = NO_REPORT;
  ccurses_input input = {.kind = CCURSES_MOUSE, .x = report.numbers[1] - 1, .y = report.numbers[2] - 1};
  // Whether shift, alt or control is down makes no difference.
  switch (report.numbers[0] & ~(4 | 8 | 16)) {
    case 0: input.code = is_release ? CCURSES_RELEASE : CCURSES_PRESS; return input;
    case 3: input.code = CCURSES_RELEASE; return input;
    case 64: input.code = CCURSES_WHEEL_UP; return input;
    case 65: input.code = CCURSES_WHEEL_DOWN; return input;
    default: return nothing;
  }
}

// Adds one character to the report; an event once it is complete and means something.
static ccurses_input continue_report(wint_t character) {
  if (report.form == OLD_BYTES) {
    report.numbers[report.count++] = (int)character - 32;
    return report.count == 3 ? mouse(false) : nothing;
  }
  if (character >= '0' && character <= '9' && report.numbers[report.count] < 10000) {
    report.numbers[report.count] = report.numbers[report.count] * 10 + (int)(character - '0');
  } else if (character == ';' && report.count < 2) {
    report.count++;
  } else if ((character == 'M' || character == 'm') && report.count == 2) {
    return mouse(character == 'm');
  } else {
    report.form = NO_REPORT;
  }
  return nothing;
}

// A key without a meaning for us is nothing; `*known` tells it from the end of the input.
static ccurses_input special(wint_t code, bool *known) {
  *known = true;
  switch (code) {
    case KEY_UP: case KEY_SR: return key(CCURSES_UP);
    case KEY_DOWN: case KEY_SF: return key(CCURSES_DOWN);
    case KEY_LEFT: case KEY_SLEFT: return key(CCURSES_LEFT);
    case KEY_RIGHT: case KEY_SRIGHT: return key(CCURSES_RIGHT);
    case KEY_PPAGE: return key(CCURSES_PAGE_UP);
    case KEY_NPAGE: return key(CCURSES_PAGE_DOWN);
    case KEY_HOME: case KEY_A1: return key(CCURSES_HOME);
    case KEY_END: case KEY_C1: return key(CCURSES_END);
    case KEY_BACKSPACE: return key(CCURSES_BACKSPACE);
    case KEY_DC: return key(CCURSES_DELETE);
    case KEY_IC: return key(CCURSES_INSERT);
    case KEY_ENTER: return key(CCURSES_ENTER);
    case KEY_BTAB: return key(CCURSES_BACK_TAB);
    default: break;
  }
  if (code >= KEY_F(1) && code <= KEY_F(12)) {
    return (ccurses_input){.kind = CCURSES_FUNCTION_KEY, .code = code - KEY_F0};
  }
  *known = false;
  return nothing;
}

ccurses_input ccurses_next_input(void) {
  for (;;) {
    wint_t code;
    int kind = wget_wch(screen_keys(), &code);
    ccurses_input input = nothing;
    bool is_complete = false;
    if (kind == OK && report.form != NO_REPORT) {
      input = continue_report(code);
      is_complete = input.kind != CCURSES_NOTHING;
    } else if (kind == OK) {
      return (ccurses_input){.kind = CCURSES_CHARACTER, .code = (uint32_t)code};
    } else if (kind == KEY_CODE_YES && (code == KEY_MOUSE_REPORT || code == KEY_OLD_MOUSE_REPORT)) {
      begin_report(code == KEY_OLD_MOUSE_REPORT);
    } else if (kind == KEY_CODE_YES) {
      report.form = NO_REPORT;
      input = special(code, &is_complete);
    } else {
      return nothing;
    }
    if (is_complete) return input;
  }
}

bool ccurses_has_hung_up(int32_t input) {
  struct pollfd state = {.fd = input, .events = POLLIN};
  if (poll(&state, 1, 0) <= 0) return false;
  if (state.revents & (POLLHUP | POLLERR | POLLNVAL)) return true;
  int waiting = 0;
  // Readable, and nothing to read: the end of the file.
  return (state.revents & POLLIN) != 0 && ioctl(input, FIONREAD, &waiting) == 0 && waiting == 0;
}
