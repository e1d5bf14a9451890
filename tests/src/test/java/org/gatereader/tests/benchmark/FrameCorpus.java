package org.gatereader.tests.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gatereader.tests.benchmark.Frame.Size;

/**
 * Frames as a gate's camera would make them, all from one seed: the same seed gives the same bytes.
 *
 * <p>What it can not model: rolling shutter, lens distortion, colour filter and sharpening of the
 * sensor, automatic exposure, screens that flicker, curved or broken glass, JPEG. The real
 * photographs beside it stand for those.
 */
final class FrameCorpus {
    static final String NOT_MODELLED =
            "not modelled: rolling shutter, lens distortion, sensor colour filter and sharpening,"
                    + " auto-exposure, screen flicker, curved glass, JPEG";
    private static final int[] PAYLOAD_CHARACTERS = {100, 250, 500, 1000, 1500};
    private static final String BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final String BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final long seed;

    FrameCorpus(long seed) {
        this.seed = seed;
    }

    int framesPerScene() {
        return Size.values().length * PAYLOAD_CHARACTERS.length * 2;
    }

    /** One recipe for each scene, size and payload; drawn when asked for, to spare memory. */
    List<Recipe> coded() {
        var recipes = new ArrayList<Recipe>();
        for (var scene : Scene.values()) {
            for (var size : Size.values()) {
                for (int characters : PAYLOAD_CHARACTERS) {
                    recipes.add(new Recipe(size, scene, characters, BASE45, recipes.size()));
                    recipes.add(new Recipe(size, scene, characters, BASE64, recipes.size()));
                }
            }
        }
        return recipes;
    }

    /** What one coded frame is made from. */
    record Recipe(Size size, Scene scene, int characters, String alphabet, int index) {}

    Frame draw(Recipe recipe) {
        var random = new Random(seed * 1_000_003 + recipe.index());
        var text = payload(recipe, random);
        var screen = PhoneScreen.showing(text, random);
        return new Frame(
                new Shot(recipe.size(), recipe.scene(), random).of(screen),
                recipe.size(),
                recipe.scene(),
                text);
    }

    /** A frame without a code: every second one shows a phone all the same. */
    Frame drawEmpty(Size size, int index) {
        var random = new Random(seed * 2_000_003 + index * 31L + size.height);
        var canvas = new Canvas(size.width, size.height);
        canvas.paintRoom(random);
        if (index % 2 == 1) {
            var screen = PhoneScreen.withoutCode(random);
            return new Frame(
                    new Shot(size, Scene.ROTATED, random).of(screen), size, Scene.FRONTAL, "");
        }
        canvas.blur(0.6f);
        return new Frame(canvas.expose(random, 3), size, Scene.FRONTAL, "");
    }

    private static String payload(Recipe recipe, Random random) {
        var text = new StringBuilder(recipe.alphabet().equals(BASE45) ? "GR1:" : "{\"t\":\"");
        while (text.length() < recipe.characters()) {
            text.append(recipe.alphabet().charAt(random.nextInt(recipe.alphabet().length())));
        }
        return text.toString();
    }
}
