package org.gatereader.qr;

import com.google.zxing.FormatException;
import com.google.zxing.qrcode.decoder.Version;
import org.gatereader.qr.Triples.Triple;

/**
 * Where each module of a code lies in the picture: all the geometry of this room, in the order of
 * docs/adr/0007-qr-detector.md.
 *
 * <ol>
 *   <li>edges: rays from each finder pattern's middle meet its three squares; each meeting says one
 *       coordinate of one place;
 *   <li>dimension: for each size near the estimate, a homography by least squares; the timing
 *       patterns and the version bits say which size is right;
 *   <li>alignment: pattern after pattern, from the finders outwards, is searched where the
 *       homography expects it, and refines it.
 * </ol>
 */
final class CodeGeometry {
    private static final int FINDERS = 3;
    private static final int RAYS_PER_SIDE = 7;
    private static final int SIDES = 4;
    private static final int PLACES = FINDERS * SIDES * RAYS_PER_SIDE * Profile.EDGES;
    // Modules from a finder pattern's middle to the edges of its three squares.
    private static final float[] SQUARES = {1.5f, 2.5f, 3.5f};
    private static final float FINDER_MIDDLE = 3.5f;
    // A middle is a mean over all edges, and stays where it is when blur moves the edges.
    private static final double MIDDLE_WEIGHT = 12;
    private static final double ALIGNMENT_WEIGHT = 8;
    // The middle of the last alignment pattern, from the right and from the lower edge.
    private static final double ALIGNMENT_FROM_EDGE = 6.5;
    // Small codes correct few errors: without timing patterns a wrong text could slip through.
    private static final int UNCONFIRMED_MIN = 33;
    // On blurred frames the estimate is good to 0.4 modules, sizes are four apart.
    private static final double ESTIMATE_OFF_MAX = 1.2;
    private static final int[] SIZES_TRIED = {0, 4, -4, 8, -8};
    // A place this far from its line is a letter beside the code or a finger on it.
    private static final double OUTLIER_MODULES = 0.8;

    private final Grey grey;
    private final Profile profile;
    private final CodeSigns signs;
    private final float[] placeX = new float[PLACES];
    private final float[] placeY = new float[PLACES];
    private final float[] line = new float[PLACES];
    private final byte[] finder = new byte[PLACES];
    private final boolean[] isAcross = new boolean[PLACES];
    private final boolean[] isKept = new boolean[PLACES];
    private final float[] fx = new float[FINDERS];
    private final float[] fy = new float[FINDERS];
    private final float[] axes = new float[SIDES];
    private final Plane plane = new Plane();
    private int places;
    private int dimension;
    private boolean isConfirmed;
    private boolean hasFarCorner;

    CodeGeometry(Grey grey) {
        this.grey = grey;
        this.profile = new Profile(grey);
        this.signs = new CodeSigns(grey);
    }

    /** The homography found last. */
    Plane plane() {
        return plane;
    }

    /** Modules on a side of the code found last. */
    int dimension() {
        return dimension;
    }

    /** True if a code was found at these three finder patterns. */
    boolean find(Finders finders, Triple triple) {
        take(finders, triple);
        double estimate = traceFromPicture(finders, triple);
        if (places < PLACES / 4 || !chooseDimension(estimate)) {
            return false;
        }
        traceFromPlane();
        if (places < PLACES / 4 || !fit(dimension)) {
            return false;
        }
        hasFarCorner = false;
        refine();
        return true;
    }

    private void take(Finders finders, Triple triple) {
        fx[0] = finders.x[triple.corner()];
        fy[0] = finders.y[triple.corner()];
        fx[1] = finders.x[triple.right()];
        fy[1] = finders.y[triple.right()];
        fx[2] = finders.x[triple.below()];
        fy[2] = finders.y[triple.below()];
    }

