package makerdeck.engine.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.command.Risk;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.books.UnreadFills;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.parameters.PresetLoan;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.snapshot.Mode;
import makerdeck.strategy.RiskIncrease;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a screen has sent may still be carried out: the screen judged by an older picture, another screen may
 * have changed things, or the market. What raises risk now was shown and agreed to as it is now, or is not done.
 *
 * <p>Engine thread only.
 */
public final class Agreement {

    /** More lines are hardly under way at once on all screens of a desk. */
    private static final int REMEMBERED = 64;

    /** What a line is judged by: how things were with its question or its first command, and what it has done since. */
    private record Seen(
            Parameters parameters, int generation, @Nullable PresetLoan loan, Set<String> unread) {}

    private final Mode mode;
    private final MarketData market;
    private final Ledger ledger;
    private final ParameterHistory history;
    private final UnreadFills unread;
    private final Map<Long, Seen> lines = new LinkedHashMap<>();

    public Agreement(Mode mode, MarketData market, Ledger ledger, ParameterHistory history, UnreadFills unread) {
        this.mode = mode;
        this.market = market;
        this.ledger = ledger;
        this.history = history;
        this.unread = unread;
    }

    /** What a line would do was told just now. */
    void shown(long line) {
        remember(line, history.parameters());
    }

    /** Why it is not carried out, empty when it is. */
    Optional<Message> objection(DeskCommand.Judged judged) {
        return judged.agreed() ? change(judged) : rise(judged);
    }

    /** The rows of the fill history that could not be read when the line was shown. */
    Set<String> rowsShown(long line) {
        var seen = lines.get(line);
        return seen == null ? Set.of() : seen.unread();
    }

    /** What the line has done itself is no change to it. */
    void carriedOut(DeskCommand.Judged judged) {
        var seen = lines.get(judged.line());
        remember(judged.line(), seen == null ? history.parameters() : seen.parameters());
    }

    private Optional<Message> change(DeskCommand.Judged judged) {
        var seen = lines.get(judged.line());
        if (seen == null) {
            return Optional.of(Message.of("engine.agreement.never-shown"));
        }
        if (isCurrent(seen) || judged.command() instanceof DeskCommand.LeaveOutRows) {
            return Optional.empty();
        }
        var changes = seen.parameters().changesTo(history.parameters()).stream()
                .map(Parameters.Change::text)
                .toList();
        return Optional.of(
                changes.isEmpty()
                        ? Message.of("engine.agreement.changed")
                        : Message.of("engine.agreement.changed-so", Message.list(changes)));
    }

    private Optional<Message> rise(DeskCommand.Judged judged) {
        var seen = lines.get(judged.line());
        if (seen == null || !isCurrent(seen)) {
            shown(judged.line());
        }
        return risk(judged).asks(mode.isRealMoney(), mode.venueLivesOn())
                ? Optional.of(Message.of("engine.agreement.raises"))
                : Optional.empty();
    }

    private boolean isCurrent(Seen seen) {
        return seen.generation() == history.generation() && Objects.equals(seen.loan(), history.loan());
    }

    private void remember(long line, Parameters parameters) {
        lines.remove(line);
        lines.put(line, new Seen(parameters, history.generation(), history.loan(), unread.keys()));
        if (lines.size() > REMEMBERED) {
            lines.remove(lines.keySet().iterator().next());
        }
    }

    private Risk risk(DeskCommand.Judged judged) {
        var now = history.parameters();
        var wealth = KnownWealth.of(market, ledger).orElse(null);
        var command = judged.command();
        if (command instanceof DeskCommand.Rebalance || command instanceof DeskCommand.LeaveOutRows) {
            return Risk.RAISES;
        }
        if (command instanceof DeskCommand.Resume) {
            return RiskIncrease.fires(now, wealth) ? Risk.RAISES : Risk.STARTS;
        }
        try {
            var next = next(command, now);
            var seen = lines.get(judged.line());
            var risk = Risk.of(seen == null ? now : seen.parameters(), next, wealth);
            return command instanceof DeskCommand.LoadPreset load && load.length() != null
                    ? Risk.greatest(Stream.of(risk, Risk.ofReturn(next, back(load, now, next))))
                    : risk;
        } catch (MistakeException illegal) {
            // Refused by whoever carries it out, in words of its own.
            return Risk.READS;
        }
    }

    private Parameters back(DeskCommand.LoadPreset load, Parameters now, Parameters next) {
        return history.givenBack(load.values().keySet(), now, next);
    }

    private Parameters next(DeskCommand command, Parameters now) {
        if (command instanceof DeskCommand.SetParameters set) {
            return now.with(set.values());
        }
        if (command instanceof DeskCommand.LoadPreset load) {
            return now.with(load.values());
        }
        return history.reachable(command instanceof DeskCommand.Undo ? 1 : -1).orElse(now);
    }
}
