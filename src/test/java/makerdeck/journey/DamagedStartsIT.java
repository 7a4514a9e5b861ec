package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole starts of the packaged program, each from a folder in which one file is damaged at random:
 * {@code -Dcampaign=STARTS}, and {@code -Dfrom=SEED} to begin with another one than the first. Prints what came of them.
 */
class DamagedStartsIT {

    private static final int FROM = Integer.getInteger("from", 0);
    private static final int STARTS = Math.max(DamagedStart.Kind.values().length, Integer.getInteger("campaign", 0));
    private static final int AT_ONCE = 2;

    @TempDir
    private Path folder;

    private final AtomicInteger begun = new AtomicInteger();
    private final ConcurrentLinkedQueue<DamagedStart.Outcome> outcomes = new ConcurrentLinkedQueue<>();

    @Test
    @FaultRow({"40", "43"})
    void everyStartFromADamagedFileWorksOrSaysWhichFileItIs() throws InterruptedException, ExecutionException {
        var lanes = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var all = new ArrayList<Future<?>>();
            for (int lane = 0; lane < AT_ONCE; lane++) {
                var name = "lane-" + lane;
                all.add(lanes.submit(() -> {
                    startAgainAndAgain(Files.createDirectory(folder.resolve(name)));
                    return null;
                }));
            }
            for (var lane : all) {
                lane.get();
            }
        } finally {
            lanes.shutdownNow();
            print();
        }
        assertEquals(STARTS, outcomes.size());
        assertEquals(
                List.of(),
                outcomes.stream()
                        .filter(outcome -> !outcome.wrong().isEmpty())
                        .map(String::valueOf)
                        .toList());
    }

    /** Each lane has an account of its own: two desks on one would stop for each other's orders. */
    private void startAgainAndAgain(Path lane) throws IOException, InterruptedException {
        try (var past = new LeftBehind(lane.resolve("past"))) {
            for (var next = begun.getAndIncrement(); next < STARTS; next = begun.getAndIncrement()) {
                var seed = FROM + next;
                outcomes.add(new DamagedStart(past, Files.createDirectory(lane.resolve("seed-" + seed)), seed).run());
            }
        }
    }

    private void print() {
        var counts = new TreeMap<String, Integer>();
        var words = new TreeMap<String, Integer>();
        for (var outcome : outcomes) {
            counts.merge(outcome.kind() + " " + outcome.end(), 1, Integer::sum);
            outcome.told()
                    .lines()
                    .map(line -> line.replaceAll("/\\S*/", "").replaceAll("[0-9]+", "n"))
                    .forEach(line -> words.merge(line, 1, Integer::sum));
        }
        System.out.println(outcomes.size() + " starts");
        counts.forEach((end, count) -> System.out.println(count + "  " + end));
        words.forEach((line, count) -> System.out.println(count + "  said: " + line));
    }
}
