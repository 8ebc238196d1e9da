#include "Frame.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
  char parameters[128];
  size_t length;
  bool has_style;
  // The last choice of a character set among the changes.
  const char *set;
  size_t set_length;
} style_change;

// The length of a choice of the usual character set: ESC ( B, or SI.
static size_t character_set(const char *bytes, size_t count) {
  if (count >= 1 && bytes[0] == '\017') return 1;
  return count >= 3 && memcmp(bytes, "\033(B", 3) == 0 ? 3 : 0;
}

// The length of a style change: ESC [, digits and semicolons, m.
static size_t style(const char *bytes, size_t count) {
  if (count < 3 || bytes[0] != '\033' || bytes[1] != '[') return 0;
  size_t end = 2;
  while (end < count && ((bytes[end] >= '0' && bytes[end] <= '9') || bytes[end] == ';')) end++;
  return end < count && bytes[end] == 'm' ? end + 1 : 0;
}

// Adds the parameters of one change to those before it; false when there is no room.
static bool add(style_change *change, const char *parameters, size_t length) {
  bool resets = length == 0 || (parameters[0] == '0' && (length == 1 || parameters[1] == ';'));
  if (resets) change->length = 0;
  if (length == 0) {
    parameters = "0";
    length = 1;
  }
  if (change->length + 1 + length > sizeof change->parameters) return false;
  if (change->length > 0) change->parameters[change->length++] = ';';
  memcpy(change->parameters + change->length, parameters, length);
  change->length += length;
  change->has_style = true;
  return true;
}

// Reads as many changes as follow each other; returns their length.
static size_t read_changes(const char *bytes, size_t count, style_change *change) {
  size_t position = 0;
  for (;;) {
    size_t length = character_set(bytes + position, count - position);
    if (length > 0) {
      change->set = bytes + position;
      change->set_length = length;
    } else {
      length = style(bytes + position, count - position);
      if (length == 0 || !add(change, bytes + position + 2, length - 3)) return position;
    }
    position += length;
  }
}

size_t frame_compact(char *bytes, size_t count) {
  size_t from = 0, to = 0;
  bool knows_character_set = false;
  while (from < count) {
    style_change change = {.length = 0};
    size_t length = read_changes(bytes + from, count - from, &change);
    if (length == 0) {
      bytes[to++] = bytes[from++];
      continue;
    }
    from += length;
    if (change.set_length > 0 && !knows_character_set) {
      memmove(bytes + to, change.set, change.set_length);
      to += change.set_length;
      knows_character_set = true;
    }
    if (!change.has_style) continue;
    bytes[to++] = '\033';
    bytes[to++] = '[';
    if (change.length > 1 || change.parameters[0] != '0') {
      memcpy(bytes + to, change.parameters, change.length);
      to += change.length;
    }
    bytes[to++] = 'm';
  }
  return to;
}
