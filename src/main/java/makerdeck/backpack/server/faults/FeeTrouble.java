package makerdeck.backpack.server.faults;

import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.AccountId;

/** In which asset the venue's first account pays its fees, on purpose. Venue thread only. */
public final class FeeTrouble {

    private final Exchange exchange;
    private final AccountId account;
    private final FaultInjector trouble;
    private boolean inThirdAsset;

    public FeeTrouble(Exchange exchange, AccountId account, FaultInjector trouble) {
        this.exchange = exchange;
        this.account = account;
        this.trouble = trouble;
    }

    public void tick() {
        var wanted = trouble.isOn(Fault.FEE_THIRD_ASSET);
        if (wanted != inThirdAsset) {
            inThirdAsset = wanted;
            exchange.payFeesInThirdAsset(account, wanted);
        }
    }
}
