package org.gatereader.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Issuer;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.StatusArray;
import org.gatereader.demo.wallet.StatusListIssuer;
import org.gatereader.demo.wallet.Zlib;

/** The site of the demo, published by an update repository: one issuer, one list, one holder. */
final class StoreSite {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final String SITE = DemoSite.SITE;
    static final long INDEX = 100;
    static final String LIST =
            "status/" + UpdateKey.sha256(DemoSite.STATUS_URI.getBytes(UTF_8)) + ".cwt";
    static final String HOLDERS = "directory/" + SITE + ".dir";
    static final String POLICY = "site/" + SITE + "/policy.json";

    final UpdateRepository repository = new UpdateRepository(NOON, SITE);
    private final StatusListIssuer lists = StatusListIssuer.demo();

    /** Version 1 of everything: nobody is revoked. */
    StoreSite() {
        repository
                .target("issuers.json", json(List.of(issuer(true))))
                .target("policy.json", json(new JsonMap().put("lanes", List.of("p1-qr"))))
                .target(POLICY, json(DemoSite.policy()))
                .target(LIST, list(StatusArray.VALID, NOON.minusSeconds(600)))
                .target(HOLDERS, holders())
                .publishRoot()
                .publish();
    }

    /** The issuer's entry; its lists promise a canary or do not. */
    JsonMap issuer(boolean hasCanary) {
        JsonMap status = lists.trustEntry().put("canary", hasCanary);
        return Issuer.demo(new Random(1)).trustEntry(lists).put("status", List.of(status));
    }

    /** The same, for lists of so many entries. */
    JsonMap issuer(long entriesMax) {
        JsonMap status = lists.trustEntry().put("canary", true).put("maxEntries", entriesMax);
        return Issuer.demo(new Random(1)).trustEntry(lists).put("status", List.of(status));
    }

    /** The next version of the list, with this state of the one credential. */
    UpdateRepository publishList(int state, Instant issuedAt) {
        return repository.target(LIST, list(state, issuedAt)).publish();
    }

    byte[] list(int state, Instant issuedAt) {
        return lists.token(DemoSite.STATUS_URI, entries(state), issuedAt).toBytes();
    }

    /** A list of so many entries that they are compressed in a hurry. */
    byte[] list(StatusArray entries, Instant issuedAt) {
        byte[] packed = entries.withCanary(DemoSite.STATUS_URI, issuedAt).packed();
        return lists.token(DemoSite.STATUS_URI, entries(StatusArray.VALID), issuedAt)
                .entries(entries.bits(), Zlib.compress(packed, Deflater.BEST_SPEED))
                .toBytes();
    }

    byte[] listWithoutCanary(int state, Instant issuedAt) {
        return lists.foreignToken(DemoSite.STATUS_URI, entries(state), issuedAt).toBytes();
    }

    /** A signed list whose entries are 64 MiB of zeros, where 1 048 576 entries are trusted. */
    byte[] bomb(Instant issuedAt) {
        byte[] zlib = new StatusArray(1L << 29, 1).compressed();
        return lists.token(DemoSite.STATUS_URI, entries(StatusArray.VALID), issuedAt)
                .entries(2, zlib)
                .toBytes();
    }

    private static StatusArray entries(int state) {
        return new StatusArray(DemoSite.STATUS_ENTRIES, 2).set(INDEX, state);
    }

    byte[] root() {
        return repository.file("metadata/1.root.json");
    }

    void writeTo(Path inbox) {
        repository.writeTo(inbox);
    }

    static byte[] json(Object value) {
        return JsonMap.toJson(value).getBytes(UTF_8);
    }

    /** A directory with one holder, who is not usable: a key would prove nothing here. */
    private static byte[] holders() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(HexFormat.of().parseHex("4752484401000000"));
        file.writeBytes(new byte[32]);
        file.writeBytes(HexFormat.of().parseHex("11".repeat(32) + "02" + "22".repeat(32) + "00"));
        return file.toByteArray();
    }
}
