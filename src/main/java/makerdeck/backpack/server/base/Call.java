package makerdeck.backpack.server.base;

import makerdeck.simulator.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One REST call after its checks.
 *
 * @param body empty when the client sent none
 * @param account who calls; null on a public endpoint
 */
public record Call(
        QueryParameters parameters, String body, @Nullable AccountId account) {

    public AccountId caller() {
        if (account == null) {
            throw new IllegalStateException("a private endpoint must be signed");
        }
        return account;
    }
}
