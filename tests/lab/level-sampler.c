/*
 * level-sampler FILE [PAUSE]: prints each change of a gpio-sim line's level, and then how finely it looked.
 *
 * FILE is a line's `value` in sysfs, which tells the level on the wire, whoever drives it. It is read
 * again PAUSE (default 650) us after it was read, until SIGTERM. Standard output: "T LEVEL" for the first reading and each change, T in seconds of the
 * monotonic clock, as the kernel's tracer prints it; at the end "samples N over S s, longest gap G s".
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { PAUSE_US = 650, PAUSE_US_MAX = 999999 };

static volatile sig_atomic_t is_over;

static void end(int signal) {
    (void)signal;
    is_over = 1;
}

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return at.tv_sec + at.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    int line = argc > 1 ? open(argv[1], O_RDONLY | O_CLOEXEC) : -1;
    long pause_us = argc > 2 ? atol(argv[2]) : PAUSE_US;
    if (line < 0 || argc > 3 || pause_us <= 0 || pause_us > PAUSE_US_MAX) {
        fprintf(stderr, "usage: level-sampler FILE [PAUSE]\n");
        return 64;
    }
    /* Before everything else that runs here: a sample that comes late is a gap in the proof. */
    struct sched_param first = {.sched_priority = 50};
    if (sched_setscheduler(0, SCHED_FIFO, &first) != 0 || mlockall(MCL_CURRENT | MCL_FUTURE) != 0) {
        perror("level-sampler");
        return 71;
    }
    struct sigaction ending = {.sa_handler = end};
    sigaction(SIGTERM, &ending, NULL);

    const struct timespec pause = {.tv_nsec = pause_us * 1000};
    double began = now(), last = began, longest = 0;
    long samples = 0;
    char before = 0;
    setvbuf(stdout, NULL, _IOLBF, 0);
    while (!is_over) {
        char level;
        if (pread(line, &level, 1, 0) != 1) {
            perror("level-sampler: read");
            return 74;
        }
        double at = now();
        if (samples++ > 0 && at - last > longest) {
            longest = at - last;
        }
        last = at;
        if (level != before) {
            printf("%.6f %c\n", at, level);
            before = level;
        }
        /* Not by the clock: to catch up with missed samples would take the processor from the gate, and see nothing more. */
        clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, NULL);
    }
    printf("samples %ld over %.6f s, longest gap %.6f s\n", samples, last - began, longest);
    return 0;
}
