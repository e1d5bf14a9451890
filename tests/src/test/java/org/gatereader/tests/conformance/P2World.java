package org.gatereader.tests.conformance;

import static org.gatereader.tests.conformance.World.NOON;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.JsonMap;
import org.gatereader.demo.wallet.Jwt;
import org.gatereader.demo.wallet.JwtIssuer;
import org.gatereader.demo.wallet.SdJwt;
import org.gatereader.demo.wallet.SdJwtPresentation;

/** The gate of a {@link World} with P2 open: an issuer of SD-JWTs beside the first one. */
final class P2World {
    final World world;
    final JwtIssuer issuer;
    final JsonMap trustEntry;

    P2World(World world) {
        this.world = world;
        this.issuer = JwtIssuer.demo(world.random);
        this.trustEntry = issuer.trustEntry(world.lists).put("realm", "test");
        world.moreTrustEntries.add(trustEntry);
        world.open("p2-qr");
        list(DemoSite.JWT_STATUS_URI, UnaryOperator.identity());
    }

    /** Puts a list of the world's statuses there, as they are now. */
    void list(String uri, UnaryOperator<Jwt> change) {
        var list = world.lists.jwt(uri, world.statuses, world.listIssuedAt);
        world.jwtLists.put(uri, change.apply(list).toText());
    }

    /** Issued an hour ago for a week, class 2; class and agency are disclosable. */
    SdJwt credential() {
        return issuer.credential(world.phone, NOON.minusSeconds(3600))
                .claim("status", JwtIssuer.statusAt(World.INDEX, DemoSite.JWT_STATUS_URI));
    }

    /** The same with its iat in a disclosure. */
    SdJwt issuedAtHidden(Instant issuedAt) {
        String disclosure = SdJwt.disclosure("salt", "iat", issuedAt.getEpochSecond());
        return credential()
                .withoutClaim("iat")
                .digest(SdJwt.digestOf(disclosure))
                .disclosed(disclosure);
    }

    SdJwtPresentation present(SdJwt credential) {
        return world.phone.present(credential, NOON);
    }

    /** A presentation that keeps every rule. */
    SdJwtPresentation token() {
        return present(credential());
    }
}
