package makerdeck.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What one thread of a running program has used so far, as the kernel counts it. */
record Threads(Path folder) {

    /** By the name the program gave it. Throws when there is none. */
    static Threads named(long process, String name) throws IOException {
        try (var all = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            for (var folder : (Iterable<Path>) all::iterator) {
                if (Files.readString(folder.resolve("comm")).strip().equals(name)) {
                    return new Threads(folder);
                }
            }
        }
        throw new IOException("process " + process + " has no thread " + name);
    }

    /** Time on a core. */
    long nanos() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("schedstat")).split(" ")[0]);
    }

    /** Calls of the kernel that wrote something. */
    long writes() throws IOException {
        return Files.readAllLines(folder.resolve("io")).stream()
                .filter(line -> line.startsWith("syscw: "))
                .mapToLong(line -> Long.parseLong(line.substring("syscw: ".length())))
                .findFirst()
                .orElseThrow();
    }
}
