package org.gatereader.daemon.gate;

import java.util.Optional;
import org.gatereader.hal.gpio.Contact;
import org.gatereader.hal.gpio.Relay;

/** The hardware that belongs to the gate's thread alone; it is opened and closed there. */
public record GateDevices(Relay relay, Contacts contacts) {
    /**
     * The inputs, each where the site has wired one.
     *
     * @param fire closed loop; open is fire
     * @param tamper closed loop; open is an opened cabinet
     * @param exit closed while the exit button is pressed
     * @param passage closed while somebody is in the passage
     */
    public record Contacts(
            Optional<Contact> fire,
            Optional<Contact> tamper,
            Optional<Contact> exit,
            Optional<Contact> passage) {
        public static final Contacts NONE =
                new Contacts(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
