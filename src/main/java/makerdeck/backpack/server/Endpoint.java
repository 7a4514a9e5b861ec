package makerdeck.backpack.server;

import makerdeck.backpack.wire.Instruction;
import org.jspecify.annotations.Nullable;

/**
 * One REST call the venue answers.
 *
 * @param instruction what a signature must name; null on a public endpoint
 */
record Endpoint(
        String method, String path, @Nullable Instruction instruction, RateLimiter.Budget budget, Action action) {

    static final String ORDERS = "/api/v1/orders";
    static final String CAPITAL = "/api/v1/capital";
    static final String HISTORY = "/wapi/v1/history/";

    /** Does the call. Venue thread only. */
    interface Action {
        Answer answer(Call call) throws RefusedCallException;
    }

    static Endpoint open(String path, Action action) {
        return new Endpoint("GET", path, null, RateLimiter.Budget.STANDARD, action);
    }

    static Endpoint historical(String path, Action action) {
        return new Endpoint("GET", path, null, RateLimiter.Budget.HISTORICAL, action);
    }

    static Endpoint signed(String method, String path, Instruction instruction, Action action) {
        return new Endpoint(method, path, instruction, RateLimiter.Budget.STANDARD, action);
    }
}
