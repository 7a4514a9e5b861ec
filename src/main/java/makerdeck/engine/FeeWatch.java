package makerdeck.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import makerdeck.domain.Fees;
import makerdeck.domain.Fill;
import makerdeck.snapshot.Severity;
import makerdeck.words.Words;

/**
 * Compares the fee of each fill with the fee we reckon with. A dearer one is believed at once and an
 * alarm; a cheaper one is not counted on.
 *
 * <p>Engine thread only.
 */
final class FeeWatch {

    private static final BigDecimal TOLERATED = new BigDecimal("0.1");
    /** Venues round fees; what a hundredth of a basis point comes to is no news. */
    private static final BigDecimal NOTHING = new BigDecimal("0.01");

    private final Facts facts;
    private final Diary diary;

    FeeWatch(Facts facts, Diary diary) {
        this.facts = facts;
        this.diary = diary;
    }

    void filled(Fill fill, Instant now) {
        var market = facts.market();
        var inBase = fill.feeAsset().equals(market.base());
        if (!inBase && !fill.feeAsset().equals(market.quote())) {
            return;
        }
        var received = inBase ? fill.quantity() : fill.price().multiply(fill.quantity());
        var seen = fill.fee().movePointRight(4).divide(received, MathContext.DECIMAL64);
        var reckoned = fill.maker() ? facts.fees().makerBp() : facts.fees().takerBp();
        var dearer = seen.subtract(reckoned);
        if (dearer.compareTo(NOTHING.max(reckoned.abs().multiply(TOLERATED))) > 0) {
            facts.feesSeen(
                    fill.maker()
                            ? new Fees(seen, facts.fees().takerBp())
                            : new Fees(facts.fees().makerBp(), seen));
            diary.alert(
                    now,
                    Severity.WARN,
                    Words.say(
                            fill.maker() ? "engine.fee.maker-dearer" : "engine.fee.taker-dearer",
                            Texts.rounded(seen, 2),
                            Texts.rounded(reckoned, 2)));
        }
    }
}
