// The part of ncursesw that a full-screen program needs, as functions that Swift can call.
//
// ncurses is used as what it is best at: knowing terminals, decoding keys, and sending only what changed. It
// writes each frame into memory; `ccurses_send` passes it on in one piece. Terminal modes and signals are set
// here and not by ncurses, so that the way back to the shell is the same whatever ends the program.
//
// There is one screen a process. Everything but the signal handlers runs on one thread.
#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stdint.h>

// Locale ---------------------------------------------------------------------------------------------------

// Takes the characters of the user's locale, and nothing else of it: a decimal comma would break numbers.
void ccurses_adopt_character_set(void);
bool ccurses_is_utf8(void);

// Terminal modes -------------------------------------------------------------------------------------------

typedef struct {
  int32_t columns, rows;
} ccurses_size;

// Columns and rows the kernel knows of; zeros where it does not.
ccurses_size ccurses_window_size(int32_t terminal);
// Every key byte arrives at once and as it is. The first call remembers how the terminal was.
bool ccurses_enter_raw_mode(int32_t terminal);
void ccurses_leave_raw_mode(void);

// Screen ---------------------------------------------------------------------------------------------------

// Opens a terminal by its name in the terminfo database; false when it is unknown there, and another name may be
// tried. Keys are read from `input`.
bool ccurses_open(const char *terminal, int32_t input, int32_t output);
// Puts the terminal's screen back as it was. `ccurses_resume` and a repaint undo it.
void ccurses_end(void);
void ccurses_resume(void);
void ccurses_resize(int32_t columns, int32_t rows);
// Makes the next frame complete, whatever the terminal may show now.
void ccurses_repaint(void);

int32_t ccurses_color_count(void);
// Whether a colour number is a mixture of red, green and blue and not an entry of a palette.
bool ccurses_has_direct_color(void);
int32_t ccurses_pair_count(void);
// -1 is the terminal's own colour.
void ccurses_define_pair(int32_t pair, int32_t foreground, int32_t background);
void ccurses_forget_pairs(void);
uint32_t ccurses_attributes(bool bold, bool dim, bool reverse, bool underline);

void ccurses_erase(void);
// Puts one character, of as many scalars as it takes, into that many columns.
void ccurses_put(
    int32_t x, int32_t y, const uint32_t *scalars, int32_t count, int32_t columns, uint32_t attributes, int32_t pair);
void ccurses_show_cursor(int32_t x, int32_t y);
void ccurses_hide_cursor(void);
// Works out the bytes that turn the last frame into this one.
void ccurses_compose(void);
// Writes what was composed, in one write as far as the terminal takes it, between marks that let the terminal
// show it all at once if `synchronized` and it is long enough. Returns the bytes written, or -1 when the
// terminal is gone.
int64_t ccurses_send(int32_t output, bool synchronized);
// Writes bytes of one's own after all that was sent before; false when the terminal is gone.
bool ccurses_write(int32_t output, const uint8_t *bytes, int64_t count);

// Input ----------------------------------------------------------------------------------------------------

enum ccurses_input_kind {
  CCURSES_NOTHING,
  CCURSES_CHARACTER,
  CCURSES_KEY,
  CCURSES_FUNCTION_KEY,
  CCURSES_MOUSE,
};

enum ccurses_key {
  CCURSES_UP, CCURSES_DOWN, CCURSES_LEFT, CCURSES_RIGHT, CCURSES_PAGE_UP, CCURSES_PAGE_DOWN, CCURSES_HOME,
  CCURSES_END, CCURSES_BACKSPACE, CCURSES_DELETE, CCURSES_INSERT, CCURSES_ENTER, CCURSES_BACK_TAB,
};

enum ccurses_mouse { CCURSES_PRESS, CCURSES_RELEASE, CCURSES_WHEEL_UP, CCURSES_WHEEL_DOWN };

typedef struct {
  int32_t kind;
  // A Unicode scalar, a `ccurses_key`, the number of a function key, or a `ccurses_mouse`.
  uint32_t code;
  int32_t x, y;
} ccurses_input;

// The next key or mouse event that has already arrived.
ccurses_input ccurses_next_input(void);
// Whether nothing can ever be read again.
bool ccurses_has_hung_up(int32_t input);
void ccurses_set_mouse(bool on);

// Signals --------------------------------------------------------------------------------------------------

// From now on each signal that ends, stops, continues or resizes the program is one byte, its number, in the
// pipe whose reading end is returned (-1 on failure); a crash, on whatever thread, puts the terminal back before it
// takes its course, and so does exit(3). SIGINT or SIGTERM a second time no longer waits for the program.
int32_t ccurses_catch_signals(void);
void ccurses_release_signals(void);
// Stops the program, or its whole foreground job, until it is continued.
void ccurses_stop(bool whole_job);
// Standard error is kept in memory until the screen is gone: it would be painted over.
void ccurses_hold_standard_error(void);
void ccurses_release_standard_error(void);

#endif
