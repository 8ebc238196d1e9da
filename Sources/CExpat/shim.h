// Expat (Debian: libexpat1-dev), a parser of XML in pieces: an Excel workbook is made of it.
#include <expat.h>
