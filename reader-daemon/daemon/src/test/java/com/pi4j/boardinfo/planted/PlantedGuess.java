package com.pi4j.boardinfo.planted;

import org.tinylog.Logger;

/** Where Pi4J guesses the board, and says at ERROR that it is none it knows. */
public final class PlantedGuess {
    private PlantedGuess() {}

    public static void fail() {
        Logger.error("guess failed");
    }
}
