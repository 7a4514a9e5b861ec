package makerdeck.backpack.server.faults;

import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.AccountId;

/** In which asset the venue's first account pays its fees, on purpose. Venue thread only. */
public final class ThirdAssetFees {

    private final Exchange exchange;
    private final AccountId account;
    private final FaultInjector faults;
    private boolean inThirdAsset;

    public ThirdAssetFees(Exchange exchange, AccountId account, FaultInjector faults) {
        this.exchange = exchange;
        this.account = account;
        this.faults = faults;
    }

    public void tick() {
        var wanted = faults.isOn(Fault.FEE_THIRD_ASSET);
        if (wanted != inThirdAsset) {
            inThirdAsset = wanted;
            exchange.payFeesInThirdAsset(account, wanted);
        }
    }
}
