package makerdeck.engine.lifecycle;

import java.time.Instant;
import java.util.Optional;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.risk.TradingGates;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.Stream;
import makerdeck.words.Words;

/** What keeps the whole desk from quoting anything at all. Engine thread only. */
public final class Standstill {

    /**
     * A state in which nothing at all is quoted.
     *
     * @param why empty when the state says it all
     */
    record Still(DeskState state, String why) {}

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
            return still(DeskState.STOPPED, "");
        }
        if (shutdown.isStopping()) {
            return still(DeskState.STOPPING, "");
        }
        var halted = session.haltReason();
        if (halted != null) {
            return still(DeskState.HALTED, halted);
        }
        if (session.isFinished()) {
            return still(DeskState.FINISHED, Words.say("engine.duration-over"));
        }
        for (var stream : Stream.values()) {
            if (connection.wasUp(stream) && !connection.isUp(stream)) {
                return still(DeskState.DOWN, gates.reason(now));
            }
        }
        return session.isReady() ? Optional.empty() : still(DeskState.STARTING, missing());
    }

    private static Optional<Still> still(DeskState state, String why) {
        return Optional.of(new Still(state, why));
    }

    private String missing() {
        for (var stream : Stream.values()) {
            if (!market.isKnown() || !connection.isUp(stream)) {
                var tried =
                        !connection.isUp(stream) && !connection.upSince(stream).equals(Instant.MIN);
                var waitsFor = market.isKnown() ? "engine.start.streams" : "engine.start.connecting";
                return tried ? connection.downReason(stream) : Words.say(waitsFor);
            }
        }
        if (market.mid().isEmpty()) {
            return Words.say("engine.start.book");
        }
        return Words.say(ledger.isOpen() ? "engine.start.comparing" : "engine.start.balances");
    }
}
