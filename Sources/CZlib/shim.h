// zlib (Debian: zlib1g-dev), for tables that were compressed with gzip.
#include <zlib.h>
