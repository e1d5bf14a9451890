/*
 * freeze-thread TID: stops one thread of a running process, and no other, until this program ends. A signal would stop
 * them all.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
    pid_t thread = argc == 2 ? atoi(argv[1]) : 0;
    if (thread <= 0) {
        fprintf(stderr, "usage: freeze-thread TID\n");
        return 64;
    }
    if (ptrace(PTRACE_SEIZE, thread, NULL, NULL) != 0 || ptrace(PTRACE_INTERRUPT, thread, NULL, NULL) != 0) {
        perror("freeze-thread");
        return 71;
    }
    /* The stop, and then the thread's end: nothing is answered in between. */
    int status;
    while (waitpid(thread, &status, __WALL) == thread && !WIFEXITED(status) && !WIFSIGNALED(status)) {
    }
    return 0;
}
