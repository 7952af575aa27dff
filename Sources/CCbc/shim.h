#pragma once
#include <coin/Cbc_C_Interface.h>
// Clp, which Cbc solves its relaxations with.
#include <coin/Clp_C_Interface.h>
