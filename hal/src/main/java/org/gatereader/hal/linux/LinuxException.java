package org.gatereader.hal.linux;

import java.util.Map;

/** The kernel refused a call; what that means is for the caller to say, who knows the device. */
public final class LinuxException extends Exception {
    private static final long serialVersionUID = 1L;

    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int EINTR = 4;
    public static final int EACCES = 13;
    public static final int EBUSY = 16;

    /** Those that a technician meets; the numbers are the same on x86 and ARM (errno-base.h). */
    private static final Map<Integer, String> MEANINGS =
            Map.ofEntries(
                    Map.entry(EPERM, "not permitted"),
                    Map.entry(ENOENT, "no such file"),
                    Map.entry(EINTR, "interrupted"),
                    Map.entry(5, "input/output error"),
                    Map.entry(6, "no such device or address"),
                    Map.entry(11, "nothing there yet"),
                    Map.entry(EACCES, "permission denied"),
                    Map.entry(EBUSY, "busy"),
                    Map.entry(19, "no such device"),
                    Map.entry(22, "invalid argument"),
                    Map.entry(25, "not that kind of device"));

    private final int errno;

    /**
     * @param call the function's name, for example {@code ioctl}
     * @param errno what it left in {@code errno}, positive
     */
    public LinuxException(String call, int errno) {
        super(call + ": " + MEANINGS.getOrDefault(errno, "failed") + " (errno " + errno + ")");
        this.errno = errno;
    }

    public int errno() {
        return errno;
    }
}
