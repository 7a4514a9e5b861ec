package makerdeck.engine.operator;

import java.time.Clock;
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
import makerdeck.engine.publish.StateRow;
import makerdeck.engine.risk.Gate;
import makerdeck.message.Denial;
import makerdeck.message.Message;

/**
 * The lines of {@code show why}: how the desk stands, how each side does, and every gate in the order in which it is
 * asked, with its answer for each side. The first that is not open holds a side. Asking changes nothing.
 *
 * <p>Engine thread only.
 */
public final class GateReport {

    private final Clock clock;
    private final StateRow state;
    private final SideReasons sides;
    private final List<Gate> gates;

    public GateReport(Clock clock, StateRow state, QuotePermission permission, WantedQuotes wanted, SideReasons sides) {
        this.clock = clock;
        this.state = state;
        this.sides = sides;
        var all = new ArrayList<>(permission.gates());
        all.add(new Gate("quotes", wanted::emptiness));
        all.addAll(sides.gates());
        gates = List.copyOf(all);
    }

    List<Message> lines() {
        var now = clock.instant();
        var holding = new EnumMap<Side, Gate>(Side.class);
        for (var side : Side.values()) {
            holding(side, now).ifPresent(gate -> holding.put(side, gate));
        }
        var lines = new ArrayList<Message>();
        lines.add(desk());
        for (var side : Side.values()) {
            lines.add(side(side, Optional.ofNullable(holding.get(side)).flatMap(gate -> gate.reason(side, now))));
        }
        for (var gate : gates) {
            lines.add(Message.of(
                    "engine.why.gate",
                    lines.size() - Side.values().length,
                    Message.of("engine.why.gate." + gate.name()),
                    answers(gate, holding, now)));
        }
        return lines;
    }

    /** The gate that keeps a side from having a quote out; none when it has. */
    private Optional<Gate> holding(Side side, Instant now) {
        return sides.isQuoted(side)
                ? Optional.empty()
                : gates.stream()
                        .filter(gate -> gate.reason(side, now).isPresent())
                        .findFirst();
    }

    private Message desk() {
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

    private static Message side(Side side, Optional<Message> reason) {
        return reason.map(why -> Message.of(
                        "engine.why.because",
                        Message.of(
                                "engine.why.held",
                                Texts.quotes(side),
                                Denial.of(why).code()),
                        why))
                .orElseGet(() -> Message.of("engine.why.quoted", Texts.quotes(side)));
    }

    private Message answers(Gate gate, Map<Side, Gate> holding, Instant now) {
        var bids = answer(gate, Side.BID, holding, now);
        var asks = answer(gate, Side.ASK, holding, now);
        return bids.equals(asks)
                ? Message.of("engine.why.of", Message.of("engine.quotes.both"), bids)
                : Message.of(
                        "message.semicolon",
                        Message.of("engine.why.of", Texts.quotes(Side.BID), bids),
                        Message.of("engine.why.of", Texts.quotes(Side.ASK), asks));
    }

    /** What waits for nothing but the next review does so only when no other gate is shut. */
    private Message answer(Gate gate, Side side, Map<Side, Gate> holding, Instant now) {
        var holds = gate.equals(holding.get(side));
        var asked = holds || !gate.equals(gates.get(gates.size() - 1));
        var answer = (asked ? gate.reason(side, now) : Optional.<Message>empty())
                .orElseGet(() -> Message.of("engine.why.open"));
        return holds ? Message.of("engine.why.holds", answer) : answer;
    }
}
