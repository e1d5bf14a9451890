package org.gatereader.qr;

/**
 * A code that was read.
 *
 * @param text can be a presentation, so it never prints
 * @param version 1..40: how large the code is (ISO/IEC 18004, section 5.1)
 */
public record ReadCode(String text, int version) {
    @Override
    public String toString() {
        return "ReadCode of version " + version;
    }
}
