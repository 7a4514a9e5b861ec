package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program on a machine whose cores other processes keep busy all the time, from before its start:
 * {@code -Dit.test=BusyMachineIT -Dcampaign=MINUTES}. Prints how long it was in which state, and why.
 */
class BusyMachineIT {

    private static final int MINUTES = Integer.getInteger("campaign", 0);
    private static final int OTHERS = 40;
    /** A start takes seconds of a core's time, and each process here has a twentieth of one. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(10);

    private static final Duration RECOVERS_WITHIN = Duration.ofMinutes(2);

    @TempDir
    private Path home;

    private final List<Process> others = new ArrayList<>();

    @Test
    void aStarvedDeskSaysWhyItPausesAndComesBackByItself() throws IOException, InterruptedException {
        Assumptions.assumeTrue(MINUTES > 0, "skipped: -Dcampaign=MINUTES starves the desk");
        Files.createDirectories(home.resolve("desk"));
        try {
            keepBusy(Duration.ofMinutes(MINUTES));
            try (var desk = new HeadlessDesk(home.resolve("desk"), Map.of(), "--duration", "0", "--seed", "7")) {
                desk.await("state", STARTS_WITHIN, line -> line.text("state").equals("QUOTING"));
                for (var other : others) {
                    // Each ends by itself.
                    other.waitFor(MINUTES + 1L, TimeUnit.MINUTES);
                }
                var starved = desk.all("state");
                print(starved, Instant.now());
                var tape = new DeskTape(desk);
                Awaitility.await()
                        .atMost(RECOVERS_WITHIN)
                        .until(() -> tape.update().state().equals("QUOTING"));

                assertEquals(List.of(), unexplained(desk.all("state")));
                assertFalse(
                        desk.all("state").stream()
                                .anyMatch(line -> line.text("state").equals("HALTED")),
                        "nothing here is for an operator to resume");
                desk.type("quit");
                assertEquals(0, desk.exitCode(Duration.ofMinutes(1)));
            }
        } finally {
            others.forEach(other -> {
                other.descendants().forEach(ProcessHandle::destroyForcibly);
                other.destroyForcibly();
            });
        }
    }

    private void keepBusy(Duration length) throws IOException {
        for (int i = 0; i < OTHERS; i++) {
            others.add(
                    new ProcessBuilder("timeout", String.valueOf(length.toSeconds()), "sh", "-c", "while :; do :; done")
                            .start());
        }
    }

    /** States that say no reason although they keep quotes away. */
    private static List<HeadlessDesk.Line> unexplained(List<HeadlessDesk.Line> states) {
        return states.stream()
                .filter(line -> !List.of("QUOTING", "STOPPING", "STOPPED").contains(line.text("state")))
                .filter(line -> line.text("reason").isBlank())
                .toList();
    }

    private static void print(List<HeadlessDesk.Line> states, Instant end) {
        var lasted = new TreeMap<String, Duration>();
        for (int i = 0; i < states.size(); i++) {
            var line = states.get(i);
            var until = i + 1 < states.size() ? Instant.parse(states.get(i + 1).text("ts")) : end;
            lasted.merge(
                    line.text("state") + " " + line.text("reason").replaceAll("[0-9.]+", "n"),
                    Duration.between(Instant.parse(line.text("ts")), until),
                    Duration::plus);
        }
        lasted.forEach((state, length) -> System.out.println(length.toSeconds() + " s  " + state));
    }
}
