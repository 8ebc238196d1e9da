// ReadStat (Debian: libreadstat-dev), a reader of SPSS, Stata and SAS files.
#include <readstat.h>
