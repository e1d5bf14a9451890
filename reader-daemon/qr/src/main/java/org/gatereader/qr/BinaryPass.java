package org.gatereader.qr;

import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One look at a whole picture made black and white: ZXing's binarizer, finder and sampling. */
final class BinaryPass {
    // The right three come first or second; more would only feed a picture full of finders.
    private static final int TRIPLES_MAX = 4;

    private final CodeText text = new CodeText();

    Optional<String> read(Luma luma, Polarity polarity, BooleanSupplier isLate) {
        BitMatrix bits;
        try {
            bits = new HybridBinarizer(new LumaSource(luma, polarity)).getBlackMatrix();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
        var triples = triples(new FinderSearch(bits).candidates(isLate));
        for (int i = 0; i < Math.min(TRIPLES_MAX, triples.size()) && !isLate.getAsBoolean(); i++) {
            var found = new Sampling(bits).modules(triples.get(i)).flatMap(text::of);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Triple> triples(List<FinderPattern> found) {
        var triples = new ArrayList<Triple>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = i + 1; j < found.size(); j++) {
                for (int k = j + 1; k < found.size(); k++) {
                    triples.add(Triple.of(found.get(i), found.get(j), found.get(k)));
                }
            }
        }
        triples.sort(Comparator.comparingDouble(Triple::oddness));
        return triples;
    }

    /** Three finder patterns; the odder, the less like a square's three corners of one size. */
    private record Triple(List<FinderPattern> corners, double oddness) {
        static Triple of(FinderPattern... corners) {
            ResultPoint.orderBestPatterns(corners);
            double up = ResultPoint.distance(corners[0], corners[1]);
            double across = ResultPoint.distance(corners[1], corners[2]);
            double diagonal = ResultPoint.distance(corners[0], corners[2]);
            double skew = Math.abs(up - across) + Math.abs(diagonal - Math.hypot(up, across));
            double least = Double.MAX_VALUE;
            double most = 0;
            for (var corner : corners) {
                least = Math.min(least, corner.getEstimatedModuleSize());
                most = Math.max(most, corner.getEstimatedModuleSize());
            }
            boolean isTooClose = diagonal < 14 * least;
            return new Triple(
                    List.of(corners),
                    isTooClose ? Double.MAX_VALUE : skew / diagonal + most / least - 1);
        }
    }

    private static final class Sampling extends Detector {
        Sampling(BitMatrix bits) {
            super(bits);
        }

        Optional<BitMatrix> modules(Triple triple) {
            try {
                var info = new FinderPatternInfo(triple.corners().toArray(new FinderPattern[0]));
                return Optional.of(processFinderPatternInfo(info).getBits());
            } catch (NotFoundException | FormatException e) {
                return Optional.empty();
            }
        }
    }
}
