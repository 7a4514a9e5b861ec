package makerdeck.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How large a running program is: resident memory, threads, and its heap right after a full collection. */
record Vitals(double residentMegabytes, long threads, double liveMegabytes) {

    private static final Pattern USED =
            Pattern.compile("(?:generation|Metaspace) .*used (\\d+)K|Metaspace +used (\\d+)K");

    /** Throws when the JDK's {@code jcmd} is not there. */
    static Vitals of(long process) throws IOException, InterruptedException {
        jcmd(process, "GC.run");
        var heap = jcmd(process, "GC.heap_info");
        var live = USED.matcher(heap)
                .results()
                .filter(match -> match.group(1) != null)
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
        if (live == 0) {
            throw new IOException("no heap in " + heap);
        }
        return new Vitals(status(process, "VmRSS") / 1024.0, status(process, "Threads"), live / 1024.0);
    }

    private static long status(long process, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static String jcmd(long process, String what) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var run = new ProcessBuilder(List.of(tool, Long.toString(process), what))
                .redirectErrorStream(true)
                .start();
        var said = new String(run.getInputStream().readAllBytes());
        if (run.waitFor() != 0) {
            throw new IOException(tool + " " + what + ": " + said);
        }
        return said;
    }
}
