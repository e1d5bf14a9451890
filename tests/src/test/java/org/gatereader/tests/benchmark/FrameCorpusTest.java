package org.gatereader.tests.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.gatereader.qr.QrReader;
import org.gatereader.tests.benchmark.Frame.Size;
import org.gatereader.tests.benchmark.Photographs.Photograph;
import org.junit.jupiter.api.Test;

class FrameCorpusTest {
    private static final int PHOTOGRAPHS_READ_MIN = 33;

    @Test
    void drawsTheSameBytesFromTheSameSeed() {
        var recipe = new FrameCorpus(5).coded().get(2);
        var first = new FrameCorpus(5).draw(recipe);
        var again = new FrameCorpus(5).draw(recipe);
        assertArrayEquals(first.luma().pixels(), again.luma().pixels());
        assertEquals(first.text(), again.text());
        var other = new FrameCorpus(6).draw(recipe);
        assertFalse(Arrays.equals(first.luma().pixels(), other.luma().pixels()));
    }

    @Test
    void showsEverySceneInEverySize() {
        var corpus = new FrameCorpus(5);
        assertEquals(corpus.framesPerScene() * Scene.values().length, corpus.coded().size());
    }

    @Test
    void seesNothingInFramesWithoutACode() {
        var reader = new QrReader(() -> 0);
        for (int i = 0; i < 6; i++) {
            var frame = new FrameCorpus(5).drawEmpty(Size.P480, i);
            assertEquals(Optional.empty(), reader.read(frame.luma(), Long.MAX_VALUE));
        }
    }

    @Test
    void readsRealPhotographsAndNoneOfThemWrong() throws IOException {
        int read = 0;
        for (Photograph photograph : Photographs.in(Photographs.OURS)) {
            var text = new QrReader(() -> 0).read(photograph.luma(), Long.MAX_VALUE);
            assertTrue(text.isEmpty() || text.get().equals(photograph.text()), photograph.name());
            read += text.isPresent() ? 1 : 0;
        }
        assertTrue(read >= PHOTOGRAPHS_READ_MIN, "read " + read);
    }
}
