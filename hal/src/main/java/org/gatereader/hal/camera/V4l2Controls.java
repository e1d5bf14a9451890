package org.gatereader.hal.camera;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatereader.hal.camera.Camera.Light;

/**
 * How a Video4Linux device is asked for less or more light: by its exposure time where that can be
 * set, else by its brightness, whose range each driver says.
 */
final class V4l2Controls {
    /** UVC, auto_exposure: the time is ours, the aperture nobody's. */
    private static final int MANUAL = 1;

    /** A phone's screen in a dark hall is some two stops too bright. */
    private static final int LESS_DIVISOR = 4;

    /** Longer, and a hand's movement blurs the code. */
    private static final int MORE_FACTOR = 2;

    private static final Pattern CONTROL =
            Pattern.compile(
                    "^ *(\\w{1,64}) 0x\\p{XDigit}{8} \\((?:int|menu)\\) *:"
                            + " min=(-?\\d{1,9}) max=(-?\\d{1,9})(?: step=\\d{1,9})?"
                            + " default=(-?\\d{1,9})\\b",
                    Pattern.MULTILINE);

    private V4l2Controls() {}

    private record Range(int min, int max, int normal) {
        int clamped(int value) {
            return Math.clamp(value, min, max);
        }
    }

    /**
     * What to set for each light, as v4l2-ctl takes it.
     *
     * @param listing what v4l2-ctl answers to --list-ctrls
     * @return empty where the device has no control that is known here
     */
    static Map<Light, String> of(String listing) {
        Optional<Range> mode = range(listing, "auto_exposure");
        Optional<Range> time = range(listing, "exposure_time_absolute");
        if (mode.isPresent() && time.isPresent()) {
            return exposure(mode.get(), time.get());
        }
        return range(listing, "brightness").map(V4l2Controls::brightness).orElse(Map.of());
    }

    private static Map<Light, String> exposure(Range mode, Range time) {
        String manual = "auto_exposure=" + MANUAL + ",exposure_time_absolute=";
        Map<Light, String> settings = new EnumMap<>(Light.class);
        settings.put(Light.AS_IT_IS, "auto_exposure=" + mode.normal);
        settings.put(Light.LESS, manual + time.clamped(time.normal / LESS_DIVISOR));
        settings.put(Light.MORE, manual + time.clamped(time.normal * MORE_FACTOR));
        return settings;
    }

    private static Map<Light, String> brightness(Range range) {
        Map<Light, String> settings = new EnumMap<>(Light.class);
        settings.put(Light.AS_IT_IS, "brightness=" + range.normal);
        settings.put(Light.LESS, "brightness=" + Math.ceilDiv(range.min + range.normal, 2));
        settings.put(Light.MORE, "brightness=" + Math.ceilDiv(range.normal + range.max, 2));
        return settings;
    }

    private static Optional<Range> range(String listing, String control) {
        return CONTROL.matcher(listing)
                .results()
                .filter(found -> found.group(1).equals(control))
                .map(
                        found ->
                                new Range(
                                        Integer.parseInt(found.group(2)),
                                        Integer.parseInt(found.group(3)),
                                        Integer.parseInt(found.group(4))))
                .filter(range -> range.min <= range.normal && range.normal <= range.max)
                .findFirst();
    }
}
