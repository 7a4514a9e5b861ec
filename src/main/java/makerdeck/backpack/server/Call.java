package makerdeck.backpack.server;

import makerdeck.simulator.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One REST call after its checks.
 *
 * @param body empty when the client sent none
 * @param account who calls; null on a public endpoint
 */
record Call(Parameters parameters, String body, @Nullable AccountId account) {

    AccountId caller() {
        if (account == null) {
            throw new IllegalStateException("a private endpoint must be signed");
        }
        return account;
    }
}
