package makerdeck.backpack.client.base;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.Row;
import makerdeck.message.Message;
import makerdeck.venue.OddFill;
import org.jspecify.annotations.Nullable;

/** Says of a row of the fill history that cannot be read which one it is, as far as that can be read. */
public final class OddFills {

    private OddFills() {}

    public static OddFill of(Row<Orders.Fill> row, DecodeException why) {
        var fill = row.message();
        var orderId = fill == null ? row.member("orderId") : fill.orderId();
        var time = fill == null ? row.member("timestamp") : fill.timestamp();
        var missing = fill == null ? "" : missing(fill);
        var trouble = missing.isEmpty() ? why.said() : Message.of("client.unreadable.missing", missing);
        return new OddFill(
                key(row),
                orderId == null || orderId.isBlank() ? null : orderId,
                at(time),
                Message.of("client.unreadable.fill", shown(orderId), shown(time), trouble));
    }

    private static String shown(@Nullable String text) {
        return text == null || text.isBlank() ? "?" : WireFields.shown(text);
    }

    private static @Nullable Instant at(@Nullable String time) {
        try {
            return WireDecoder.isoTime(time);
        } catch (DecodeException unknown) {
            return null;
        }
    }

    /** Every member that a fill needs and has not. */
    private static String missing(Orders.Fill fill) {
        var names = new ArrayList<String>();
        note(names, "orderId", fill.orderId());
        note(names, "price", fill.price());
        note(names, "quantity", fill.quantity());
        note(names, "timestamp", fill.timestamp());
        note(names, "side", fill.side());
        note(names, "fee", fill.fee());
        note(names, "feeSymbol", fill.feeSymbol());
        note(names, "isMaker", fill.isMaker());
        return String.join(", ", names);
    }

    private static void note(List<String> names, String name, @Nullable Object value) {
        if (value == null) {
            names.add(name);
        }
    }

    /** As short whatever stands in the row. */
    private static String key(Row<Orders.Fill> row) {
        var text = row.message() + " " + new TreeMap<>(row.members());
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
