package org.gatereader.tests.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the running thread has ever allocated and computed, as the virtual machine counts. */
final class ThreadCost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ThreadCost() {}

    static long bytesOfThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    static long cpuNanosOfThisThread() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
