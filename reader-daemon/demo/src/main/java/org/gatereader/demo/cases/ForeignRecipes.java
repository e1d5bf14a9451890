package org.gatereader.demo.cases;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatereader.demo.wallet.Base45;
import org.gatereader.demo.wallet.Cbor;
import org.gatereader.demo.wallet.CborMap;
import org.gatereader.demo.wallet.JsonMap;

/** Codes of other systems: a gate names them and never stumbles over them. */
final class ForeignRecipes {
    private static final String TRANSACTION = "20261121100000000A1B2C3D4E";

    private static final String OPENID4VP =
            "openid4vp://?client_id=x509_san_dns%3Averifier.example"
                    + "&request_uri=https%3A%2F%2Fverifier.example%2Frequest%2F1";

    private ForeignRecipes() {}

    static Map<String, Recipe> all() {
        var all = new LinkedHashMap<String, Recipe>();
        all.put("garbage", _ -> ShownCode.ofText("7F 3A 91 -- LOT 4471 / BOX 12 / KEEP DRY"));
        all.put("web-address", _ -> ShownCode.ofText("https://www.example.org/menu"));
        all.put("wifi-code", _ -> ShownCode.ofText("WIFI:T:WPA;S:lobby;P:welcome2026;;"));
        all.put("mip-m120", _ -> mip("120", new JsonMap().put("host", "wss://mip.example/ws")));
        all.put("mip-m200", _ -> mip("200", new JsonMap().put("host", "https://mip.example")));
        all.put("mip-m150", _ -> mip("150", bluetooth()));
        all.put("open-did", _ -> ShownCode.ofText("opendid;v1;" + base64Url("{\"offer\":1}")));
        all.put("openid4vp", _ -> ShownCode.ofText(OPENID4VP));
        all.put("mdoc", _ -> ShownCode.ofText(mdocEngagement()));
        all.put("passkey", _ -> ShownCode.ofText("FIDO:/" + "0123456789".repeat(16)));
        all.put("health-certificate", _ -> ShownCode.ofText(healthCertificate()));
        return all;
    }

    /** A message of the Korean mobile ID: JSON in base64url (message specification v1.8.0). */
    private static ShownCode mip(String command, JsonMap rest) {
        var message =
                rest.put("type", "mip")
                        .put("version", "1.0.0")
                        .put("cmd", command)
                        .put("trxcode", TRANSACTION);
        return ShownCode.ofText(base64Url(message.toJson()));
    }

    private static JsonMap bluetooth() {
        return new JsonMap()
                .put("bleid", "0b6c3a52-7d0e-4f0e-9a55-2f6f3f4f1b11")
                .put("blepwd", "a1b2c3d4e5");
    }

    /** A DeviceEngagement with its version and nothing a reader could connect to. */
    private static String mdocEngagement() {
        byte[] engagement = Cbor.map(new CborMap().put(0, Cbor.text("1.0"))).toBytes();
        return "mdoc:" + Base64.getUrlEncoder().withoutPadding().encodeToString(engagement);
    }

    private static String healthCertificate() {
        return "HC1:" + Base45.encode("a certificate".getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64Url(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8);
    }
}
