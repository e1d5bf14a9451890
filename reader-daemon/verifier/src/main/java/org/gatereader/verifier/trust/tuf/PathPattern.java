package org.gatereader.verifier.trust.tuf;

/**
 * A PATHPATTERN of section 4.5: {@code *} stands for any characters and {@code ?} for one, neither
 * for a slash. Every other character, also {@code [}, stands for itself, which can only narrow what
 * a role is trusted for.
 */
record PathPattern(String pattern) {
    boolean matches(String path) {
        String[] patterns = pattern.split("/", -1);
        String[] segments = path.split("/", -1);
        if (patterns.length != segments.length) {
            return false;
        }
        for (int i = 0; i < patterns.length; i++) {
            if (!segmentMatches(patterns[i], segments[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether some path that begins with this prefix, which ends in a slash, could match. */
    boolean mayMatchBelow(String prefix) {
        String[] patterns = pattern.split("/", -1);
        String[] segments = prefix.split("/", -1);
        if (patterns.length < segments.length) {
            return false;
        }
        for (int i = 0; i < segments.length - 1; i++) {
            if (!segmentMatches(patterns[i], segments[i])) {
                return false;
            }
        }
        return true;
    }

    /** Goes back to the last star only: no pattern takes more than pattern × path steps. */
    private static boolean segmentMatches(String pattern, String segment) {
        int at = 0;
        int star = -1;
        int resumeAt = 0;
        int i = 0;
        while (i < segment.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resumeAt = i;
            } else if (at < pattern.length() && standsFor(pattern.charAt(at), segment.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resumeAt;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(rest -> rest == '*');
    }

    private static boolean standsFor(char pattern, char character) {
        return pattern == '?' || pattern == character;
    }
}
