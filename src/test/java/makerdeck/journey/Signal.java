package makerdeck.journey;

import java.io.IOException;

/** Signals to processes, by name. */
final class Signal {

    private Signal() {}

    /** Throws when there is no such process. */
    static void send(long process, String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process))
                .redirectErrorStream(true)
                .start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("kill -" + name + " " + process + ": "
                    + new String(kill.getInputStream().readAllBytes()));
        }
    }
}
