package org.gatereader.gatectl.repo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The target {@code issuers.json} while entries are added to it. */
public final class IssuerTargets {
    private static final String ISSUERS = "issuers.json";
    private static final String STATUS = "status";

    private final TufRepository repository;

    public IssuerTargets(TufRepository repository) {
        this.repository = repository;
    }

    /**
     * The file with one more entry; nothing is staged yet.
     *
     * @param entry one JSON object
     */
    public byte[] with(byte[] entry) throws RepositoryException, IOException {
        return Json.published(entriesAnd(entry(entry)));
    }

    /** The same, and one more source of status lists in the new entry. */
    public byte[] with(byte[] entry, Map<String, Object> status)
            throws RepositoryException, IOException {
        Map<String, Object> added = entry(entry);
        Json.list(added, STATUS).add(status);
        return Json.published(entriesAnd(added));
    }

    private static Map<String, Object> entry(byte[] document) throws RepositoryException {
        return Json.asObject("entry", Json.read("entry", document));
    }

    private List<Object> entriesAnd(Map<String, Object> added)
            throws RepositoryException, IOException {
        byte[] before = repository.target(ISSUERS).orElse(null);
        List<Object> entries = new ArrayList<>();
        if (before != null && Json.read(ISSUERS, before) instanceof List<?> held) {
            entries.addAll(held);
        }
        entries.add(added);
        return entries;
    }
}
