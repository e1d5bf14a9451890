package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gatereader.daemon.control.wire.TrustReport;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.RoleRule;

/** What a gate believes, for a person, in Korean or English. */
final class TrustText {
    private final PrintWriter out;
    private final Instant now;
    private final Language language;

    /**
     * A text by the clock of whoever asks.
     *
     * @param surroundings where it is printed, and now
     */
    TrustText(Surroundings surroundings, Language language) {
        this.out = surroundings.out();
        this.now = surroundings.clocks().wall().instant();
        this.language = language;
    }

    void print(String gateId, TrustReport trust) {
        line("%s: %s", gateId, source(trust.source()));
        line(words("  issuer keys  %d", "  발급기관 키  %d"), trust.serving().issuerKeys());
        roles(trust);
        targets(trust);
        lists(trust);
        trust.lastRefusal().ifPresent(this::refusal);
    }

    private String source(TrustReport.Source source) {
        return switch (source) {
            case SIGNED -> words("signed trust", "서명된 신뢰 정보");
            case PLAIN -> words(source.word(), source.word() + " (서명되지 않은 신뢰 정보)");
        };
    }

    private void roles(TrustReport trust) {
        if (trust.roles().isEmpty()) {
            return;
        }
        heading(words("signed metadata", "서명된 메타데이터"));
        for (TrustReport.Role role : trust.roles()) {
            line(
                    words("  %-16s version %-6d %s", "  %-16s 버전 %-6d %s"),
                    role.name(),
                    role.version(),
                    deadline(role.expiresAt())
                            + (isLate(role) ? words(", RENEW IT", ", 갱신하십시오") : ""));
        }
    }

    /** By our own table: how long a role that somebody else names may live, is not known here. */
    private boolean isLate(TrustReport.Role role) {
        try {
            return RoleRule.of(role.name()).isLate(role.expiresAt(), now);
        } catch (RepositoryException _) {
            return !role.expiresAt().isAfter(now);
        }
    }

    private void targets(TrustReport trust) {
        if (trust.serving().targets().isEmpty()) {
            return;
        }
        heading(words("serving", "적용 중인 파일"));
        for (TrustReport.Target target : trust.serving().targets()) {
            line("  %s", target.path());
            line("    %d B, sha256 %s", target.bytes(), target.sha256());
        }
    }

    private void lists(TrustReport trust) {
        heading(words("status lists", "상태 목록"));
        if (trust.serving().lists().isEmpty()) {
            line(words("  none", "  없음"));
        }
        for (TrustReport.StatusList list : trust.serving().lists()) {
            line("  %s", list.uri());
            line(
                    words(
                            "    issued %s, %s old, %s, %d entries, canary %s",
                            "    발급 %s, 경과 %s, %s, 항목 %d개, 카나리아 %s"),
                    list.age().issuedAt(),
                    StatusText.rounded(list.age().old()),
                    deadline(list.age().expiresAt()),
                    list.entries(),
                    canary(list.canary()));
            list.standings().forEach(this::standing);
        }
        for (String unasked : trust.serving().unasked()) {
            line(words("  left out, %s", "  사용하지 않음, %s"), unasked);
        }
    }

    private void standing(TrustReport.Standing standing) {
        TrustReport.Deadlines deadlines = standing.deadlines();
        line(
                words(
                        "    %s: %s; warn after %s, degraded after %s, closed after %s",
                        "    %s: %s; 경고 %s, 제한 %s, 중단 %s 이후"),
                classes(standing.classes()),
                step(standing.step()),
                deadlines.warn(),
                deadlines.degraded(),
                deadlines.closed());
    }

    private String classes(List<Long> classes) {
        if (classes.isEmpty()) {
            return words("all other classes", "그 밖의 모든 등급");
        }
        String numbers = classes.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return words("class ", "등급 ") + numbers;
    }

    private String step(String step) {
        return switch (step) {
            case "fresh" -> words("fresh", "최신");
            case "warn" -> words("WARN", "경고");
            case "degraded" -> words("DEGRADED", "제한");
            default -> words("CLOSED", "중단");
        };
    }

    private String canary(TrustReport.Canary canary) {
        return switch (canary) {
            case OK -> words("ok", "정상");
            case WRONG -> words("WRONG", "불일치");
            case NONE -> words("none", "없음");
        };
    }

    private void refusal(TrustReport.Refusal refusal) {
        heading(words("the last update was refused", "마지막 갱신이 거부됨"));
        line("  %s  %s", refusal.at(), refusal.file());
        line("  %s: %s", refusal.rule(), refusal.message());
    }

    /** How long it is until an instant; long ago where it has passed. */
    private String deadline(Instant instant) {
        Duration left = Duration.between(now, instant);
        if (left.isNegative() || left.isZero()) {
            return words("EXPIRED %s ago", "만료됨 (%s 전)")
                    .formatted(StatusText.rounded(left.negated()));
        }
        return words("expires in %s", "만료까지 %s").formatted(StatusText.rounded(left));
    }

    /** Whether nobody need look after it. */
    boolean isInOrder(TrustReport trust) {
        return trust.lastRefusal().isEmpty()
                && trust.serving().issuerKeys() > 0
                && trust.roles().stream().noneMatch(this::isLate)
                && trust.serving().lists().stream().allMatch(this::isInOrder);
    }

    private boolean isInOrder(TrustReport.StatusList list) {
        return list.canary() != TrustReport.Canary.WRONG
                && list.age().expiresAt().isAfter(now)
                && list.standings().stream().allMatch(each -> each.step().equals("fresh"));
    }

    private String words(String english, String korean) {
        return language == Language.KO ? korean : english;
    }

    private void heading(String title) {
        out.println();
        out.println(title);
    }

    private void line(String format, Object... values) {
        out.println(Printable.of(String.format(Locale.ROOT, format, values)));
    }
}
