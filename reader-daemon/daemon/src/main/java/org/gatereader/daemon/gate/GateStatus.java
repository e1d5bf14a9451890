package org.gatereader.daemon.gate;

import java.util.List;
import java.util.Set;
import org.gatereader.daemon.display.Sign;

/**
 * How the gate stands at the end of a turn; for the technician, never for a passer-by.
 *
 * @param reasons why nobody is admitted; can hold beneath FAULT and EMERGENCY_OPEN too
 * @param problems what each device that does not work last said, free of anything personal
 */
public record GateStatus(
        GateState state, Set<OutOfService> reasons, Alarms alarms, List<String> problems) {
    /** What is wrong around the gate without stopping it, and what is being shown. */
    public record Alarms(boolean isTampered, boolean isHeldOpen, Sign sign) {}
}
