package org.gatereader.gatectl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlAnswer.Refused;
import org.gatereader.daemon.control.wire.ControlAnswer.Status;
import org.gatereader.daemon.control.wire.ControlAnswer.Tested;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.daemon.control.wire.StatusReport;
import org.gatereader.gatectl.inbox.Bundle;
import org.gatereader.gatectl.inbox.BundleException;
import org.gatereader.gatectl.inbox.Contents;
import org.gatereader.gatectl.page.Gate;

/** The gate of this machine, for its pages. */
final class PagedGate implements Gate {
    private final Daemon daemon;
    private final Path inbox;
    private final InstantSource wall;

    PagedGate(Daemon daemon, Path inbox, InstantSource wall) {
        this.daemon = daemon;
        this.inbox = inbox;
        this.wall = wall;
    }

    @Override
    public ControlAnswer ask(ControlVerb verb) {
        try {
            return verb == ControlVerb.STATUS ? daemon.askForStatus() : daemon.order(verb);
        } catch (UnavailableException gone) {
            return new Refused(gone.problem());
        }
    }

    @Override
    public ControlAnswer bring(Bundle bundle) {
        try {
            return new Importer(daemon, inbox).bring(Contents.of(bundle));
        } catch (BundleException refused) {
            return new Refused(Printable.of(refused.problem()));
        } catch (UnavailableException gone) {
            return new Refused(gone.problem());
        } catch (IOException unwritable) {
            return new Refused(Printable.of(FileBytes.problem(unwritable)));
        }
    }

    @Override
    public String printable(Tested tested) {
        var reader =
                ask(ControlVerb.STATUS) instanceof Status(var status)
                        ? Optional.of(status.reader())
                        : Optional.<StatusReport.Reader>empty();
        return new SelfTestPage(tested.report(), reader, wall.instant()).html();
    }
}
