package org.gatereader.gatectl.page;

import org.gatereader.daemon.control.wire.ControlAnswer;
import org.gatereader.daemon.control.wire.ControlVerb;
import org.gatereader.gatectl.inbox.Bundle;

/** The gate that the pages are about, as whoever started them may ask it. */
public interface Gate {
    /** What the gate answers; {@link ControlAnswer.Refused} too where none answers. */
    ControlAnswer ask(ControlVerb verb);

    /** Brings a bundle into the gate's inbox and has it looked at; refused if it is none. */
    ControlAnswer bring(Bundle bundle);

    /** A self-test as a page to print. */
    String printable(ControlAnswer.Tested tested);
}
