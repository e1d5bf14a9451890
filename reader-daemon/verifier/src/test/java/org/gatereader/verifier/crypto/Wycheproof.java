package org.gatereader.verifier.crypto;

import java.util.HexFormat;
import java.util.List;
import org.gatereader.verifier.Vectors;
import org.gatereader.verifier.encoding.JsonObject;

/** One case of a Wycheproof file: its own members, and those of the group it stands in. */
record Wycheproof(JsonObject group, JsonObject test) {
    private static final String DIRECTORY = "third-party/wycheproof/";

    static List<Wycheproof> casesOf(String file) {
        return Vectors.objects(Vectors.read(DIRECTORY + file), "testGroups").stream()
                .flatMap(
                        group ->
                                Vectors.objects(group, "tests").stream()
                                        .map(test -> new Wycheproof(group, test)))
                .toList();
    }

    /** The number of cases that the file itself states. */
    static long statedCountOf(String file) {
        return Vectors.number(Vectors.read(DIRECTORY + file), "numberOfTests");
    }

    boolean isValid() {
        return Vectors.text(test, "result").equals("valid");
    }

    byte[] bytes(String member) {
        return HexFormat.of().parseHex(Vectors.text(test, member));
    }

    long number(String member) {
        return Vectors.number(test, member);
    }

    long groupNumber(String member) {
        return Vectors.number(group, member);
    }

    String groupText(String object, String member) {
        return Vectors.text(Vectors.object(group, object), member);
    }

    @Override
    public String toString() {
        return "tcId " + number("tcId") + ": " + Vectors.text(test, "comment");
    }
}
