package makerdeck.engine;

import makerdeck.domain.Balances;
import makerdeck.words.Words;

/**
 * Tells the operator that idle funds are lent.
 *
 * <p>Engine thread only.
 */
final class Lending {

    private final Core core;
    private boolean told;

    Lending(Core core) {
        this.core = core;
    }

    /** A complete reading. Lending is told when it is met first, and when its switch has been moved. */
    void read(Balances balances) {
        if (!core.facts().hasMarket() || told == core.facts().lends()) {
            return;
        }
        told = core.facts().lends();
        var redeems = core.tuning().parameters().redeems();
        tell(balances, told ? (redeems ? "engine.lending.redeem" : "engine.lending.never") : "engine.lending.off");
    }

    private void tell(Balances balances, String key) {
        var market = core.facts().market();
        core.diary()
                .info(
                        core.now(),
                        Words.say(
                                key,
                                balances.base().lent().stripTrailingZeros().toPlainString(),
                                market.base(),
                                balances.quote().lent().stripTrailingZeros().toPlainString(),
                                market.quote()));
    }
}
