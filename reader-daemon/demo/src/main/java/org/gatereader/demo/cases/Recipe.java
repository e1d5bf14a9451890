package org.gatereader.demo.cases;

/** Makes what a phone shows in one case. */
@FunctionalInterface
public interface Recipe {
    /**
     * Makes it anew, as of the forge's instant.
     *
     * @return text, and the presentation's bytes where there are any
     */
    ShownCode make(Forge forge);
}
