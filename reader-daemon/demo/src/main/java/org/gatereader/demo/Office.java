package org.gatereader.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatereader.demo.cases.DemoTrust;
import org.gatereader.demo.cases.Scene;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.gatectl.enrol.EnrolmentException;
import org.gatereader.gatectl.enrol.GateDirectory;
import org.gatereader.gatectl.enrol.TrustedRoot;
import org.gatereader.gatectl.inbox.Bundle;
import org.gatereader.gatectl.inbox.BundleException;
import org.gatereader.gatectl.inbox.Contents;
import org.gatereader.gatectl.inbox.Mirror;
import org.gatereader.gatectl.repo.KeyFile;
import org.gatereader.gatectl.repo.ListEntry;
import org.gatereader.gatectl.repo.ListState;
import org.gatereader.gatectl.repo.PublicKeyEntry;
import org.gatereader.gatectl.repo.Publication;
import org.gatereader.gatectl.repo.RepositoryException;
import org.gatereader.gatectl.repo.RolePlan;
import org.gatereader.gatectl.repo.StatusLists;
import org.gatereader.gatectl.repo.TufRepository;

/**
 * Where people report a phone lost: a repository of one person, with keys that are thrown away when
 * the demo ends. Its lists are those of the demo's issuer; from there on all is as in any office.
 */
final class Office implements AutoCloseable {
    private static final String SITE_ROLE = "site-" + DemoSite.SITE;
    private static final List<String> ROLES =
            List.of("root", "targets", "directory", "status", SITE_ROLE, "snapshot", "timestamp");

    /** What the nation leaves open; the site narrows it to the lanes of the scene. */
    private static final JsonMap NATION =
            new JsonMap().put("lanes", List.of("p1-qr", "p2-qr", "p1-tap"));

    private final TufRepository repository;
    private final StatusLists lists;
    private final KeyFile clerk = KeyFile.inMemory("clerk");
    private final KeyFile list;

    /**
     * Opens the office.
     *
     * @param directory a new one
     */
    Office(Path directory, Instant now) throws IOException {
        StatusListIssuer issuer = StatusListIssuer.demo();
        list = KeyFile.of(issuer.keyName(), issuer.key().toKeyPair());
        try {
            repository = TufRepository.init(directory, plan(), now);
            lists = new StatusLists(repository);
            takeOver(DemoSite.STATUS_URI, "cwt");
            takeOver(DemoSite.JWT_STATUS_URI, "jwt");
        } catch (RepositoryException e) {
            throw new IOException(e.problem(), e);
        }
    }

    private RolePlan plan() {
        Map<String, List<PublicKeyEntry>> keys = new LinkedHashMap<>();
        Map<String, Integer> thresholds = new HashMap<>();
        for (String role : ROLES) {
            keys.put(role, List.of(clerk.publicKey()));
            thresholds.put(role, 1);
        }
        return new RolePlan(keys, thresholds, RolePlan.Laxity.LAX_THRESHOLDS);
    }

    private void takeOver(String uri, String format) throws RepositoryException, IOException {
        StatusArray states = DemoTrust.states();
        var shape = new StatusLists.Shape(format, states.bits(), DemoSite.STATUS_ENTRIES);
        lists.takeOver(uri, shape, list, states.packed());
    }

    /** Publishes what the gates of a scene are to believe. */
    void publish(Scene scene, Instant now) throws IOException {
        try {
            for (var file : DemoTrust.of(scene, scene.beginsAt()).files().entrySet()) {
                put(file.getKey(), file.getValue(), now);
            }
            lists.issue(List.of(list), now);
            publication(now).publish();
        } catch (RepositoryException e) {
            throw new IOException(e.problem(), e);
        }
    }

    private void put(String name, byte[] content, Instant now)
            throws RepositoryException, IOException {
        if (name.equals("policy.json")) {
            repository.put("site/" + DemoSite.SITE + "/" + name, content, now);
            repository.put(name, NATION.toJson().getBytes(UTF_8), now);
        } else {
            repository.put(name, content, now);
        }
    }

    private Publication publication(Instant now) {
        return new Publication(repository, List.of(clerk), now);
    }

    /** Suspends the passes of the demo's phone, or restores them; signs and publishes. */
    void change(ListState to, Instant now) throws IOException {
        List<ListEntry> passes = new ArrayList<>();
        for (String uri : List.of(DemoSite.STATUS_URI, DemoSite.JWT_STATUS_URI)) {
            passes.add(new ListEntry(uri, DemoTrust.PHONE_INDEX));
        }
        try {
            lists.apply(lists.changes(passes, to));
            lists.issue(List.of(list), now);
            publication(now).publish(List.of("status"));
        } catch (RepositoryException e) {
            throw new IOException(e.problem(), e);
        }
    }

    /** Tells a machine whom to believe, as a technician does who has compared the fingerprint. */
    void enrol(Path state, Instant now) throws IOException {
        byte[] root =
                Files.readAllBytes(
                        repository.publicDirectory().resolve("metadata").resolve("1.root.json"));
        try {
            new GateDirectory(state).enrol(TrustedRoot.of(root, now), DemoSite.GATE);
        } catch (EnrolmentException e) {
            throw new IOException(e.problem(), e);
        }
    }

    /** Carries what is public into a gate's inbox. */
    void carryTo(Path inbox) throws IOException {
        try {
            new Mirror(inbox).take(Contents.of(Bundle.at(repository.publicDirectory())));
        } catch (BundleException e) {
            throw new IOException(e.problem(), e);
        }
    }

    @Override
    public void close() throws IOException {
        repository.close();
    }
}
