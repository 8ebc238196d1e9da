// The window from which keys are read, and keys of our own. Sees ncurses, so it stays inside of this target.
#ifndef SCREEN_H
#define SCREEN_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>

// A pad: reading from a window of the screen would refresh it.
WINDOW *screen_keys(void);

// What introduces a report of the mouse, in digits or in the three bytes of old.
enum { KEY_MOUSE_REPORT = KEY_MAX + 1, KEY_OLD_MOUSE_REPORT };

#endif
