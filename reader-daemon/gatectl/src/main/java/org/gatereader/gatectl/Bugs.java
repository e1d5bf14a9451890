package org.gatereader.gatectl;

/** What may be said of an exception that nobody expected. */
final class Bugs {
    private Bugs() {}

    /** Its type and the place in our code, and never its message: that could hold a claim. */
    static String place(Throwable bug) {
        for (StackTraceElement frame : bug.getStackTrace()) {
            if (frame.getClassName().startsWith("org.gatereader.")) {
                return "%s at %s:%d"
                        .formatted(
                                bug.getClass().getSimpleName(),
                                frame.getFileName(),
                                frame.getLineNumber());
            }
        }
        return bug.getClass().getSimpleName();
    }
}
