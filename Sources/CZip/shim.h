// libzip (Debian: libzip-dev), a reader of ZIP archives: an Excel workbook is one.
#include <zip.h>
