package hilft.web.page.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process holds in memory, in megabytes: its heap, and everything (Linux tells it in /proc). */
record ProcessMemory(long resident, long heap, long heapMax) {
    private static final long MEGABYTE = 1 << 20;

    static ProcessMemory now() {
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        return new ProcessMemory(residentMegabytes(), heap, runtime.maxMemory() / MEGABYTE);
    }

    private static long residentMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
