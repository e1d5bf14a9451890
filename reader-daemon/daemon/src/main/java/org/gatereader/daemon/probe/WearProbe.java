package org.gatereader.daemon.probe;

import java.util.Arrays;
import java.util.List;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;

/**
 * What an eMMC says of its own wear in {@code life_time}: two estimates, one for each kind of its
 * cells, in tenths of its life; 11 is beyond it (JESD84-B51, EXT_CSD 268 and 269). SD cards and
 * disks tell nothing there.
 */
final class WearProbe extends InstantProbe {
    private static final int WORN_TENTHS = 9;
    private static final int DEAD_TENTHS = 11;

    private final SysFiles sys;

    WearProbe(SysFiles sys) {
        super(Section.STORAGE, "wear");
        this.sys = sys;
    }

    @Override
    Finding judge() {
        List<String> found = sys.texts("block", "mmcblk*", "device/life_time");
        int tenths = found.stream().mapToInt(WearProbe::tenths).max().orElse(0);
        if (tenths == 0) {
            return Findings.skip(part(), "this storage does not tell");
        }
        if (tenths >= DEAD_TENTHS) {
            return Findings.fail(part(), "past its whole life", Remedy.STORAGE_WORN);
        }
        String measured = "at most %d %% of its life used".formatted(tenths * 10);
        return tenths >= WORN_TENTHS
                ? Findings.warn(part(), measured, Remedy.STORAGE_WORN)
                : Findings.pass(part(), measured);
    }

    /** The larger of the two; 0 where it is not defined. */
    private static int tenths(String lifeTime) {
        return Arrays.stream(lifeTime.split(" ", -1))
                .filter(word -> word.matches("0x[0-9a-fA-F]{1,2}"))
                .mapToInt(word -> Integer.decode(word))
                .max()
                .orElse(0);
    }
}
