package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.util.List;
import org.gatereader.gatectl.repo.StatusLists;

/** The versions of status lists that every gate must show from now on. */
final class VersionText {
    private final PrintWriter out;

    VersionText(PrintWriter out) {
        this.out = out;
    }

    void print(List<StatusLists.Version> versions) {
        for (StatusLists.Version version : versions) {
            out.println(
                    Printable.of(
                            "each gate must show: %s issued %s, sha256 %s"
                                    .formatted(
                                            version.uri(), version.issuedAt(), version.sha256())));
        }
    }
}
