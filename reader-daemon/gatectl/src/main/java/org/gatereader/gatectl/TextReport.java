package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatereader.verifier.trust.IssuerKey;
import org.gatereader.verifier.verdict.Check;
import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Lane.Profile;

/** The examination of a file for a person; the last line is the decision and nothing else. */
final class TextReport implements Report {
    private static final int CODE_LENGTH_MAX = 200;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Language language;

    TextReport(Surroundings surroundings, Language language) {
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.language = language;
    }

    @Override
    public void unreadable(Path file, String problem) {
        err.println("gatectl: " + Printable.of(file + ": " + problem));
    }

    @Override
    public void judged(Path file, Examination examination) {
        out.println(Printable.of(file.toString()));
        source(examination);
        checks(examination);
        evidence(examination.evidence());
        claims(examination.evidence().anatomy());
        conclusion(examination);
        out.println(examination.lastLine());
        out.flush();
    }

    private void source(Examination examination) {
        Captured captured = examination.captured();
        line("content", content(captured));
        Optional<String> foreign = captured.text().filter(_ -> captured.presentation().length == 0);
        foreign.ifPresent(text -> line("text", Printable.quoted(text, CODE_LENGTH_MAX)));
        Examiner.Setting setting = examination.setting();
        line(
                "judged as",
                "gate %s, channel %s, at %s ± 0.5 s"
                        .formatted(
                                Printable.of(setting.gate()),
                                setting.channel().name().toLowerCase(Locale.ROOT),
                                setting.at()));
    }

    private static String content(Captured captured) {
        String file =
                switch (captured.kind()) {
                    case PICTURE -> captured.picture().map(TextReport::picture).orElse("");
                    case TEXT -> "text";
                    case BYTES -> "bytes";
                };
        String text = captured.text().map(code -> ", " + code.length() + " characters").orElse("");
        int presentation = captured.presentation().length;
        return file + text + (presentation > 0 ? ", presentation of " + presentation + " B" : "");
    }

    private static String picture(Captured.Picture picture) {
        return "picture of %d x %d px, QR code of version %d"
                .formatted(picture.width(), picture.height(), picture.qrVersion());
    }

    private void checks(Examination examination) {
        Profile profile = examination.outcome().profile();
        heading("checks of " + profile);
        for (Check check : profile.checks()) {
            check(profile.number(check), examination.progress(check).label(), check.title());
        }
        check(profile.checks().size() + 1, "not applicable", "the gate itself (601..604)");
    }

    private void check(int number, String progress, String title) {
        out.println(String.format(Locale.ROOT, "  %2d  %-14s  %s", number, progress, title));
    }

    private void evidence(Evidence evidence) {
        evidence.trustEntry()
                .ifPresent(
                        entry -> {
                            heading(
                                    "issuers.json, entry %d of %d"
                                            .formatted(entry.position(), entry.of()));
                            trustEntry(entry.key().identity());
                        });
        evidence.listEntry()
                .ifPresent(
                        entry -> {
                            heading("status list");
                            line("uri", Printable.of(entry.list().info().uri()));
                            line("issued", entry.list().info().issuedAt().toString());
                            line("expires", entry.list().info().expiresAt().toString());
                            line("entries", entry.list().size() + ", this one " + entry.index());
                            line("state", entry.list().stateAt(entry.index()).name());
                        });
    }

    private void trustEntry(IssuerKey.Identity identity) {
        line("issuer", Printable.of(identity.issuer()));
        line("key", Printable.of(identity.keyName().text()) + ", " + identity.algorithm());
        line("realm", identity.realm().label());
        line("valid", identity.validity().from() + " to " + identity.validity().until());
    }

    private void claims(Anatomy anatomy) {
        claims("holder signed", anatomy.proof());
        claims("issuer signed, header", anatomy.credentialHeader());
        claims("issuer signed", anatomy.credential());
    }

    private void claims(String title, List<Anatomy.Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        heading(title);
        for (Anatomy.Claim claim : claims) {
            line(claim.key().shown(), claim.shown());
        }
    }

    private void conclusion(Examination examination) {
        out.println();
        examination.outcome().bug().ifPresent(place -> out.println("stopped by " + place));
        Optional<DenyReason> reason = examination.reason();
        if (reason.isPresent()) {
            out.println(language.sentence(reason.get()));
            out.println("The passer-by is told " + reason.get().advice() + ".");
        } else {
            out.println("Every check held: a gate would open.");
        }
    }

    private void heading(String title) {
        out.println();
        out.println(title);
    }

    private void line(String name, String value) {
        out.println(String.format(Locale.ROOT, "  %-9s  %s", name, value));
    }
}
