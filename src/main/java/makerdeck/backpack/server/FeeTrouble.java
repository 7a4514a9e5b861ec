package makerdeck.backpack.server;

import makerdeck.simulator.AccountId;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fault;

/** In which asset the venue's first account pays its fees, on purpose. Venue thread only. */
final class FeeTrouble {

    private final Exchange exchange;
    private final AccountId account;
    private final Trouble trouble;
    private boolean inThirdAsset;

    FeeTrouble(Exchange exchange, AccountId account, Trouble trouble) {
        this.exchange = exchange;
        this.account = account;
        this.trouble = trouble;
    }

    void tick() {
        var wanted = trouble.isOn(Fault.FEE_THIRD_ASSET);
        if (wanted != inThirdAsset) {
            inThirdAsset = wanted;
            exchange.payFeesInThirdAsset(account, wanted);
        }
    }
}
