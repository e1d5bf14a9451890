package org.gatereader.daemon.log;

import com.pi4j.boardinfo.planted.PlantedGuess;
import com.pi4j.planted.PlantedLibrary;
import org.tinylog.Logger;

/** A process that logs at every level, ours and a library's; its level is its argument. */
public final class PlantedMain {
    private PlantedMain() {}

    public static void main(String[] args) {
        Logging.start(args[0])
                .ifPresent(
                        problem -> {
                            throw new IllegalArgumentException(problem);
                        });
        Logger.trace("our trace");
        Logger.debug("our debug");
        Logger.info("our {}", "info");
        Logger.warn("our warn\nand more");
        Logger.error(new IllegalStateException("sub=20261234"), "our error");
        PlantedLibrary.printEverything();
        PlantedGuess.fail();
    }
}
