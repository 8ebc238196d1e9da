// The screen: frames are composed by ncurses in memory and sent in one piece.
#define _GNU_SOURCE
#include "CCurses.h"
#include "Frame.h"
#include "Screen.h"
#include "Terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static WINDOW *keys;
static FILE *frame_stream;
static int frame = -1;
static bool knows_mouse;
static char *outgoing;
static size_t capacity;

static const char begin_update[] = "\033[?2026h";
static const char end_update[] = "\033[?2026l";
// Joins pictures to one that a terminal may or may not have; without it the first one stands for all.
enum { ZERO_WIDTH_JOINER = 0x200D };
// A shorter frame arrives in one packet anyway.
enum { WORTH_SYNCHRONIZING = 256 };

// Adds a capability without the delays that old terminals needed.
static void append(char *text, size_t size, const char *name) {
  const char *capability = tigetstr((NCURSES_CONST char *)name);
  if (capability == NULL || capability == (char *)-1) return;
  size_t used = strlen(text);
  for (const char *c = capability; *c != '\0' && used + 1 < size; c++) {
    if (c[0] == '$' && c[1] == '<') {
      const char *end = strchr(c, '>');
      if (end == NULL) break;
      c = end;
    } else {
      text[used++] = *c;
    }
  }
  text[used] = '\0';
}

static void prepare_reset(void) {
  char text[512] = "";
  if (knows_mouse) {
    strcat(text, "\033[?2026l\033[?1000l\033[?1002l\033[?1003l\033[?1006l");
  }
  static const char *const names[] = {"sgr0", "op", "rmkx", "cnorm", "rmcup"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) append(text, sizeof text, names[i]);
  terminal_prepare_reset(text, strlen(text));
}

// Terminals that are not quite what TERM says send arrows in the other of two ways, or Home and End in a third.
static void define_usual_keys(void) {
  static const struct {
    const char *sequence;
    int key;
  } usual[] = {
      {"\033[A", KEY_UP},     {"\033OA", KEY_UP},    {"\033[B", KEY_DOWN},  {"\033OB", KEY_DOWN},
      {"\033[C", KEY_RIGHT},  {"\033OC", KEY_RIGHT}, {"\033[D", KEY_LEFT},  {"\033OD", KEY_LEFT},
      {"\033[H", KEY_HOME},   {"\033OH", KEY_HOME},  {"\033[F", KEY_END},   {"\033OF", KEY_END},
      {"\033[1~", KEY_HOME},  {"\033[7~", KEY_HOME}, {"\033[4~", KEY_END},  {"\033[8~", KEY_END},
      {"\033[3~", KEY_DC},    {"\033[2~", KEY_IC},   {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
      {"\033[Z", KEY_BTAB},
  };
  // The parser of ncurses loses a press that arrives together with its release; ours follows these two.
  define_key("\033[<", KEY_MOUSE_REPORT);
  define_key("\033[M", KEY_OLD_MOUSE_REPORT);
  for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
    // What the terminal's description says of a sequence comes first.
    if (key_defined(usual[i].sequence) <= 0) define_key(usual[i].sequence, usual[i].key);
  }
}

bool ccurses_open(const char *terminal, int32_t input, int32_t output) {
  frame = terminal_memory_file();
  if (frame < 0) return false;
  frame_stream = fdopen(frame, "w+");
  FILE *key_stream = fdopen(dup(input), "r");
  if (frame_stream != NULL && key_stream != NULL) screen = newterm(terminal, frame_stream, key_stream);
  if (screen == NULL) {
    if (frame_stream != NULL) fclose(frame_stream);
    if (key_stream != NULL) fclose(key_stream);
    frame_stream = NULL;
    return false;
  }

  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  ccurses_size size = ccurses_window_size(output);
  if (size.columns > 0 && size.rows > 0) resize_term(size.rows, size.columns);
  knows_mouse = tigetstr("kmous") != NULL && tigetstr("kmous") != (char *)-1;
  prepare_reset();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  keys = newpad(1, 1);
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  define_usual_keys();
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  curs_set(0);
  terminal_set_in_use(true);
  return true;
}

void ccurses_end(void) {
  if (screen == NULL) return;
  endwin();
  terminal_set_in_use(false);
}

void ccurses_resume(void) {
  if (screen == NULL) return;
  terminal_set_in_use(true);
  ccurses_repaint();
}

