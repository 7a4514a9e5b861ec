package makerdeck.engine.lifecycle;

import java.time.Instant;
import java.util.Optional;
import makerdeck.engine.books.Ledger;
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

    private final MarketData facts;
    private final Ledger ledger;
    private final TradingGates gates;
    private final SessionState session;
    private final Shutdown shutdown;

    public Standstill(MarketData facts, Ledger ledger, TradingGates gates, SessionState session, Shutdown shutdown) {
        this.facts = facts;
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
            if (facts.wasUp(stream) && !facts.isUp(stream)) {
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
            if (!facts.hasMarket() || !facts.isUp(stream)) {
                var tried = !facts.isUp(stream) && !facts.upSince(stream).equals(Instant.MIN);
                var waitsFor = facts.hasMarket() ? "engine.start.streams" : "engine.start.connecting";
                return tried ? facts.downReason(stream) : Words.say(waitsFor);
            }
        }
        if (facts.mid().isEmpty()) {
            return Words.say("engine.start.book");
        }
        return Words.say(ledger.isOpen() ? "engine.start.comparing" : "engine.start.balances");
    }
}
