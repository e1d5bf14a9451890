package com.pi4j.planted;

import org.tinylog.Logger;

/** A library that prints what it handles, at every level. */
public final class PlantedLibrary {
    private PlantedLibrary() {}

    public static void printEverything() {
        Logger.trace("library trace");
        Logger.debug("library debug");
        Logger.info("library info");
        Logger.warn("library warn");
        Logger.error("library error");
    }
}