    /** First look at the edges, along the lines that join the finders; estimates the dimension. */
    private double traceFromPicture(Finders finders, Triple triple) {
        places = 0;
        int[] index = {triple.corner(), triple.right(), triple.below()};
        double[] across = new double[FINDERS];
        double[] down = new double[FINDERS];
        double lengthU = Math.hypot(fx[1] - fx[0], fy[1] - fy[0]);
        double lengthV = Math.hypot(fx[2] - fx[0], fy[2] - fy[0]);
        float ux = (float) ((fx[1] - fx[0]) / lengthU);
        float uy = (float) ((fy[1] - fy[0]) / lengthU);
        float vx = (float) ((fx[2] - fx[0]) / lengthV);
        float vy = (float) ((fy[2] - fy[0]) / lengthV);
        for (int i = 0; i < FINDERS; i++) {
            float module = finders.module[index[i]];
            profile.expect(module, grey.levelAround(fx[i], fy[i], module));
            across[i] = module(i, ux, uy, module);
            down[i] = module(i, vx, vy, module);
            axes[0] = (float) (ux * across[i]);
            axes[1] = (float) (uy * across[i]);
            axes[2] = (float) (vx * down[i]);
            axes[3] = (float) (vy * down[i]);
            float longer = (float) Math.max(across[i], down[i]);
            profile.expect(longer, level(i));
            trace(i);
        }
        double modulesU = lengthU / Math.sqrt(across[0] * across[1]);
        double modulesV = lengthV / Math.sqrt(down[0] * down[2]);
        return 7 + (modulesU + modulesV) / 2;
    }

    private double module(int i, float dx, float dy, float fallback) {
        return profile.isFinderLike(fx[i], fy[i], dx, dy) ? profile.module() : fallback;
    }

    /** Second look, along the axes that the first homography gives each finder for itself. */
    private void traceFromPlane() {
        places = 0;
        for (int i = 0; i < FINDERS; i++) {
            double u = middleU(i, dimension);
            double v = middleV(i, dimension);
            fx[i] = plane.x(u, v);
            fy[i] = plane.y(u, v);
            axes[0] = plane.x(u + 0.5, v) - plane.x(u - 0.5, v);
            axes[1] = plane.y(u + 0.5, v) - plane.y(u - 0.5, v);
            axes[2] = plane.x(u, v + 0.5) - plane.x(u, v - 0.5);
            axes[3] = plane.y(u, v + 0.5) - plane.y(u, v - 0.5);
            float module =
                    (float) Math.max(Math.hypot(axes[0], axes[1]), Math.hypot(axes[2], axes[3]));
            profile.expect(module, level(i));
            trace(i);
        }
    }

    /** Half-way between the dark core and the light of ring and quiet zone around one finder. */
    private float level(int i) {
        float dark = grey.near(fx[i], fy[i]);
        float ring = 0;
        float quiet = 0;
        for (int side = 0; side < SIDES; side++) {
            float dx = out(side) * axes[side / 2 * 2];
            float dy = out(side) * axes[side / 2 * 2 + 1];
            ring += grey.near(fx[i] + 2 * dx, fy[i] + 2 * dy) / SIDES;
            quiet += grey.near(fx[i] + 4.1f * dx, fy[i] + 4.1f * dy) / SIDES;
        }
        return Grey.levelBetween(dark, ring, quiet);
    }

    /** Sides 0 and 1 are right and left, 2 and 3 below and above. */
    private static float out(int side) {
        return side % 2 == 0 ? 1 : -1;
    }

    /** Rays to the four sides of one finder, kept clear of its corners, where sides change. */
    private void trace(int i) {
        for (int side = 0; side < SIDES; side++) {
            for (int ray = 0; ray < RAYS_PER_SIDE; ray++) {
                float slope = (ray - (RAYS_PER_SIDE - 1) / 2f) * 0.18f;
                float a = side < 2 ? out(side) : slope;
                float b = side < 2 ? slope : out(side);
                float dx = a * axes[0] + b * axes[2];
                float dy = a * axes[1] + b * axes[3];
                float length = (float) Math.hypot(dx, dy);
                if (profile.walk(fx[i], fy[i], dx / length, dy / length)) {
                    keep(i, side, dx / length, dy / length);
                }
            }
        }
    }

    private void keep(int i, int side, float dx, float dy) {
        for (int square = 0; square < Profile.EDGES; square++) {
            placeX[places] = fx[i] + profile.edge(square) * dx;
            placeY[places] = fy[i] + profile.edge(square) * dy;
            line[places] = out(side) * SQUARES[square];
            finder[places] = (byte) i;
            isAcross[places] = side < 2;
            places++;
        }
    }

    private boolean chooseDimension(double estimate) {
        int nearest = 17 + 4 * (int) Math.round((estimate - 17) / 4);
        double best = 0;
        for (int off : SIZES_TRIED) {
            int size = nearest + off;
            boolean isSize = size >= 21 && size <= 177;
            double likeness = isSize && fit(size) ? signs.likeness(plane, size) : 0;
            if (likeness > best) {
                best = likeness;
                dimension = size;
            }
        }
        isConfirmed = best > CodeSigns.LIKENESS_MIN;
        if (!isConfirmed) {
            dimension = nearest;
        }
        boolean isPlausible =
                dimension >= UNCONFIRMED_MIN
                        && dimension <= 177
                        && Math.abs(estimate - nearest) < ESTIMATE_OFF_MAX;
        return (isConfirmed || isPlausible) && fit(dimension);
    }

