package org.gatereader.verifier.decision;

/**
 * One thing that happened at the gate, as the journal keeps it: a kind and a number, and no field
 * in which an identity would fit.
 *
 * @param number what the kind says it is: a pass class, a deny code, a count; 0 where it says
 *     nothing
 */
public record GateEvent(Kind kind, long number) {

    public static GateEvent of(Kind kind) {
        return new GateEvent(kind, 0);
    }

    /** When an event is written: at once, or shuffled among others at the end of its bucket. */
    public enum Timing {
        /** About a passer-by: its order and exact time could name a person. */
        PERSON,
        /** About a device, life safety or an operator. */
        AT_ONCE
    }

    /** What happened. The codes are append-only and held by a golden file. */
    public enum Kind {
        /** The relay was engaged for a person; the number is the pass class. */
        GRANTED(1, Timing.PERSON),
        /** A person was refused; the number is the deny code. */
        DENIED(2, Timing.PERSON),
        /** The passage sensor saw the granted person through. */
        PASSED(3, Timing.PERSON),
        /** Granted and nobody walked. */
        NOT_OPENED_AFTER_GRANT(4, Timing.PERSON),
        /** Somebody pressed the exit button: the number is 0. */
        EXIT_REQUESTED(5, Timing.PERSON),
        /**
         * A day (UTC) has ended; the number is how many were refused in it because their credential
         * was expired, revoked or suspended.
         */
        NOT_CURRENT_OF_DAY(6, Timing.AT_ONCE),
        /** Something in the NFC field gave no presentation; the number is the fault's. */
        TAP_FAILED(7, Timing.PERSON),

        STARTING(20, Timing.AT_ONCE),
        READY(21, Timing.AT_ONCE),
        STOPPED(22, Timing.AT_ONCE),
        /** The built-in vectors were not all judged rightly; the number is how many were not. */
        SELF_CHECK_FAILED(23, Timing.AT_ONCE),
        /** The trust snapshot was replaced; the number is how many issuer keys it holds. */
        TRUST_LOADED(24, Timing.AT_ONCE),
        /**
         * A trust directory was refused and the previous one serves on; the number is how many
         * faults.
         */
        TRUST_REFUSED(25, Timing.AT_ONCE),
        /** The number says why, as ClockCondition has it. */
        CLOCK_UNTRUSTED(26, Timing.AT_ONCE),
        CLOCK_TRUSTED(27, Timing.AT_ONCE),
        MAINTENANCE_BEGUN(28, Timing.AT_ONCE),
        MAINTENANCE_ENDED(29, Timing.AT_ONCE),
        /** A technician's pulse in OUT_OF_SERVICE. */
        TECHNICIAN_PULSE(30, Timing.AT_ONCE),
        SELF_TEST_RUN(31, Timing.AT_ONCE),
        /** Events that found the queue full; the number is how many. */
        EVENTS_DROPPED(32, Timing.AT_ONCE),
        /** A bug of ours was caught and the person refused with 901. */
        VERIFIER_FAULT(33, Timing.AT_ONCE),
        /**
         * Somebody entitled used the control socket; the number is the verb's. What came of it is
         * an event of its own.
         */
        CONTROL_VERB(34, Timing.AT_ONCE),
        /**
         * A status list has come to another step of its ladder; the number is the step: 0 fresh, 1
         * warn, 2 degraded, 3 closed.
         */
        STATUS_LIST_AGED(35, Timing.AT_ONCE),
        /** From now on files serve that nobody signed; once a start. */
        UNSIGNED_TRUST(36, Timing.AT_ONCE),

        EMERGENCY_OPENED(40, Timing.AT_ONCE),
        EMERGENCY_ENDED(41, Timing.AT_ONCE),
        FORCED_PASSAGE(42, Timing.AT_ONCE),
        HELD_OPEN(43, Timing.AT_ONCE),
        HELD_OPEN_ENDED(44, Timing.AT_ONCE),
        TAMPERED(45, Timing.AT_ONCE),
        TAMPER_ENDED(46, Timing.AT_ONCE),

        /**
         * A signed update was refused, or taken in part, and the set before serves on. The number
         * is the clause of The Update Framework without its dots (5.4.4 is 544), or from 9001 a
         * rule of the store's own.
         */
        UPDATE_REFUSED(50, Timing.AT_ONCE),

        RELAY_FAILED(60, Timing.AT_ONCE),
        RELAY_RECOVERED(61, Timing.AT_ONCE),
        /** The number is the contact: 1 fire, 2 tamper, 3 exit button, 4 passage sensor. */
        INPUT_FAILED(62, Timing.AT_ONCE),
        INPUT_RECOVERED(63, Timing.AT_ONCE),
        INDICATOR_FAILED(64, Timing.AT_ONCE),
        INDICATOR_RECOVERED(65, Timing.AT_ONCE),
        CAMERA_FAILED(66, Timing.AT_ONCE),
        CAMERA_RECOVERED(67, Timing.AT_ONCE),
        /** Opening the camera again did not help, and its USB port was reset. */
        CAMERA_RESET(68, Timing.AT_ONCE),
        NFC_FAILED(72, Timing.AT_ONCE),
        NFC_RECOVERED(73, Timing.AT_ONCE),
        /** Opening the NFC reader again did not help, and its USB port was reset. */
        NFC_RESET(74, Timing.AT_ONCE);

        private final int code;
        private final Timing timing;

        Kind(int code, Timing timing) {
            this.code = code;
            this.timing = timing;
        }

        public int code() {
            return code;
        }

        public Timing timing() {
            return timing;
        }
    }
}
