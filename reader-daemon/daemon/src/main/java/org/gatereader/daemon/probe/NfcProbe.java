package org.gatereader.daemon.probe;

import java.time.Duration;
import java.util.Optional;
import org.gatereader.daemon.control.wire.SelfTestReport.Finding;
import org.gatereader.daemon.control.wire.SelfTestReport.Part;
import org.gatereader.daemon.control.wire.SelfTestReport.Section;
import org.gatereader.daemon.intake.NfcExamination;

/**
 * Has the NFC reader asked whether it is there, and what it is. One that was just plugged in is
 * waited for.
 */
final class NfcProbe implements Probe {
    /** A conversation of a second and a half, and opening a reader that came back. */
    private static final Duration WAIT = Duration.ofSeconds(3);

    private final Part part = new Part(Section.NFC, "nfc reader");
    private final Optional<TapsUnderTest> taps;
    private final NfcExamination examination = new NfcExamination();
    private boolean isBegun;
    private long begunAtNanos;

    /**
     * @param taps empty where the site has wired no reader
     */
    NfcProbe(Optional<TapsUnderTest> taps) {
        this.taps = taps;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Duration patience() {
        return WAIT.plusSeconds(1);
    }

    @Override
    public Optional<Finding> runOnce(long nanos) {
        return taps.isEmpty()
                ? Optional.of(Findings.skip(part, "this gate has none"))
                : ask(taps.get(), nanos);
    }

    private Optional<Finding> ask(TapsUnderTest asked, long nanos) {
        if (!isBegun) {
            isBegun = true;
            begunAtNanos = nanos;
            asked.examine(examination);
        }
        boolean isOver = nanos - begunAtNanos >= WAIT.toNanos();
        if (examination.answer().isEmpty() && !isOver) {
            return Optional.empty();
        }
        return Optional.of(examination.answer().map(this::answered).orElseGet(() -> silent(asked)));
    }

    @Override
    public void letGo() {
        taps.ifPresent(asked -> asked.examine(null));
    }

    private Finding answered(NfcExamination.Answer answer) {
        return Findings.pass(
                part,
                "%s; answers in %d ms".formatted(answer.description(), answer.took().toMillis()));
    }

    private Finding silent(TapsUnderTest asked) {
        String said = asked.readerProblem().orElse("no answer in " + WAIT.toSeconds() + " s");
        return Findings.fail(part, said, Remedy.NFC_FAILED);
    }
}
