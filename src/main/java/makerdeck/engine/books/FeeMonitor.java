package makerdeck.engine.books;

import java.time.Instant;
import makerdeck.domain.Fill;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.FeeRates;
import makerdeck.engine.market.MarketData;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;

/**
 * Compares the fee of each fill with the fee we reckon with. A dearer one is believed at once and an
 * alarm; a cheaper one is counted on when it has come a few times in a row.
 *
 * <p>Engine thread only.
 */
public final class FeeMonitor {

    private final MarketData market;
    private final EventLog log;

    public FeeMonitor(MarketData market, EventLog log) {
        this.market = market;
        this.log = log;
    }

    void filled(Fill fill, Instant now) {
        var rules = market.rules();
        var inBase = fill.feeAsset().equals(rules.base());
        if (!inBase && !fill.feeAsset().equals(rules.quote())) {
            return;
        }
        var seen = FeeRates.cost(fill.fee(), fill.price(), fill.quantity(), inBase);
        var rate = market.rates().of(fill.maker());
        var before = rate.bp();
        if (!rate.seen(seen)) {
            return;
        }
        var dearer = seen.compareTo(before) > 0;
        log.alert(
                now,
                dearer ? Severity.WARN : Severity.INFO,
                Message.of(key(fill.maker(), dearer), Texts.rounded(rate.bp(), 2), Texts.rounded(before, 2)));
    }

    private static String key(boolean maker, boolean dearer) {
        if (maker) {
            return dearer ? "engine.fee.maker-dearer" : "engine.fee.maker-cheaper";
        }
        return dearer ? "engine.fee.taker-dearer" : "engine.fee.taker-cheaper";
    }
}
