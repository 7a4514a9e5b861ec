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
 */
record Ask(
        Purpose purpose,
        String method,
        String path,
        @Nullable Instruction instruction,
        List<Map.Entry<String, String>> query,
        @Nullable String body) {

    static Ask open(String path, List<Map.Entry<String, String>> query) {
        return new Ask(Purpose.READ, "GET", path, null, query, null);
    }

    static Ask read(String path, Instruction instruction, List<Map.Entry<String, String>> query) {
        return new Ask(Purpose.READ, "GET", path, instruction, query, null);
    }

    static Ask orders(String body) {
        return new Ask(Purpose.ORDER, "POST", "/api/v1/orders", Instruction.ORDER_EXECUTE, List.of(), body);
    }

    static Ask cancel(String body) {
        return new Ask(Purpose.CANCEL, "DELETE", "/api/v1/order", Instruction.ORDER_CANCEL, List.of(), body);
    }
}
