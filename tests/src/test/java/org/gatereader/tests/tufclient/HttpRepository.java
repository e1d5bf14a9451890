package org.gatereader.tests.tufclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatereader.verifier.trust.tuf.Fetched;
import org.gatereader.verifier.trust.tuf.Repository;

/**
 * A repository on a web server.
 *
 * @param targets empty where none will be asked for
 */
record HttpRepository(String metadata, String targets) implements Repository {
    private static final int TIMEOUT_MILLIS = 10_000;

    // A store of objects answers 403 where it does not tell what it lacks.
    private static final Set<Integer> ABSENT = Set.of(403, 404);

    @Override
    public Fetched metadata(String fileName, int bytesMax) {
        return fetch(base(metadata) + fileName, bytesMax);
    }

    @Override
    public Fetched target(String path, int bytesMax) {
        return fetch(base(targets) + encoded(path), bytesMax);
    }

    private static String base(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> URLEncoder.encode(segment, UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static Fetched fetch(String url, int bytesMax) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                return ABSENT.contains(status)
                        ? Fetched.Nothing.ABSENT
                        : Fetched.Nothing.UNREACHABLE;
            }
            try (var body = connection.getInputStream()) {
                byte[] bytes = body.readNBytes(bytesMax + 1);
                return bytes.length > bytesMax ? Fetched.Nothing.TOO_LONG : Fetched.file(bytes);
            }
        } catch (IOException _) {
            return Fetched.Nothing.UNREACHABLE;
        }
    }
}
