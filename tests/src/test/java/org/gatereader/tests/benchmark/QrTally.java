package org.gatereader.tests.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gatereader.tests.benchmark.Frame.Size;
import org.gatereader.tests.benchmark.Peer.Reading;

/** What one peer did on all frames of a run. */
final class QrTally {
    final String name;
    private final Map<Scene, Integer> readByScene = new EnumMap<>(Scene.class);
    private final Map<Size, Integer> readBySize = new EnumMap<>(Size.class);
    private final List<Double> codedRatios = new ArrayList<>();
    private final List<Double> emptyRatios = new ArrayList<>();
    private int read;
    private int misread;
    private long emptyNanos;
    private long emptyBytesMax;
    private long codedBytes;
    private int coded;

    QrTally(String name) {
        this.name = name;
    }

    /** Counts a frame with a code; {@code ratio} is to the yardstick's time on the same frame. */
    void coded(Frame frame, Reading reading, double ratio) {
        coded++;
        codedRatios.add(ratio);
        codedBytes += reading.allocatedBytes();
        if (reading.text().equals(java.util.Optional.of(frame.text()))) {
            read++;
            readByScene.merge(frame.scene(), 1, Integer::sum);
            readBySize.merge(frame.size(), 1, Integer::sum);
        } else if (reading.text().isPresent()) {
            misread++;
        }
    }

    /** Counts a frame without one; any text is a misread. */
    void empty(Reading reading, double ratio) {
        emptyRatios.add(ratio);
        emptyNanos += reading.nanos();
        emptyBytesMax = Math.max(emptyBytesMax, reading.allocatedBytes());
        misread += reading.text().isPresent() ? 1 : 0;
    }

    int read(Scene scene) {
        return readByScene.getOrDefault(scene, 0);
    }

    int read(Size size) {
        return readBySize.getOrDefault(size, 0);
    }

    double success() {
        return read / (double) coded;
    }

    int misread() {
        return misread;
    }

    double codedRatio() {
        return Median.of(codedRatios);
    }

    double emptyRatioMedian() {
        return Median.of(emptyRatios);
    }

    double emptyRatioMean() {
        return emptyRatios.stream().mapToDouble(ratio -> ratio).average().orElse(Double.NaN);
    }

    /** CPU of all empty frames together: an idle minute. */
    long emptyNanos() {
        return emptyNanos;
    }

    long emptyBytesMax() {
        return emptyBytesMax;
    }

    long codedBytesMean() {
        return codedBytes / Math.max(1, coded);
    }
}
