package makerdeck.engine.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import makerdeck.domain.Side;
import makerdeck.message.Message;

/**
 * One thing that is asked before a side is quoted. Deciding and showing walk the same lists of these, so that what is
 * shown is what decides. Asking changes nothing. Engine thread only.
 *
 * @param name of the text that names it, below {@code engine.why.gate}
 * @param ofDesk whether the answer is the same for both sides
 * @param ends when a gate that is shut opens by itself
 */
public record Gate(String name, boolean ofDesk, Asked asked, Ends ends) {

    /** One that each side is asked for. */
    public Gate(String name, Asked asked, Ends ends) {
        this(name, false, asked, ends);
    }

    /** One of which nobody knows when it opens. */
    public Gate(String name, Asked asked) {
        this(name, asked, (side, now) -> Optional.empty());
    }

    /** When it opens by itself if nothing else happens, empty when nobody knows. */
    public interface Ends {
        Optional<Instant> at(Side side, Instant now);
    }

    /** Why a side may not be quoted now, empty when nothing of this speaks against it. */
    public interface Asked {
        Optional<Message> reason(Side side, Instant now);
    }

    /** One that has the same answer for both sides. */
    public interface AskedOfDesk {
        Optional<Message> reason(Instant now);
    }

    public static Gate ofDesk(String name, AskedOfDesk asked) {
        return new Gate(name, true, (side, now) -> asked.reason(now), (side, now) -> Optional.empty());
    }

    /** One that has the same answer for both sides, and opens at a moment, unless that is over. */
    static Gate ofDesk(String name, AskedOfDesk asked, Supplier<Instant> end) {
        return new Gate(name, true, (side, now) -> asked.reason(now), (side, now) -> Optional.of(end.get())
                .filter(now::isBefore));
    }

    /** When it opens by itself; of a gate that is shut. */
    public Optional<Instant> until(Side side, Instant now) {
        return ends.at(side, now);
    }

    public Optional<Message> reason(Side side, Instant now) {
        return asked.reason(side, now);
    }

    /** What the first says that is not open, empty when all are. */
    public static Optional<Message> first(List<Gate> gates, Side side, Instant now) {
        for (var gate : gates) {
            var reason = gate.reason(side, now);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    /** The same for both sides, what is the desk's asked once. */
    public static Obstacles firstOfEach(List<Gate> gates, Instant now) {
        var bids = Optional.<Message>empty();
        var asks = Optional.<Message>empty();
        for (var gate : gates) {
            if (gate.ofDesk && bids.isEmpty() && asks.isEmpty()) {
                bids = gate.reason(Side.BID, now);
                asks = bids;
                continue;
            }
            bids = bids.isEmpty() ? gate.reason(Side.BID, now) : bids;
            asks = asks.isEmpty() ? gate.reason(Side.ASK, now) : asks;
            if (bids.isPresent() && asks.isPresent()) {
                break;
            }
        }
        return new Obstacles(bids, asks);
    }
}
