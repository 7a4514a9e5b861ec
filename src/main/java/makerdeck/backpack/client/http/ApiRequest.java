package makerdeck.backpack.client.http;

import java.util.List;
import java.util.Map;
import makerdeck.backpack.client.http.RequestBudget.Purpose;
import makerdeck.backpack.wire.signing.Instruction;
import org.jspecify.annotations.Nullable;

/**
 * One call of the venue's API, not yet signed.
 *
 * @param instruction null for a public call
 * @param body JSON, null for a read
 * @param deadline the monotonic time after which it must not be sent any more, null when there is none
 */
public record ApiRequest(
        Purpose purpose,
        String method,
        String path,
        @Nullable Instruction instruction,
        List<Map.Entry<String, String>> query,
        @Nullable String body,
        @Nullable Long deadline) {

    public static ApiRequest open(String path, List<Map.Entry<String, String>> query) {
        return new ApiRequest(Purpose.READ, "GET", path, null, query, null, null);
    }

    public static ApiRequest read(String path, Instruction instruction, List<Map.Entry<String, String>> query) {
        return new ApiRequest(Purpose.READ, "GET", path, instruction, query, null, null);
    }

    public static ApiRequest orders(String body, long deadline) {
        return new ApiRequest(
                Purpose.ORDER, "POST", "/api/v1/orders", Instruction.ORDER_EXECUTE, List.of(), body, deadline);
    }

    public static ApiRequest cancel(String body) {
        return new ApiRequest(
                Purpose.CANCEL, "DELETE", "/api/v1/order", Instruction.ORDER_CANCEL, List.of(), body, null);
    }
}
