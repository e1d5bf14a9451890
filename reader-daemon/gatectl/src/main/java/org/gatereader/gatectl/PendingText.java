package org.gatereader.gatectl;

import java.io.PrintWriter;
import java.util.Map;
import org.gatereader.gatectl.repo.Pending;

/** What is staged in a repository, for whoever is to sign it. */
final class PendingText {
    private final PrintWriter out;

    PendingText(PrintWriter out) {
        this.out = out;
    }

    void print(Map<String, Pending> staged) {
        staged.forEach(this::print);
    }

    /** One line of a role that was not published with the others. */
    void printWaiting(String role, Pending pending) {
        String why =
                pending.missing().isEmpty()
                        ? "what it belongs to waits"
                        : String.join("; ", pending.missing());
        line("waits: " + role + " " + pending.version() + ": " + why);
    }

    private void print(String role, Pending pending) {
        line(role + " " + pending.version() + ", expires " + pending.expires());
        pending.changes().forEach(change -> line("  " + change));
        if (pending.missing().isEmpty()) {
            line("  enough signatures");
        }
        pending.missing().forEach(missing -> line("  " + missing));
    }

    private void line(String text) {
        out.println(Printable.of(text));
    }
}