    /** False if blur has wiped the timing patterns out and the size stands on the edges alone. */
    boolean isConfirmed() {
        return isConfirmed;
    }

    /** Least squares over all places, once more without those that lie far off their lines. */
    private boolean fit(int size) {
        return fit(size, Double.MAX_VALUE) && fit(size, OUTLIER_MODULES);
    }

    private boolean fit(int size, double tolerance) {
        for (int i = 0; i < places; i++) {
            isKept[i] = tolerance == Double.MAX_VALUE || Math.abs(off(i, size)) <= tolerance;
        }
        begin(size);
        for (int i = 0; i < FINDERS; i++) {
            plane.lieOnU(fx[i], fy[i], middleU(i, size), MIDDLE_WEIGHT);
            plane.lieOnV(fx[i], fy[i], middleV(i, size), MIDDLE_WEIGHT);
        }
        for (int i = 0; i < places; i++) {
            if (isKept[i] && isAcross[i]) {
                plane.lieOnU(placeX[i], placeY[i], wanted(i, size), 1);
            } else if (isKept[i]) {
                plane.lieOnV(placeX[i], placeY[i], wanted(i, size), 1);
            }
        }
        return plane.fit();
    }

    private void begin(int size) {
        double reach = Math.hypot(fx[1] - fx[2], fy[1] - fy[2]) / 2;
        plane.begin((fx[1] + fx[2]) / 2, (fy[1] + fy[2]) / 2, reach, size);
    }

    private static double middleU(int i, int size) {
        return i == 1 ? size - FINDER_MIDDLE : FINDER_MIDDLE;
    }

    private static double middleV(int i, int size) {
        return i == 2 ? size - FINDER_MIDDLE : FINDER_MIDDLE;
    }

    /** Modules from a place to the line on which it should lie. */
    private double off(int i, int size) {
        double is = isAcross[i] ? plane.u(placeX[i], placeY[i]) : plane.v(placeX[i], placeY[i]);
        return is - wanted(i, size);
    }

    private double wanted(int i, int size) {
        boolean isFar = isAcross[i] ? finder[i] == 1 : finder[i] == 2;
        return (isFar ? size - FINDER_MIDDLE : FINDER_MIDDLE) + line[i];
    }

    /** Every alignment pattern that can be seen, from the upper left outwards. */
    private void refine() {
        int[] centres = centres();
        int last = centres.length - 1;
        for (int sum = 1; sum <= 2 * last; sum++) {
            for (int i = Math.max(0, sum - last); i <= Math.min(sum, last); i++) {
                int j = sum - i;
                boolean isFinder = (i == 0 && j == last) || (i == last && j == 0);
                if (!isFinder && signs.findAlignment(plane, centres[i] + 0.5, centres[j] + 0.5)) {
                    lieAt(signs.x(), signs.y(), centres[i] + 0.5, centres[j] + 0.5);
                    plane.fit();
                    hasFarCorner = i == last && j == last;
                }
            }
        }
    }

    /**
     * Pins the plane to the three middles and the alignment pattern opposite, and to nothing else:
     * on bent paper or glass the edges beside a finder pattern point past the code's far side.
     *
     * @return false if that alignment pattern was not seen
     */
    boolean pin(Finders finders, Triple triple) {
        if (!hasFarCorner) {
            return false;
        }
        double far = dimension - ALIGNMENT_FROM_EDGE;
        float farX = signs.x();
        float farY = signs.y();
        take(finders, triple);
        begin(dimension);
        for (int i = 0; i < FINDERS; i++) {
            lieAt(fx[i], fy[i], middleU(i, dimension), middleV(i, dimension));
        }
        lieAt(farX, farY, far, far);
        return plane.fit();
    }

    private void lieAt(float x, float y, double u, double v) {
        plane.lieOnU(x, y, u, ALIGNMENT_WEIGHT);
        plane.lieOnV(x, y, v, ALIGNMENT_WEIGHT);
    }

    private int[] centres() {
        try {
            return Version.getProvisionalVersionForDimension(dimension)
                    .getAlignmentPatternCenters();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
