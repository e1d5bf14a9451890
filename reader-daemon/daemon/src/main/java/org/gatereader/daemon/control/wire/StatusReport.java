package org.gatereader.daemon.control.wire;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a gate stands: what runs, what it shows, what it trusts and what it has counted. */
public record StatusReport(Reader reader, Gate gate, TrustReport trust, Figures figures) {

    /**
     * The process.
     *
     * @param cryptoModule whose arithmetic judges the signatures
     */
    public record Reader(String version, String gateId, String cryptoModule, ClockReport clock) {}

    /**
     * The turnstile.
     *
     * @param sign what the passer-by sees
     * @param reasons why nobody is admitted, empty while somebody is
     */
    public record Gate(String state, String sign, List<String> reasons, Hardware hardware) {
        public Gate {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What the gate consists of.
     *
     * @param problems what each device that does not work last said
     */
    public record Hardware(List<DeviceStatus> devices, List<String> problems) {
        public Hardware {
            devices = List.copyOf(devices);
            problems = List.copyOf(problems);
        }
    }

    /**
     * What was counted since the process began; no figure of it says when.
     *
     * @param denied by deny code; expired, revoked and suspended only as their class, 400
     */
    public record Figures(
            long granted, SortedMap<Integer, Long> denied, Drops drops, List<Stage> stages) {
        public Figures {
            denied = new TreeMap<>(denied);
            stages = List.copyOf(stages);
        }

        /** By deny code, in rising order; the caller's own copy. */
        @Override
        public SortedMap<Integer, Long> denied() {
            return new TreeMap<>(denied);
        }
    }

    /** What found its queue full. */
    public record Drops(long payloads, long decisions, long events) {}

    /** How long one stage of a decision took. */
    public record Stage(String name, long count, Percentiles micros) {}

    /** In microseconds. */
    public record Percentiles(long p50, long p95, long p99, long max) {}
}
