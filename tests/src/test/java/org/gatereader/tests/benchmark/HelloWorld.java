package org.gatereader.tests.benchmark;

import java.io.IOException;

/** The yardstick of a start: the least that a JVM can do. It stays until its input ends. */
final class HelloWorld {
    private HelloWorld() {}

    /** Says hello. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("hello");
        System.in.read();
    }
}
