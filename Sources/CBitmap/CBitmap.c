#include "CBitmap.h"
