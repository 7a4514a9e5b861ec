package makerdeck.backpack.server.base;

import makerdeck.backpack.wire.signing.Instruction;
import org.jspecify.annotations.Nullable;

/**
 * One REST call the venue answers.
 *
 * @param instruction what a signature must name; null on a public endpoint
 */
public record Endpoint(
        String method, String path, @Nullable Instruction instruction, RateLimiter.Budget budget, Action action) {

    public static final String ORDERS = "/api/v1/orders";
    public static final String CAPITAL = "/api/v1/capital";
    public static final String HISTORY = "/wapi/v1/history/";

    /** Does the call. Venue thread only. */
    public interface Action {
        Answer answer(Call call) throws RefusedCallException;
    }

    public static Endpoint open(String path, Action action) {
        return new Endpoint("GET", path, null, RateLimiter.Budget.STANDARD, action);
    }

    public static Endpoint historical(String path, Action action) {
        return new Endpoint("GET", path, null, RateLimiter.Budget.HISTORICAL, action);
    }

    public static Endpoint signed(String method, String path, Instruction instruction, Action action) {
        return new Endpoint(method, path, instruction, RateLimiter.Budget.STANDARD, action);
    }
}
