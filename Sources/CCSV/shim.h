// libcsv (Debian: libcsv-dev), an RFC 4180 tokenizer.
#include <csv.h>
