package org.gatereader.hal.linux;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * One function of the C library, as its manual page declares it, which leaves its {@code errno} in
 * the segment that is its first argument here.
 *
 * <p>Bound when it is first called: that takes a JVM some ten milliseconds for each, and a start
 * needs few of those there are.
 */
final class CFunction {
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");

    private final String name;
    private final FunctionDescriptor descriptor;
    private final Linker.Option[] options;
    private volatile @Nullable MethodHandle handle;

    private CFunction(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        this.name = name;
        this.descriptor = descriptor;
        this.options = options;
    }

    static CFunction of(String name, FunctionDescriptor descriptor) {
        return new CFunction(name, descriptor, ERRNO);
    }

    /** One that takes any number of arguments after the first {@code fixed}. */
    static CFunction variadic(String name, int fixed, FunctionDescriptor descriptor) {
        return new CFunction(name, descriptor, ERRNO, Linker.Option.firstVariadicArg(fixed));
    }

    /** What is called. Two threads that are first at once bind it twice, to the same. */
    @SuppressWarnings("restricted") // The descriptors are those of the manual pages.
    MethodHandle handle() {
        @Nullable MethodHandle bound = handle;
        if (bound == null) {
            Linker linker = Linker.nativeLinker();
            MemorySegment function = linker.defaultLookup().findOrThrow(name);
            bound = linker.downcallHandle(function, descriptor, options);
            handle = bound;
        }
        return bound;
    }
}
