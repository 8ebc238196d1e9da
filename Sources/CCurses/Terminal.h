// What the files of this target share.
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

// The bytes that put the terminal back after a crash, prepared while there is still time to think.
void terminal_prepare_reset(const char *bytes, size_t count);
// Safe in a signal handler; does nothing when the terminal is as it was.
void terminal_reset(void);
// Whether the screen is in use, so that there is something to put back.
void terminal_set_in_use(bool in_use);
// Writes everything, whatever interrupts it; false when it cannot. Safe in a signal handler.
bool terminal_write(int file, const void *bytes, size_t count);
// An unnamed file in memory, or on disk where there is no such thing; -1 on failure.
int terminal_memory_file(void);
// Safe in a signal handler.
void standard_error_release(void);

#endif
