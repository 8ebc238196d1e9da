// cairo (Debian: libcairo2-dev) draws figures as SVG, PDF and PNG; fontconfig, which comes with it, finds a font that
// has a letter.
#include <cairo/cairo.h>
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <fontconfig/fontconfig.h>
