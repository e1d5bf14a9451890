package org.gatereader.daemon.gate;

/** Where the gate stands; of several that hold at once, the later one here is meant. */
public enum GateState {
    /** Ready for the next person. */
    LOCKED,
    /** The relay was engaged for one person, who has not begun to walk. */
    UNLOCKED,
    /** The passage sensor sees somebody. */
    PASSING,
    /** Nobody is admitted; {@link OutOfService} says why. */
    OUT_OF_SERVICE,
    /** The relay or the fire contact can not be used; it is being reopened. */
    FAULT,
    /** The fire contact is open: the relay is released and the barrier opens by its own input. */
    EMERGENCY_OPEN
}
