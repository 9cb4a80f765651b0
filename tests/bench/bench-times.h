/* Many measured times, and the two numbers that say something about them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* @values: (element-type double); sorted afterwards */
double bench_times_get_median (GArray *values);

/* Prints "median 1.23 ms, worst 4.56 ms of 200". */
void bench_times_print (GArray *values_ms);

double bench_times_get_now_ms (void);
