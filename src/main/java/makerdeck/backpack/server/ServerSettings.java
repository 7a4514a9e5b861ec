package makerdeck.backpack.server;

import java.math.BigDecimal;
import java.util.Map;
import makerdeck.domain.Fees;

/**
 * How the venue is served. Immutable.
 *
 * @param port on loopback; 0 for any free one
 * @param funds of every account, by asset
 * @param fees of every account
 * @param autoLend whether every account lends its idle funds from the start
 */
public record ServerSettings(int port, Map<String, BigDecimal> funds, Fees fees, boolean autoLend) {

    /** Accounts that lend nothing. */
    public ServerSettings(int port, Map<String, BigDecimal> funds, Fees fees) {
        this(port, funds, fees, false);
    }

    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0..65535, was " + port);
        }
        funds = Map.copyOf(funds);
    }
}
