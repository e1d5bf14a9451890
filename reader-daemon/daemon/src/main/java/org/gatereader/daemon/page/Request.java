package org.gatereader.daemon.page;

import java.io.InputStream;

/**
 * What a browser of this machine asks.
 *
 * @param method {@code GET} or {@code POST}
 * @param path decoded, beginning with a slash; it is compared and never opened
 * @param session what {@link Reply.Session} gave this browser, or whatever it claims; may be empty
 * @param body of any length: whoever reads it bounds it
 */
public record Request(String method, String path, String session, InputStream body) {
    public boolean isGet() {
        return method.equals("GET");
    }
}
