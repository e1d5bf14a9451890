package org.gatereader.tests.benchmark;

/**
 * Where the phone's flat screen lies before a pinhole camera. The screen is measured in modules
 * from the code's middle, the picture in pixels.
 */
final class View {
    private final double[] toPicture;
    private final double[] toScreen;

    /**
     * @param focal focal length in pixels
     * @param scale pixels per module at the code's middle
     */
    View(double focal, double scale, Pose pose) {
        double c = Math.cos(pose.roll);
        double s = Math.sin(pose.roll);
        double[] right = turn(c, s, pose);
        double[] down = turn(-s, c, pose);
        double far = focal / scale;
        toPicture =
                new double[] {
                    focal * right[0] + pose.x * right[2],
                    focal * down[0] + pose.x * down[2],
                    pose.x * far,
                    focal * right[1] + pose.y * right[2],
                    focal * down[1] + pose.y * down[2],
                    pose.y * far,
                    right[2],
                    down[2],
                    far
                };
        toScreen = inverse(toPicture);
    }

    /** Angles in radians; {@code x} and {@code y} say where in the picture the code's middle is. */
    record Pose(double roll, double tilt, double tiltAxis, double x, double y) {}

    /** Turns a vector of the picture plane about an axis that lies in it (Rodrigues). */
    private static double[] turn(double x, double y, Pose pose) {
        double cosTilt = Math.cos(pose.tilt);
        double sinTilt = Math.sin(pose.tilt);
        double ax = Math.cos(pose.tiltAxis);
        double ay = Math.sin(pose.tiltAxis);
        double along = (ax * x + ay * y) * (1 - cosTilt);
        return new double[] {
            x * cosTilt + ax * along, y * cosTilt + ay * along, (ax * y - ay * x) * sinTilt
        };
    }

    double pictureX(double u, double v) {
        return (toPicture[0] * u + toPicture[1] * v + toPicture[2]) / pictureDepth(u, v);
    }

    double pictureY(double u, double v) {
        return (toPicture[3] * u + toPicture[4] * v + toPicture[5]) / pictureDepth(u, v);
    }

    private double pictureDepth(double u, double v) {
        return toPicture[6] * u + toPicture[7] * v + toPicture[8];
    }

    double screenU(double x, double y) {
        return (toScreen[0] * x + toScreen[1] * y + toScreen[2]) / screenDepth(x, y);
    }

    double screenV(double x, double y) {
        return (toScreen[3] * x + toScreen[4] * y + toScreen[5]) / screenDepth(x, y);
    }

    private double screenDepth(double x, double y) {
        return toScreen[6] * x + toScreen[7] * y + toScreen[8];
    }

    private static double[] inverse(double[] m) {
        double a = m[4] * m[8] - m[5] * m[7];
        double b = m[5] * m[6] - m[3] * m[8];
        double c = m[3] * m[7] - m[4] * m[6];
        double det = m[0] * a + m[1] * b + m[2] * c;
        return new double[] {
            a / det, (m[2] * m[7] - m[1] * m[8]) / det, (m[1] * m[5] - m[2] * m[4]) / det,
            b / det, (m[0] * m[8] - m[2] * m[6]) / det, (m[2] * m[3] - m[0] * m[5]) / det,
            c / det, (m[1] * m[6] - m[0] * m[7]) / det, (m[0] * m[4] - m[1] * m[3]) / det
        };
    }
}
