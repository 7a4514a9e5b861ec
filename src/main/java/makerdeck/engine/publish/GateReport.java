package makerdeck.engine.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.engine.execution.SideReasons;
import makerdeck.engine.execution.WantedQuotes;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.engine.log.Texts;
import makerdeck.engine.risk.Gate;
import makerdeck.message.Denial;
import makerdeck.message.Message;
import makerdeck.snapshot.Why.Kind;
import makerdeck.snapshot.Why.Row;
import org.jspecify.annotations.Nullable;

/**
 * How the desk stands, how each side does, what happens next, and every gate in the order in which it is asked with its
 * answer for each side. The first that is not open holds a side. Asking changes nothing.
 *
 * <p>Engine thread only.
 */
public final class GateReport {

    /**
     * A gate's answers at a moment.
     *
     * @param number its place, from 1
     */
    private record Asked(int number, Gate gate, Map<Side, Message> shut) {

        @Nullable
        Message of(Side side) {
            return shut.get(side);
        }

        /** Whether this is that one; to compare all that is in them takes longer than to ask them. */
        boolean is(@Nullable Asked other) {
            return other != null && number == other.number;
        }
    }

    private final StateRow state;
    private final QuotingRows quoting;
    private final SideReasons sides;
    private final List<Gate> gates;

    public GateReport(
            StateRow state, QuotingRows quoting, QuotePermission permission, WantedQuotes wanted, SideReasons sides) {
        this.state = state;
        this.quoting = quoting;
        this.sides = sides;
        var all = new ArrayList<>(permission.gates());
        all.add(new Gate("quotes", wanted::emptiness));
        all.addAll(sides.gates());
        gates = List.copyOf(all);
    }

    /** Every gate has been asked once, at one moment. */
    final class At {
        private final Instant now;
        private final List<Asked> asked = new ArrayList<>();
        private final Map<Side, Asked> holding = new EnumMap<>(Side.class);

        At(Instant now) {
            this.now = now;
            for (var gate : gates) {
                var shut = new EnumMap<Side, Message>(Side.class);
                for (var side : Side.values()) {
                    gate.reason(side, now).ifPresent(reason -> shut.put(side, reason));
                }
                asked.add(new Asked(asked.size() + 1, gate, shut));
            }
            for (var side : Side.values()) {
                if (!sides.isQuoted(side)) {
                    asked.stream()
                            .filter(gate -> gate.of(side) != null)
                            .findFirst()
                            .ifPresent(gate -> holding.put(side, gate));
                }
            }
        }

        /** Each with its answer for both sides. */
        List<Row> gates() {
            return asked.stream()
                    .map(gate -> new Row(
                            kind(gate),
                            Message.of("engine.why.gate", gate.number(), name(gate), bothAnswers(gate)),
                            name(gate)))
                    .toList();
        }

        /** One side: its price as it comes about, or what holds it. */
        List<Row> side(Side side) {
            var rows = new ArrayList<Row>();
            rows.add(new Row(Kind.HEAD, head(side)));
            next(side).ifPresent(rows::add);
            rows.addAll(ChainRows.of(quoting.chain(side), side, now));
            for (var gate : asked) {
                var kind = gate.is(holding.get(side)) ? Kind.HOLDS : answers(gate, side) ? Kind.SHUT : Kind.OPEN;
                rows.add(new Row(
                        kind,
                        Message.of("engine.why.gate-of", gate.number(), name(gate), answer(gate, side)),
                        name(gate)));
            }
            return rows;
        }

        List<Row> desk() {
            var rows = new ArrayList<Row>();
            rows.add(new Row(Kind.HEAD, deskHead()));
            var denial = state.state().denial(state.reason().orElse(null));
            denial.flatMap(GateReport::next).ifPresent(next -> rows.add(new Row(Kind.NEXT, next)));
            return rows;
        }

        private Message head(Side side) {
            var gate = holding.get(side);
            var reason = gate == null ? null : gate.of(side);
            if (reason == null) {
                return Message.of("engine.why.quoted", Texts.quotes(side));
            }
            var held = Message.of(
                    "engine.why.held", Texts.quotes(side), Denial.of(reason).code());
            return Message.of("engine.why.because", held, reason);
        }

        private Optional<Row> next(Side side) {
            var gate = holding.get(side);
            var reason = gate == null ? null : gate.of(side);
            if (gate == null || reason == null) {
                return Optional.empty();
            }
            var next = GateReport.next(Denial.of(reason));
            var left = gate.gate().until(side, now).map(this::left);
            return next.map(text ->
                    new Row(Kind.NEXT, left.isEmpty() ? text : Message.of("engine.why.next-in", text, left.get())));
        }

        private String left(Instant until) {
            return Texts.length(Duration.between(now, until).plusMillis(999));
        }

        private Kind kind(Asked gate) {
            if (gate.is(holding.get(Side.BID)) || gate.is(holding.get(Side.ASK))) {
                return Kind.HOLDS;
            }
            return answers(gate, Side.BID) || answers(gate, Side.ASK) ? Kind.SHUT : Kind.OPEN;
        }

        private Message name(Asked gate) {
            return Message.of("engine.why.gate." + gate.gate().name());
        }

        private Message bothAnswers(Asked gate) {
            var bids = answer(gate, Side.BID);
            var asks = answer(gate, Side.ASK);
            return bids.equals(asks)
                    ? Message.of("engine.why.of", Message.of("engine.quotes.both"), bids)
                    : Message.of(
                            "message.semicolon",
                            Message.of("engine.why.of", Texts.quotes(Side.BID), bids),
                            Message.of("engine.why.of", Texts.quotes(Side.ASK), asks));
        }

        /** What waits for nothing but the next review does so only when no other gate is shut. */
        private boolean answers(Asked gate, Side side) {
            return gate.of(side) != null && (gate.is(holding.get(side)) || gate.number() < asked.size());
        }

        private Message answer(Asked gate, Side side) {
            var reason = gate.of(side);
            if (reason == null || !answers(gate, side)) {
                return Message.of("engine.why.open");
            }
            var until = gate.gate().until(side, now).map(this::left);
            var answer = until.isEmpty() ? reason : Message.of("engine.why.until", reason, until.get());
            return gate.is(holding.get(side)) ? Message.of("engine.why.holds", answer) : answer;
        }
    }

    At at(Instant now) {
        return new At(now);
    }

    private Message deskHead() {
        var word = Texts.state(state.state());
        var code = state.state().denial(state.reason().orElse(null)).map(Denial::code);
        if (code.isEmpty()) {
            return Message.of("engine.why.desk", word);
        }
        var held = Message.of("engine.why.held", word, code.get());
        return Message.of(
                "engine.why.desk",
                state.reason()
                        .map(why -> Message.of("engine.why.because", held, why))
                        .orElse(held));
    }

    /** What comes of it by itself, or what to do; empty when only the reason's own words say so. */
    static Optional<Message> next(Denial denial) {
        return denial == Denial.OTHER
                ? Optional.empty()
                : Optional.of(Message.of("engine.why.next", Message.of("engine.next." + denial.code())));
    }
}
