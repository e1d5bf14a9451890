package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.gatectl.inbox.BundleException;
import org.gatereader.gatectl.inbox.Contents;
import org.gatereader.gatectl.inbox.Mirror;

/** Brings somebody's files before the gate of this machine. */
record Importer(Daemon daemon, Path inbox) {
    /** Copies them into the inbox and has the gate look; what it took is all that stays there. */
    ControlAnswer bring(Contents contents)
            throws BundleException, IOException, UnavailableException {
        var mirror = new Mirror(inbox);
        mirror.take(contents);
        ControlAnswer answer = daemon.order(ControlVerb.IMPORT);
        if (answer instanceof ControlAnswer.Imported imported && imported.refusal().isEmpty()) {
            mirror.keepOnly(contents);
        }
        return answer;
    }
}
