package makerdeck.backpack.server.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.wire.Orders;

/**
 * Lists with rows no client can read, as other versions of an exchange or a broken one would send them: of the true rows
 * the last fill has lost its price and every second of a batch its order; beside them stand rows that are none, absurd
 * numbers and hostile text.
 */
final class OddRows {

    private static final String HOSTILE = "\u001b]52;c;AAAA\u0007\u202e\u0085\0";
    private static final String ABSURD = "1e999999999";

    private OddRows() {}

    static Answer in(Answer answer) {
        if (answer.status() != 200 || !(answer.body() instanceof List<?> rows)) {
            return answer;
        }
        var spoiled = new ArrayList<Object>();
        for (int i = 0; i < rows.size(); i++) {
            spoiled.add(spoiled(rows.get(i), i, rows.size()));
        }
        if (rows.stream().noneMatch(Orders.BatchRow.class::isInstance)) {
            spoiled.add(null);
            spoiled.add(7);
            spoiled.add(Map.of("id", HOSTILE, "orderId", HOSTILE, "price", ABSURD, "quantity", "9".repeat(400)));
            spoiled.add(Map.of("id", "4711", "orderId", "4711", "clientId", List.of(), "side", HOSTILE));
        }
        return new Answer(answer.status(), answer.plain(), Collections.unmodifiableList(spoiled), answer.headers());
    }

    private static Object spoiled(Object row, int index, int size) {
        if (row instanceof Orders.Fill fill && index == size - 1) {
            return withoutPrice(fill);
        }
        return row instanceof Orders.BatchRow && index % 2 == 1 ? Map.of("operation", HOSTILE) : row;
    }

    private static Orders.Fill withoutPrice(Orders.Fill fill) {
        return new Orders.Fill(
                fill.clientId(),
                fill.fee(),
                fill.feeSymbol(),
                fill.isMaker(),
                fill.orderId(),
                null,
                fill.quantity(),
                fill.side(),
                fill.symbol(),
                fill.systemOrderType(),
                fill.timestamp(),
                fill.tradeId());
    }
}
