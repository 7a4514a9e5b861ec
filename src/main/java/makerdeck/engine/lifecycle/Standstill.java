package makerdeck.engine.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.risk.TradingGates;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps the whole desk from quoting anything at all. Engine thread only. */
public final class Standstill {

    private static final String DOWN = "engine.gate.down.";

    /**
     * A state in which nothing at all is quoted.
     *
     * @param why null when the state says it all
     */
    record Still(DeskState state, @Nullable Message why) {}

    private final MarketData market;
    private final ConnectionState connection;
    private final Ledger ledger;
    private final TradingGates gates;
    private final SessionState session;
    private final Shutdown shutdown;

    public Standstill(
            MarketData market,
            ConnectionState connection,
            Ledger ledger,
            TradingGates gates,
            SessionState session,
            Shutdown shutdown) {
        this.market = market;
        this.connection = connection;
        this.ledger = ledger;
        this.gates = gates;
        this.session = session;
        this.shutdown = shutdown;
    }

    /** Empty when the desk as a whole may quote. */
    Optional<Still> now(Instant now) {
        if (shutdown.outcome() != null) {
            return still(DeskState.STOPPED, null);
        }
        if (shutdown.isStopping()) {
            return still(DeskState.STOPPING, null);
        }
        var halt = session.halt();
        if (halt.isPresent()) {
            return still(DeskState.HALTED, halted(halt.get(), now));
        }
        if (session.isFinished()) {
            return still(DeskState.FINISHED, Message.of("engine.duration-over"));
        }
        for (var stream : Stream.values()) {
            if (connection.wasUp(stream) && !connection.isUp(stream)) {
                return still(
                        DeskState.DOWN,
                        gates.reason(now).map(Standstill::withoutTheState).orElse(null));
            }
        }
        return session.isReady()
                ? Optional.empty()
                : still(DeskState.STARTING, missing().orElse(null));
    }

    /** That a stream is down is the state; the reason says which one, and why. */
    private static Message withoutTheState(Message reason) {
        return reason.key().startsWith(DOWN)
                ? new Message("engine.gate.stream." + reason.key().substring(DOWN.length()), reason.values())
                : reason;
    }

    /** Whether its cause is over comes first: that is what the operator waits for. */
    private static Message halted(SessionState.Halt halt, Instant now) {
        var since = halt.overSince();
        if (since == null) {
            return halt.reason();
        }
        var minutes = Duration.between(since, now).truncatedTo(ChronoUnit.MINUTES);
        return minutes.isZero()
                ? Message.of("engine.halt.over", halt.reason())
                : Message.of("engine.halt.over-since", Texts.length(minutes), halt.reason());
    }

    private static Optional<Still> still(DeskState state, @Nullable Message why) {
        return Optional.of(new Still(state, why));
    }

    private Optional<Message> missing() {
        for (var stream : Stream.values()) {
            if (!market.isKnown() || !connection.isUp(stream)) {
                var tried =
                        !connection.isUp(stream) && !connection.upSince(stream).equals(Instant.MIN);
                var waitsFor = market.isKnown() ? "engine.start.streams" : "engine.start.connecting";
                return tried ? connection.downReason(stream) : Optional.of(Message.of(waitsFor));
            }
        }
        if (market.mid().isEmpty()) {
            return Optional.of(Message.of("engine.start.book"));
        }
        return Optional.of(
                !ledger.isOpen()
                        ? Message.of("engine.start.balances")
                        : connection
                                .unarmedElsewhere()
                                .map(address -> Message.of("engine.start.guardian", address))
                                .orElseGet(() -> Message.of("engine.start.comparing")));
    }
}
