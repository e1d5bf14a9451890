package org.gatereader.verifier.trust;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatereader.verifier.encoding.JsonValue;
import org.gatereader.verifier.encoding.Scalar;
import org.gatereader.verifier.verdict.Lane;
import org.jspecify.annotations.Nullable;

/** Reads {@code policy.json}, a site's own and the nation's. */
final class PolicyFile {
    private static final Set<String> KEYS =
            Set.of(
                    "site",
                    "gateGroups",
                    "zone",
                    "lanes",
                    "types",
                    "issuers",
                    "classes",
                    "hours",
                    "requiredClaims",
                    "statusExempt",
                    "staleness");
    private static final Set<String> KEYS_OF_A_PLACE = Set.of("site", "gateGroups", "zone");
    private static final Set<String> WINDOW_KEYS = Set.of("days", "from", "until");

    private final MemberReader members;

    private PolicyFile(MemberReader members) {
        this.members = members;
    }

    /** The policy; it means something only if no fault was added. */
    static SitePolicy read(MemberReader members) {
        return new PolicyFile(members).policy();
    }

    /** What every site keeps to; of a place it can not speak. Likewise. */
    static NationalPolicy readNational(MemberReader members) {
        return new PolicyFile(members).national();
    }

    private SitePolicy policy() {
        members.requireOnly(KEYS);
        var place = new SitePolicy.Place(members.text("site"), groups(), zone(), hours());
        return new SitePolicy(place, lanes(), admission(), requiredClaims());
    }

    private NationalPolicy national() {
        Set<String> known = new HashSet<>(KEYS);
        known.removeAll(KEYS_OF_A_PLACE);
        members.requireOnly(known);
        return new NationalPolicy(lanes(), hours(), admission(), requiredClaims());
    }

    private SitePolicy.Admission admission() {
        return new SitePolicy.Admission(
                allowed("types", members.texts("types")),
                allowed("issuers", members.texts("issuers")),
                allowed("classes", members.naturals("classes")),
                new SitePolicy.StatusRules(Set.copyOf(members.texts("statusExempt")), staleness()));
    }

    private <T> Allowed<T> allowed(String name, List<T> values) {
        return members.has(name) ? Allowed.only(Set.copyOf(values)) : Allowed.everything();
    }

    private StalenessRules staleness() {
        return members.optionalObject("staleness")
                .map(StalenessFile::read)
                .orElse(StalenessRules.STANDARD);
    }

    /**
     * A list of names: each holds every gate of the site; an object: each holds the gates named.
     */
    private GateGroups groups() {
        Map<String, Set<String>> groups = new HashMap<>();
        members.either(
                "gateGroups",
                names -> names.forEach(name -> groups.put(name, Set.of(GateGroups.EVERY_GATE))),
                object -> {
                    for (String name : object.names()) {
                        groups.put(name, Set.copyOf(object.texts(name)));
                    }
                });
        return new GateGroups(groups);
    }

    private ZoneId zone() {
        String expected = "a time zone such as Asia/Seoul";
        String zone = members.text("zone", expected);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            members.fault("zone", "expected " + expected);
            return ZoneOffset.UTC;
        }
    }

    private Set<Lane> lanes() {
        Set<Lane> lanes = EnumSet.noneOf(Lane.class);
        if (!members.has("lanes")) {
            members.fault("lanes", "expected a list of lanes such as p1-qr, got nothing");
        }
        for (String label : members.texts("lanes")) {
            Optional<Lane> lane = Lane.labelled(label);
            if (lane.isEmpty()) {
                members.fault("lanes", "expected one of " + labels());
            } else {
                lanes.add(lane.get());
            }
        }
        for (Lane lane : lanes) {
            Optional<Lane> twin = lane.withChallenge();
            if (twin.filter(lanes::contains).isPresent()) {
                String both = lane.label() + " or " + twin.get().label();
                members.fault("lanes", "expected " + both + ", got both");
            }
        }
        return lanes;
    }

    private static String labels() {
        return Arrays.stream(Lane.values()).map(Lane::label).collect(Collectors.joining(", "));
    }

    private OpeningHours hours() {
        if (!members.has("hours")) {
            return OpeningHours.ALWAYS;
        }
        return OpeningHours.only(
                members.objects("hours").stream().map(PolicyFile::window).toList());
    }

    private static OpeningHours.Window window(MemberReader window) {
        window.requireOnly(WINDOW_KEYS);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : window.texts("days")) {
            DayOfWeek day = day(name);
            if (day == null) {
                window.fault("days", "expected mon, tue, wed, thu, fri, sat or sun");
            } else {
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            window.fault("days", "expected at least one day");
        }
        return new OpeningHours.Window(days, time(window, "from"), time(window, "until"));
    }

    private static @Nullable DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String full = day.name().toLowerCase(Locale.ROOT);
            String given = name.toLowerCase(Locale.ROOT);
            if (given.equals(full) || given.equals(full.substring(0, 3))) {
                return day;
            }
        }
        return null;
    }

    private static LocalTime time(MemberReader window, String name) {
        String expected = "a time such as 07:00";
        String text = window.text(name, expected);
        // A day ends at 24:00, and begins at 00:00.
        if (text.equals("24:00") && name.equals("until")) {
            return LocalTime.MIDNIGHT;
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException _) {
            window.fault(name, "expected " + expected);
            return LocalTime.MIDNIGHT;
        }
    }

    private Map<String, Set<Scalar>> requiredClaims() {
        Map<String, Set<Scalar>> required = new HashMap<>();
        members.optionalObject("requiredClaims")
                .ifPresent(
                        claims -> {
                            for (String name : claims.names()) {
                                required.put(name, new HashSet<>(values(claims, name)));
                            }
                        });
        return required;
    }

    private static List<Scalar> values(MemberReader claims, String name) {
        return claims.items(
                name,
                "a list of texts, whole numbers or truth values",
                item ->
                        switch (item) {
                            case JsonValue.Text text -> new Scalar.Text(text.value());
                            case JsonValue.Int number -> new Scalar.Whole(number.value());
                            case JsonValue.Bool truth -> new Scalar.Truth(truth.value());
                            default -> null;
                        });
    }
}
