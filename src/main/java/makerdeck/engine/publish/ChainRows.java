package makerdeck.engine.publish;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.engine.log.Texts;
import makerdeck.message.Message;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.snapshot.Why.Kind;
import makerdeck.snapshot.Why.Row;
import org.jspecify.annotations.Nullable;

/** How the price of a side comes about, cause by cause. */
final class ChainRows {

    private static final int PERCENT_DECIMALS = 4;
    private static final int FACTOR_DECIMALS = 2;

    private ChainRows() {}

    /** Empty when no quote of the side is wanted. */
    static List<Row> of(@Nullable SideChain chain, Side side, Instant now) {
        if (chain == null) {
            return List.of();
        }
        var rows = new ArrayList<Row>();
        rows.add(new Row(Kind.STEP, Message.of("engine.why.distance", Texts.quotes(side), percent(chain.percent()))));
        for (var step : chain.steps()) {
            rows.add(new Row(Kind.STEP, text(step, now)));
        }
        return rows;
    }

    private static Message text(SideChain.Step step, Instant now) {
        var name = Message.of("strategy.chain." + step.cause());
        var percent = percent(step.percent());
        var factor = step.factor();
        var until = step.until();
        if (factor == null) {
            return Message.of("engine.why.step", name, percent);
        }
        var times = Texts.rounded(factor, FACTOR_DECIMALS);
        return until == null
                ? Message.of("engine.why.step-by", name, percent, times)
                : Message.of(
                        "engine.why.step-until",
                        name,
                        percent,
                        times,
                        Texts.length(Duration.between(now, until).plusMillis(999)));
    }

    private static String percent(BigDecimal percent) {
        return Texts.rounded(percent, PERCENT_DECIMALS);
    }
}
