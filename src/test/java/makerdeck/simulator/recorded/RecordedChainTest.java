package makerdeck.simulator.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Updates as {@code U-u}, or {@code U-u<pu} where the format has it; a snapshot as {@code =id}. */
class RecordedChainTest {

    private final List<String> heard = new ArrayList<>();

    private final RecordedChain chain = new RecordedChain(new RecordedChain.Book() {
        @Override
        public void change(RecordedLine.@Nullable Snapshot snapshot, List<RecordedLine.Diff> updates, long lastId) {
            var parts = updates.stream().map(RecordedLine.Diff::lastId).map(String::valueOf);
            heard.add((snapshot == null ? "" : "=" + snapshot.lastId() + " ") + parts.collect(Collectors.joining(" "))
                    + " to " + lastId);
        }

        @Override
        public void gap(Message what) {
            heard.add("gap " + what);
        }
    });

    private void play(String... lines) {
        for (var line : lines) {
            if (line.equals("gap")) {
                chain.startOver();
            } else if (line.startsWith("=")) {
                chain.snapshot(new RecordedLine.Snapshot(0, Long.parseLong(line.substring(1)), List.of(), List.of()));
            } else {
                chain.update(update(line));
            }
        }
    }

    private static RecordedLine.Diff update(String line) {
        var ids = line.split("[-<]");
        long previous = ids.length == 3 ? Long.parseLong(ids[2]) : RecordedLine.Diff.NO_PREVIOUS;
        return new RecordedLine.Diff(
                0, "ABCUSDT", Long.parseLong(ids[0]), Long.parseLong(ids[1]), previous, List.of(), List.of());
    }

    @Test
    void updatesBeforeTheSnapshotWaitForItAndThoseItHoldsAreDropped() {
        play("5-8", "9-11", "12-12", "=10", "13-15");

        assertEquals(List.of("=10  to 10", "11 to 11", "12 to 12", "15 to 15"), heard);
    }

    @Test
    void aFormatWithThePreviousIdHasNumbersWithHoles() {
        play("=100", "90-105<88", "120-130<105", "140-150<130");

        assertEquals(List.of("=100  to 100", "105 to 105", "130 to 130", "150 to 150"), heard);
    }

    @Test
    void aHoleInThePreviousIdsIsAGap() {
        play("=100", "101-105<99", "120-130<110");

        assertEquals(
                List.of("=100  to 100", "105 to 105", "gap simulator.feed.updates-missing[106, 110]", "130 to 130"),
                heard);
    }

    @Test
    void everyHoleIsToldAndPlayedOver() {
        play("=10", "13-14", "15-15", "18-18");

        assertEquals(
                List.of(
                        "=10  to 10",
                        "gap simulator.feed.updates-missing[11, 12]",
                        "14 to 14",
                        "15 to 15",
                        "gap simulator.feed.updates-missing[16, 17]",
                        "18 to 18"),
                heard);
    }

    @Test
    void aLaterSnapshotMendsTheBookWithTheNextUpdate() {
        play("=10", "13-14", "15-15", "=14", "16-16", "17-17", "19-19");

        assertEquals(
                List.of(
                        "=10  to 10",
                        "gap simulator.feed.updates-missing[11, 12]",
                        "14 to 14",
                        "15 to 15",
                        "=14 15 16 to 16",
                        "17 to 17",
                        "gap simulator.feed.updates-missing[18, 18]",
                        "19 to 19"),
                heard);
    }

    @Test
    void aSnapshotFromBeforeTheHoleMendsNothing() {
        play("=10", "13-14", "=10", "15-15", "=15", "16-16");

        assertEquals(
                List.of(
                        "=10  to 10",
                        "gap simulator.feed.updates-missing[11, 12]",
                        "14 to 14",
                        "15 to 15",
                        "=15 16 to 16"),
                heard);
    }

    @Test
    void aSoundBookNeedsNoSnapshot() {
        play("=10", "11-11", "=11", "=14", "12-12");

        assertEquals(List.of("=10  to 10", "11 to 11", "12 to 12"), heard);
    }

    @Test
    void aSnapshotFromBehindTheHoleMendsItAtOnce() {
        play("=10", "11-11", "=14", "15-15", "16-16");

        assertEquals(
                List.of(
                        "=10  to 10",
                        "11 to 11",
                        "gap simulator.feed.updates-missing[12, 14]",
                        "=14 15 to 15",
                        "16 to 16"),
                heard);
    }

    @Test
    void afterAMarkedGapNothingIsShownBeforeTheNextSnapshot() {
        play("=10", "11-11", "gap", "15-15", "16-16", "=15", "17-17");

        assertEquals(List.of("=10  to 10", "11 to 11", "=15  to 15", "16 to 16", "17 to 17"), heard);
    }
}
