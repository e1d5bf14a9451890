package org.gatereader.hal.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs that can bring frames, each installed by a package of the distribution. */
public enum CaptureTool {
    /** A camera on the board's own ribbon (CSI), through libcamera. */
    RPICAM("rpicam-vid", "rpicam-apps"),
    /** A USB camera that gives raw frames. */
    V4L2("v4l2-ctl", "v4l-utils"),
    /** A USB camera that gives only JPEG or H.264. */
    FFMPEG("ffmpeg", "ffmpeg");

    /** Not PATH: what runs beside a gate is not for an environment variable to say. */
    static final List<Path> DIRECTORIES = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));

    private final String program;
    private final String distributionPackage;

    CaptureTool(String program, String distributionPackage) {
        this.program = program;
        this.distributionPackage = distributionPackage;
    }

    /** The program's absolute path; empty if it is not installed. */
    Optional<String> find(List<Path> directories) {
        return directories.stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** What to install, for the technician. */
    String described() {
        return program + " (package " + distributionPackage + ")";
    }
}
