package makerdeck.backpack.client;

import java.util.List;
import java.util.Map;
import makerdeck.backpack.client.RequestBudget.Purpose;
import makerdeck.backpack.wire.Instruction;
import org.jspecify.annotations.Nullable;

/**
 * One call of the venue's API, not yet signed.
 *
 * @param instruction null for a public call
 * @param body JSON, null for a read
 * @param deadline the monotonic time after which it must not be sent any more, null when there is none
 */
record Ask(
        Purpose purpose,
        String method,
        String path,
        @Nullable Instruction instruction,
        List<Map.Entry<String, String>> query,
        @Nullable String body,
        @Nullable Long deadline) {

    static Ask open(String path, List<Map.Entry<String, String>> query) {
        return new Ask(Purpose.READ, "GET", path, null, query, null, null);
    }

    static Ask read(String path, Instruction instruction, List<Map.Entry<String, String>> query) {
        return new Ask(Purpose.READ, "GET", path, instruction, query, null, null);
    }

    static Ask orders(String body, long deadline) {
        return new Ask(Purpose.ORDER, "POST", "/api/v1/orders", Instruction.ORDER_EXECUTE, List.of(), body, deadline);
    }

    static Ask cancel(String body) {
        return new Ask(Purpose.CANCEL, "DELETE", "/api/v1/order", Instruction.ORDER_CANCEL, List.of(), body, null);
    }
}
