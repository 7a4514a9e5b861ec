package makerdeck.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a desk believes, put together from all that it has said. */
final class DeskTape {

    private static final Set<String> RESTING = Set.of("OPEN", "PENDING_CANCEL");

    /** A time in which the desk said it was halted and nobody asked it to resume. */
    record Halt(Instant from, Instant until) {}

    private final HeadlessDesk desk;
    private final Map<String, String> resting = new HashMap<>();
    private final List<String> booked = new ArrayList<>();
    private final List<Halt> halts = new ArrayList<>();
    private final List<String> sentWhileHalted = new ArrayList<>();
    private String state = "STARTING";
    private Instant stateAt = Instant.EPOCH;
    private Instant haltedAt;
    private int read;

    DeskTape(HeadlessDesk desk) {
        this.desk = desk;
    }

    /** Takes in what was said since the last call. */
    DeskTape update() {
        for (var line : desk.since(read)) {
            read++;
            switch (line.event()) {
                case "state" -> state(line);
                case "order" -> order(line);
                case "fill" -> booked.add(line.text("orderId") + "/" + line.text("tradeId"));
                default -> {
                    // Answers, alerts and signs of life say nothing about orders.
                }
            }
        }
        return this;
    }

    private void state(HeadlessDesk.Line line) {
        stateAt = Instant.parse(line.text("ts"));
        state = line.text("state");
        if (state.equals("HALTED")) {
            haltedAt = haltedAt == null ? stateAt : haltedAt;
        } else {
            endHalt(stateAt);
        }
    }

    private void endHalt(Instant at) {
        if (haltedAt != null) {
            halts.add(new Halt(haltedAt, at));
            haltedAt = null;
        }
    }

    /** The operator types {@code resume} now: quotes may go out before the desk says that it is another state. */
    void resumes(Instant now) {
        endHalt(now);
    }

    private void order(HeadlessDesk.Line line) {
        var order = line.text("state");
        if (haltedAt != null && order.equals("SENT")) {
            sentWhileHalted.add(line.toString());
        }
        if (RESTING.contains(order)) {
            resting.put(line.text("clientId"), line.text("orderId"));
        } else {
            resting.remove(line.text("clientId"));
        }
    }

    String state() {
        return state;
    }

    boolean isHaltedFor(Duration length) {
        return state.equals("HALTED") && stateAt.plus(length).isBefore(Instant.now());
    }

    /** Venue's ids of the orders that rest as far as the desk knows. */
    Set<String> resting() {
        return resting.values().stream().collect(Collectors.toUnmodifiableSet());
    }

    /** Every fill booked, as often as it was: order and trade. */
    List<String> booked() {
        return booked.stream().sorted().toList();
    }

    /** Halts that are over. */
    List<Halt> halts() {
        return List.copyOf(halts);
    }

    List<String> sentWhileHalted() {
        return List.copyOf(sentWhileHalted);
    }
}
