package org.gatereader.hal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.gatereader.hal.camera.Camera.Light;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings as v4l2-ctl writes them; the first lines are those of vivid. */
class V4l2ControlsTest {
    private static final String BRIGHTNESS =
            """

            User Controls

                                 brightness 0x00980900 (int)    : min=0 max=255 step=1 default=128 value=20 flags=slider
                                   contrast 0x00980901 (int)    : min=0 max=255 step=1 default=128 value=128 flags=slider
            """;

    private static final String EXPOSURE =
            """
                              auto_exposure 0x009a0901 (menu)   : min=0 max=3 default=3 value=3 (Aperture Priority Mode)
                     exposure_time_absolute 0x009a0902 (int)    : min=3 max=2047 step=1 default=250 value=250 flags=inactive
            """;

    @Test
    void takesTheExposureTimeWhereItCanBeSet() {
        assertEquals(
                Map.of(
                        Light.AS_IT_IS, "auto_exposure=3",
                        Light.LESS, "auto_exposure=1,exposure_time_absolute=62",
                        Light.MORE, "auto_exposure=1,exposure_time_absolute=500"),
                V4l2Controls.of(BRIGHTNESS + EXPOSURE));
    }

    @Test
    void staysWithinTheRangeOfTheDevice() {
        var narrow = EXPOSURE.replace("min=3 max=2047", "min=100 max=300");
        assertEquals(
                "auto_exposure=1,exposure_time_absolute=100",
                V4l2Controls.of(narrow).get(Light.LESS));
        assertEquals(
                "auto_exposure=1,exposure_time_absolute=300",
                V4l2Controls.of(narrow).get(Light.MORE));
    }

    @Test
    void takesHalfWayToTheEndOfTheBrightnessOtherwise() {
        assertEquals(
                Map.of(
                        Light.AS_IT_IS, "brightness=128",
                        Light.LESS, "brightness=64",
                        Light.MORE, "brightness=192"),
                V4l2Controls.of(BRIGHTNESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "brightness 0x00980900 (int) : min=9 max=1 step=1 default=5 value=5",
                "brightness 0x00980900 (int) : min=0 max=99999999999 default=5 value=5",
                "a brightness 0x00980900 (int) : min=0 max=9 step=1 default=5 value=5",
                "brightness 0x00980900 (bool) : default=1 value=1",
            })
    void leavesADeviceAloneWhoseListingItDoesNotKnow(String listing) {
        assertEquals(Map.of(), V4l2Controls.of(listing));
    }
}
