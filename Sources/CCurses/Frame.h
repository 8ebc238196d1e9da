// Making a frame shorter without changing what it shows.
#ifndef FRAME_H
#define FRAME_H

#include <stddef.h>

// Joins the style changes (SGR) that follow each other without text between them into one, of which only what
// comes after the last reset counts, and keeps the first choice of the character set only: line drawing
// characters of old are never used. Works in place and returns the new length.
//
// ncurses resets the colour, the character set and all attributes one by one, and then sets the new ones: on a
// screen of many styles, a fifth of all bytes.
size_t frame_compact(char *bytes, size_t count);

#endif
