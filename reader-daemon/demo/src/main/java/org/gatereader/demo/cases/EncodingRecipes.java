package org.gatereader.demo.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.DemoSite;
import org.gatereader.demo.wallet.Labels;
import org.gatereader.demo.wallet.Presentation;

/** Checks 1, 3 and 4 of PROFILE-P1: size, Base45, strict CBOR. */
final class EncodingRecipes {
    private static final int GR1_BYTES_MAX = 640;

    private EncodingRecipes() {}

    static Map<String, Recipe> all() {
        var all = new LinkedHashMap<String, Recipe>();
        all.put("too-large", EncodingRecipes::tooLarge);
        all.put("base45-alphabet", _ -> ShownCode.ofText("GR1:aB8"));
        all.put("base45-length", forge -> ShownCode.ofText(text(forge) + "0"));
        all.put("base45-overflow", _ -> ShownCode.ofText("GR1::::"));
        all.put("nothing-inside", _ -> ShownCode.of(new byte[0]));
        all.put("random-bytes", EncodingRecipes::randomBytes);
        all.put("cut-short", forge -> ShownCode.of(resized(forge, -bytes(forge).length / 2)));
        all.put("trailing-byte", forge -> ShownCode.of(resized(forge, 1)));
        addCborRecipes(all);
        return all;
    }

    private static void addCborRecipes(Map<String, Recipe> all) {
        all.put("integer-not-minimal", EncodingRecipes::wideInstant);
        all.put("length-indefinite", EncodingRecipes::indefiniteClaims);
        all.put("key-twice", EncodingRecipes::twoAudiences);
        all.put("keys-unsorted", EncodingRecipes::unsortedClaims);
        all.put("float-claim", forge -> withClaim(forge, Cbor.float64(1.5)));
        all.put("bignum-claim", forge -> withClaim(forge, Cbor.tag(2, Cbor.bytes(new byte[] {1}))));
        all.put("too-deep", forge -> withClaim(forge, nested(8)));
        all.put("too-many-items", forge -> withClaim(forge, zeros(60)));
        all.put("text-not-utf8", forge -> withClaim(forge, Cbor.text(new byte[] {-61, 40})));
        all.put("length-that-lies", forge -> withClaim(forge, Cbor.wideHead(2, 0xffff_ffffL, 4)));
    }

    /** A claim of whatever length makes the whole one byte too large. */
    private static ShownCode tooLarge(Forge forge) {
        int filling = GR1_BYTES_MAX - bytes(forge).length;
        byte[] code = new byte[0];
        while (code.length <= GR1_BYTES_MAX) {
            var credential = forge.credential().claim("x", Cbor.bytes(new byte[filling++]));
            code = forge.present(credential).toBytes();
        }
        return ShownCode.of(code);
    }

    private static ShownCode randomBytes(Forge forge) {
        byte[] noise = new byte[300];
        forge.random().nextBytes(noise);
        // 0x1c is a reserved integer width (RFC 8949, section 3): never the begin of an item.
        noise[0] = 0x1c;
        return ShownCode.of(noise);
    }

    private static ShownCode wideInstant(Forge forge) {
        var iat = Cbor.widened(Cbor.integer(forge.now().getEpochSecond()), 8);
        return ShownCode.of(forge.presentation().claim(Labels.CLAIM_IAT, iat));
    }

    private static ShownCode indefiniteClaims(Forge forge) {
        Presentation presentation = forge.presentation();
        var claims = Cbor.indefiniteMap(presentation.claims()).toBytes();
        return ShownCode.of(presentation.claimBytes(_ -> claims));
    }

    private static ShownCode twoAudiences(Forge forge) {
        Presentation presentation = forge.presentation();
        var audience = Cbor.text(DemoSite.GATE_GROUP);
        presentation.claims().add(Cbor.integer(Labels.CLAIM_AUD), audience);
        return ShownCode.of(presentation);
    }

    private static ShownCode unsortedClaims(Forge forge) {
        Presentation presentation = forge.presentation();
        var claims = Cbor.mapAsGiven(presentation.claims().reversed()).toBytes();
        return ShownCode.of(presentation.claimBytes(_ -> claims));
    }

    private static ShownCode withClaim(Forge forge, Cbor value) {
        return ShownCode.of(forge.present(forge.credential().claim("x", value)));
    }

    private static Cbor nested(int arrays) {
        var innermost = Cbor.integer(0);
        for (int i = 0; i < arrays; i++) {
            innermost = Cbor.array(innermost);
        }
        return innermost;
    }

    private static Cbor zeros(int count) {
        var zero = new Cbor[count];
        Arrays.fill(zero, Cbor.integer(0));
        return Cbor.array(List.of(zero));
    }

    private static byte[] bytes(Forge forge) {
        return forge.presentation().toBytes();
    }

    /** The text of a presentation whose length is a whole number of triples. */
    private static String text(Forge forge) {
        String text = Presentation.textOf(bytes(forge));
        return text.substring(0, text.length() - (text.length() - "GR1:".length()) % 3);
    }

    private static byte[] resized(Forge forge, int byBytes) {
        byte[] bytes = bytes(forge);
        return Arrays.copyOf(bytes, bytes.length + byBytes);
    }
}
