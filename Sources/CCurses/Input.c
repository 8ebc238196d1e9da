// Keys and the mouse.
#define _GNU_SOURCE
#include "CCurses.h"
#include "Screen.h"
#include "Terminal.h"

#include <poll.h>
#include <sys/ioctl.h>

static const ccurses_input nothing = {.kind = CCURSES_NOTHING};

static ccurses_input key(uint32_t code) { return (ccurses_input){.kind = CCURSES_KEY, .code = code}; }

static ccurses_input mouse(void) {
  MEVENT event;
  if (getmouse(&event) != OK) return nothing;
  ccurses_input input = {.kind = CCURSES_MOUSE, .x = event.x, .y = event.y};
  if (event.bstate & BUTTON4_PRESSED) {
    input.code = CCURSES_WHEEL_UP;
  } else if (event.bstate & BUTTON5_PRESSED) {
    input.code = CCURSES_WHEEL_DOWN;
  } else {
    input.code = event.bstate & BUTTON1_RELEASED ? CCURSES_RELEASE : CCURSES_PRESS;
  }
  return input;
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
    case KEY_MOUSE: {
      ccurses_input input = mouse();
      *known = input.kind != CCURSES_NOTHING;
      return input;
    }
    default: break;
  }
  if (code >= KEY_F(1) && code <= KEY_F(12)) {
    return (ccurses_input){.kind = CCURSES_FUNCTION_KEY, .code = code - KEY_F0};
  }
  *known = false;
  return nothing;
}

ccurses_input ccurses_next_input(void) {
  signals_use_own_stack();
  for (;;) {
    wint_t code;
    switch (wget_wch(screen_keys(), &code)) {
      case OK:
        return (ccurses_input){.kind = CCURSES_CHARACTER, .code = (uint32_t)code};
      case KEY_CODE_YES: {
        bool known;
        ccurses_input input = special(code, &known);
        if (known) return input;
        break;
      }
      default:
        return nothing;
    }
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
