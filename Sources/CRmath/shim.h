// The standalone R mathematics library (Debian: r-mathlib).  Without the macro the header renames its
// functions and expects a running R.
#define MATHLIB_STANDALONE 1
#include <Rmath.h>
