package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A whole desk behind a wire that spoils frames and answers: it lives, keeps its orders within the hard band, and
 * quotes once the wire is well, and most of the time while little is spoiled of what it needs; nothing of what it says
 * for others can command a terminal. With {@code -Dcampaign=N} N thousand messages more, and its memory is measured.
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

    private final Looks harsh = new Looks();
    private final Looks gentle = new Looks();
    private final List<Long> heap = new ArrayList<>();
    private final List<Integer> threads = new ArrayList<>();

    @Test
    @FaultRow({"5", "66", "67", "68"})
    void nothingDiesAndNothingIsSentBeyondTheHardBand() throws IOException {
        try (var desk = new WireDesk(66, COPIES)) {
            // Each is looked at, whatever became of the others.
            assertAll(
                    () -> live(desk),
                    () -> assertEquals(List.of(), desk.uncaught),
                    () -> assertTrue(desk.isAlive(), "the engine's thread is gone"),
                    () -> assertEquals(List.of(), beyondTheBand(desk)),
                    () -> assertEquals(List.of(), harmful),
                    () -> assertEquals(List.of(), defects(desk)),
                    this::assertCampaign);
            System.out.println(desk.spoiled() + " frames and answers spoiled, heap " + heap + ", threads " + threads
                    + "; while much is spoiled " + harsh + ", while little is " + gentle);
        }
    }

    private void live(WireDesk desk) {
        desk.awaitQuotes();
        for (int part = 1; part <= PARTS; part++) {
            while (desk.spoiled() < SPOILED * (2 * part - 1) / (2 * PARTS)) {
                spell(desk);
            }
            desk.awaitQuotes().spoil(MutatingWire.Share.GENTLE);
            do {
                goOn(desk);
                pass(desk, gentle::count);
            } while (desk.spoiled() < SPOILED * part / PARTS);
            desk.spoil(MutatingWire.Share.NONE);
            heap.add(usedHeap());
            threads.add(ManagementFactory.getThreadMXBean().getThreadCount());
        }
        goOn(desk);
        desk.awaitQuotes();
    }

    /** What a few seconds cannot tell. */
    private void assertCampaign() {
        if (CAMPAIGN > 0) {
            assertTrue(heap.get(PARTS - 1) - heap.get(1) < GROWTH, heap::toString);
            assertTrue(gentle.areMostlyQuoting(), gentle::toString);
        }
    }

    /** Spoiled for a while, and well for as long. */
    private void spell(WireDesk desk) {
        desk.spoil(MutatingWire.Share.HARSH);
        pass(desk, harsh::count);
        desk.spoil(MutatingWire.Share.NONE);
        goOn(desk);
        pass(desk, shown -> {});
    }

    private void pass(WireDesk desk, Consumer<DeskSnapshot> counted) {
        var end = desk.now().plus(SPELL);
        desk.awaitState("a spell is over", shown -> {
            look(shown.toString());
            counted.accept(shown);
            return desk.now().isAfter(end);
        });
        desk.events.forEach(event -> look(event.toString()));
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

    private static List<Message> defects(WireDesk desk) {
        return desk.events.stream()
                .map(DeskEvent::text)
                .filter(text -> Stream.of("client.failed", "engine.halt.defect", "engine.thread.died")
                                .anyMatch(key -> Keys.says(text, key))
                        || Keys.of(text).contains("Exception"))
                .toList();
    }

    private static List<String> beyondTheBand(WireDesk desk) {
        return desk.violations().stream().filter(it -> it.startsWith("I5")).toList();
    }

    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** How often the desk was looked at, and had an order in the book then. */
    private static final class Looks {
        private int all;
        private int quoting;

        void count(DeskSnapshot shown) {
            all++;
            quoting += shown.orders().stream().anyMatch(order -> order.state().equals("OPEN")) ? 1 : 0;
        }

        boolean areMostlyQuoting() {
            return quoting * 2 > all;
        }

        @Override
        public String toString() {
            return "quoting at " + quoting + " of " + all + " looks";
        }
    }
}
