package org.gatereader.verifier.verdict;

/** How a presentation reached the gate. */
public enum Channel {
    QR,
    NFC,
    BLE
}
