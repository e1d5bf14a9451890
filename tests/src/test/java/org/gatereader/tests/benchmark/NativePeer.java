package org.gatereader.tests.benchmark;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatereader.qr.Luma;

/** A reader written in C or C++, in a process of its own that times itself. */
final class NativePeer implements Peer {
    private final String name;
    private final Process process;
    private final OutputStream frames;
    private final DataInputStream answers;

    private NativePeer(String name, Process process) {
        this.name = name;
        this.process = process;
        this.frames = process.getOutputStream();
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    static Optional<Peer> zxingCpp() {
        return build("zxing-cpp", "zxing", "-DPEER_ZXING");
    }

    static Optional<Peer> zbar() {
        return build("zbar", "zbar", "-DPEER_ZBAR");
    }

    /** Compiles the small program around the library, if g++ and the library are here. */
    private static Optional<Peer> build(String name, String library, String define) {
        try {
            var folder = Files.createTempDirectory("qr-peer");
            var source = folder.resolve("peer.cpp");
            try (var text = NativePeer.class.getResourceAsStream("peer.cpp")) {
                if (text == null) {
                    return Optional.empty();
                }
                Files.copy(text, source);
            }
            var program = folder.resolve(library);
            var flags = output(List.of("pkg-config", "--cflags", "--libs", library));
            var command = new ArrayList<>(List.of("g++", "-O2", "-std=c++20", define));
            command.addAll(List.of("-o", program.toString(), source.toString()));
            command.addAll(
                    flags.lines().flatMap(line -> List.of(line.split(" ")).stream()).toList());
            output(command);
            var version = output(List.of("pkg-config", "--modversion", library)).strip();
            return Optional.of(start(name + " " + version, program));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static NativePeer start(String name, Path program) throws IOException {
        return new NativePeer(name, new ProcessBuilder(program.toString()).start());
    }

    private static String output(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reading read(Luma luma) {
        var head = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        head.putInt(luma.width()).putInt(luma.height());
        try {
            frames.write(head.array());
            for (int y = 0; y < luma.height(); y++) {
                frames.write(luma.pixels(), y * luma.stride(), luma.width());
            }
            frames.flush();
            var answer = ByteBuffer.wrap(answers.readNBytes(12)).order(ByteOrder.nativeOrder());
            long nanos = answer.getLong();
            var text = new String(answers.readNBytes(answer.getInt()), StandardCharsets.UTF_8);
            return new Reading(text.isEmpty() ? Optional.empty() : Optional.of(text), nanos, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
