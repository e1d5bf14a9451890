package org.gatereader.gatectl;

/** What gatectl answers to the shell; with several files the largest of theirs. */
final class ExitCode {
    static final int OK = 0;
    static final int GRANTED = OK;

    /** {@code check}: denied. {@code decode}: no code in at least one image. */
    static final int DENIED = 1;

    static final int NO_CODE = DENIED;

    /** {@code status}: nobody is admitted. The others: refused, or a part is broken. */
    static final int NOT_DONE = DENIED;

    /** The command line is wrong, or the wrong user runs it. */
    static final int USAGE = 2;

    /** A file, the trust directory or the daemon's answer can not be read. */
    static final int UNREADABLE = 3;

    /** {@code repo publish} and those like it: done, and a role of the repository expires soon. */
    static final int WARNED = 4;

    /** EX_UNAVAILABLE of sysexits.h: not built, or nobody answers on the socket. */
    static final int UNAVAILABLE = 69;

    /** EX_SOFTWARE of sysexits.h: a bug of gatectl's. */
    static final int BUG = 70;

    private ExitCode() {}
}
