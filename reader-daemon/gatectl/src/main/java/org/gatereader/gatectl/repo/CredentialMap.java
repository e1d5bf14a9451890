package org.gatereader.gatectl.repo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which entries belong to a reference: a staff number, a case number, whatever the issuer keeps. It
 * is the issuer's file and stays there: nothing of it goes into a repository.
 *
 * <p>Text, one entry a line: {@code reference,uri,index}. A reference may have several entries, one
 * for each of a person's credentials. Lines that are empty or begin with {@code #} are passed over.
 */
public final class CredentialMap {
    private final Map<String, List<ListEntry>> entries = new HashMap<>();

    private CredentialMap() {}

    /**
     * Reads one.
     *
     * @throws RepositoryException if a line is something else; it says which
     */
    public static CredentialMap read(List<String> lines) throws RepositoryException {
        var map = new CredentialMap();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\\s*,\\s*", -1);
            if (cells.length != 3 || !cells[2].matches("\\d{1,9}")) {
                throw new RepositoryException("line " + (i + 1) + ": expected reference,uri,index");
            }
            map.entries
                    .computeIfAbsent(cells[0], _ -> new ArrayList<>())
                    .add(new ListEntry(cells[1], Long.parseLong(cells[2])));
        }
        return map;
    }

    /** The entries of a reference. */
    public List<ListEntry> of(String reference) throws RepositoryException {
        List<ListEntry> found = entries.get(reference);
        if (found == null) {
            throw new RepositoryException("expected a reference that the map has, got another");
        }
        return List.copyOf(found);
    }
}
