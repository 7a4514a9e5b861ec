package makerdeck.simulator.model;

import makerdeck.domain.ClientId;

/** How an open order is named: by the exchange's id or by the account's own. */
public sealed interface OrderKey {

    record ById(long id) implements OrderKey {}

    record ByClientId(ClientId id) implements OrderKey {}
}
