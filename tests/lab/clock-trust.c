/*
 * clock-trust synchronised|lost: puts the kernel's clock into the state in which a time service (or the lack of one)
 * would put it. The machine inside gets its time from this one at boot, and nobody tells its kernel that it is right.
 */
#include <stdio.h>
#include <string.h>
#include <sys/timex.h>

int main(int argc, char **argv) {
    struct timex clock = {.modes = ADJ_STATUS | ADJ_MAXERROR | ADJ_ESTERROR, .maxerror = 1000, .esterror = 1000};
    if (argc == 2 && strcmp(argv[1], "lost") == 0) {
        clock.status = STA_UNSYNC;
    } else if (argc != 2 || strcmp(argv[1], "synchronised") != 0) {
        fprintf(stderr, "usage: clock-trust synchronised|lost\n");
        return 64;
    }
    if (adjtimex(&clock) < 0) {
        perror("clock-trust");
        return 71;
    }
    return 0;
}