void ccurses_resize(int32_t columns, int32_t rows) { resize_term(rows, columns); }

void ccurses_repaint(void) { clearok(curscr, TRUE); }

int32_t ccurses_color_count(void) { return has_colors() ? COLORS : 0; }

bool ccurses_has_direct_color(void) {
  return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || COLORS > 256;
}

int32_t ccurses_pair_count(void) { return COLOR_PAIRS; }

void ccurses_define_pair(int32_t pair, int32_t foreground, int32_t background) {
  init_extended_pair(pair, foreground, background);
}

void ccurses_forget_pairs(void) { reset_color_pairs(); }

uint32_t ccurses_attributes(bool bold, bool dim, bool reverse, bool underline) {
  return (bold ? A_BOLD : 0) | (dim ? A_DIM : 0) | (reverse ? A_REVERSE : 0) | (underline ? A_UNDERLINE : 0);
}

void ccurses_erase(void) { werase(stdscr); }

static void put_cell(int32_t x, int32_t y, const wchar_t *text, uint32_t attributes, int32_t pair) {
  cchar_t cell;
  int extended = pair;
  if (setcchar(&cell, text, attributes, 0, &extended) == ERR) setcchar(&cell, L"?", attributes, 0, &extended);
  mvwadd_wchnstr(stdscr, y, x, &cell, 1);
}

void ccurses_put(
    int32_t x, int32_t y, const uint32_t *scalars, int32_t count, int32_t columns, uint32_t attributes, int32_t pair) {
  // A cell of ncurses holds one spacing character and marks on it. What a reader takes for one character may
  // be more than that (a flag is two letters): spread it over its columns, and never past them.
  int32_t end = x + columns;
  for (int32_t i = 0; i < count && x < end;) {
    wchar_t text[CCHARW_MAX + 1] = {(wchar_t)scalars[i]};
    int width = wcwidth(text[0]);
    if (width < 1 || x + width > end) {
      text[0] = L'?';
      width = 1;
    }
    int used = 1;
    for (i++; i < count && wcwidth((wchar_t)scalars[i]) == 0; i++) {
      if (used < CCHARW_MAX && scalars[i] != ZERO_WIDTH_JOINER) text[used++] = (wchar_t)scalars[i];
    }
    put_cell(x, y, text, attributes, pair);
    x += width;
  }
  for (; x < end; x++) put_cell(x, y, L" ", attributes, pair);
}

void ccurses_show_cursor(int32_t x, int32_t y) {
  curs_set(1);
  wmove(stdscr, y, x);
}

void ccurses_hide_cursor(void) {
  curs_set(0);
  wmove(stdscr, 0, 0);
}

void ccurses_compose(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

int64_t ccurses_send(int32_t output, bool synchronized) {
  if (frame_stream == NULL) return 0;
  fflush(frame_stream);
  off_t length = lseek(frame, 0, SEEK_END);
  if (length <= 0) return 0;
  size_t marks = synchronized && length >= WORTH_SYNCHRONIZING ? sizeof begin_update - 1 : 0;
  size_t total = (size_t)length + 2 * marks;
  if (total > capacity) {
    char *larger = realloc(outgoing, total * 2);
    if (larger == NULL) return -1;
    outgoing = larger;
    capacity = total * 2;
  }
  if (pread(frame, outgoing + marks, (size_t)length, 0) != length) return -1;
  if (ftruncate(frame, 0) != 0 || lseek(frame, 0, SEEK_SET) != 0) return -1;
  size_t compact = frame_compact(outgoing + marks, (size_t)length);
  memcpy(outgoing, begin_update, marks);
  memcpy(outgoing + marks + compact, end_update, marks);
  total = compact + 2 * marks;
  return terminal_write(output, outgoing, total) ? (int64_t)total : -1;
}

bool ccurses_write(int32_t output, const uint8_t *bytes, int64_t count) {
  return terminal_write(output, bytes, (size_t)count);
}

void ccurses_set_mouse(bool on) {
  if (!knows_mouse) return;
  // Presses, releases and the wheel (1000), with any column and row in digits (1006); never mere motion.
  static const char start[] = "\033[?1000;1006h", stop[] = "\033[?1006;1000l";
  const char *sequence = on ? start : stop;
  terminal_write(frame, sequence, strlen(sequence));
}

WINDOW *screen_keys(void) { return keys; }
