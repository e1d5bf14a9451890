package org.gatereader.verifier.encoding;

import org.gatereader.verifier.verdict.DenyReason;
import org.gatereader.verifier.verdict.Verdict;

/** What reading a JSON document came to: the whole of it, or the first fault in it. */
public sealed interface JsonReading permits JsonReading.Whole, JsonFault {

    /** The document was read to its end. */
    record Whole(JsonValue root) implements JsonReading {
        /** Says only that it was read: the document can hold claims, and identity never prints. */
        @Override
        public String toString() {
            return "Whole";
        }
    }

    /** For presentations, where nobody is told the line: a fault is 105. */
    default Verdict<JsonValue> asVerdict() {
        return switch (this) {
            case Whole(JsonValue root) -> Verdict.passed(root);
            case JsonFault _ -> Verdict.refused(DenyReason.MALFORMED);
        };
    }
}
