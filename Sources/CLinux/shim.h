#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>

// Linux 3.15, glibc 2.28; Swift's Glibc module is made without _GNU_SOURCE and leaves it out.
int renameat2(int, const char *, int, const char *, unsigned int);
#define CLINUX_RENAME_EXCHANGE (1u << 1)
