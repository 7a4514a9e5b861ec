package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import makerdeck.command.DeskCommand;
import makerdeck.faults.FaultRow;
import makerdeck.snapshot.DeskEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A whole desk behind a wire that spoils frames and answers: it lives, keeps its orders within the hard band, and
 * quotes once the wire is well; nothing of what it says for others can command a terminal. With {@code -Dcampaign=N} N thousand messages more, and its memory is measured.
 */
@Execution(ExecutionMode.CONCURRENT)
class MutatedWireIT {

    private static final int CAMPAIGN = Integer.getInteger("campaign", 0);
    private static final long SPOILED = 2_000 + 1_000L * CAMPAIGN;
    private static final int COPIES = CAMPAIGN > 0 ? 60 : 20;
    private static final int PARTS = 3;
    private static final long GROWTH = 12L << 20;
    private static final Duration SPELL = Duration.ofSeconds(2);
    private static final Pattern HARMLESS = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\u0080-\\u009f\\u2028\\u2029]*+");

    /** What was to be shown, or written as JSON, and could command a terminal. */
    private final List<String> harmful = new CopyOnWriteArrayList<>();

    @Test
    @FaultRow({"5", "66", "67", "68"})
    void nothingDiesAndNothingIsSentBeyondTheHardBand() throws IOException {
        var used = new ArrayList<Long>();
        try (var desk = new WireDesk(66, COPIES)) {
            desk.awaitQuotes();
            for (int part = 1; part <= PARTS; part++) {
                while (desk.spoiled() < SPOILED * part / PARTS) {
                    spell(desk);
                }
                used.add(usedHeap());
            }
            goOn(desk);
            desk.awaitQuotes();

            System.out.println(desk.spoiled() + " frames and answers spoiled, heap " + used);
            assertEquals(List.of(), desk.uncaught);
            assertEquals(List.of(), harmful);
            assertTrue(desk.isAlive());
            assertEquals(List.of(), defects(desk));
            assertEquals(
                    List.of(),
                    desk.violations().stream().filter(it -> it.startsWith("I5")).toList());
        }
        if (CAMPAIGN > 0) {
            assertTrue(used.get(2) - used.get(1) < GROWTH, used::toString);
        }
    }

    /** Spoiled for a while, and well for as long. */
    private void spell(WireDesk desk) {
        desk.spoil(true);
        pass(desk);
        desk.spoil(false);
        goOn(desk);
        pass(desk);
    }

    private void pass(WireDesk desk) {
        var end = desk.now().plus(SPELL);
        desk.awaitState("a spell is over", shown -> {
            look(shown.toString());
            return desk.now().isAfter(end);
        });
        desk.happenings.forEach(happening -> look(happening.toString()));
    }

    private void look(String text) {
        if (!HARMLESS.matcher(text.replace("\n", "")).matches() && harmful.size() < 10) {
            harmful.add(text);
        }
    }

    /** An operator who sees a desk that stands still. */
    private static void goOn(WireDesk desk) {
        switch (desk.snapshot().state()) {
            case HALTED, PAUSED -> desk.command("resume", new DeskCommand.Resume(null));
            default -> {}
        }
    }

    private static List<String> defects(WireDesk desk) {
        return desk.happenings.stream()
                .map(DeskEvent::text)
                .filter(text -> text.contains("client failed") || text.contains("Exception"))
                .toList();
    }

    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
