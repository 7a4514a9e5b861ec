package makerdeck.engine.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import makerdeck.domain.Side;
import makerdeck.engine.execution.SideReasons;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.risk.Obstacles;
import makerdeck.engine.risk.StrayOrderWatch;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Notices a desk that may quote and has no quote out, whatever keeps it from having one. Engine thread only. */
public final class DarkWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLog log;
    private final TradingState trading;
    private final SideReasons reasons;

    private final StrayOrderWatch strays;
    private @Nullable Instant since;
    private boolean told;

    public DarkWatch(EventLog log, TradingState trading, SideReasons reasons, StrayOrderWatch strays) {
        this.strays = strays;
        this.log = log;
        this.trading = trading;
        this.reasons = reasons;
    }

    /** After every input. {@code obstacles}: of now. */
    public void look(Instant now, Obstacles obstacles) {
        if (!isDark(obstacles)) {
            if (told) {
                log.over(now, Message.of("engine.dark.over"), "engine.dark.alarm");
            }
            since = null;
            told = false;
            trading.dark(null);
            return;
        }
        var from = since;
        if (from == null) {
            since = now;
        } else if (Duration.between(from, now).compareTo(PATIENCE) >= 0) {
            var why = why();
            trading.dark(why);
            if (!told) {
                told = true;
                var text = Message.of("engine.dark.alarm", Texts.length(PATIENCE), why);
                log.alert(now, Severity.WARN, text);
            }
        }
    }

    /** At least one side may be quoted, and none is; an order that cannot be cancelled may still rest. */
    private boolean isDark(Obstacles obstacles) {
        if (!strays.text().isEmpty()) {
            return false;
        }
        boolean allowed = false;
        for (var side : Side.values()) {
            if (reasons.isQuoted(side)) {
                return false;
            }
            allowed |= obstacles.side(side).isEmpty();
        }
        return allowed;
    }

    private Message why() {
        var words = new ArrayList<Message>();
        for (var side : Side.values()) {
            reasons.text(side).ifPresent(why -> words.add(Message.of("engine.dark.side", Texts.quotes(side), why)));
        }
        return Message.list(words);
    }
}
