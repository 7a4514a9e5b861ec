package makerdeck.backpack.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A batch row is an order or an error, laid flat beside the word that says which. */
final class BatchRowAdapter extends JsonAdapter<Orders.BatchRow> {

    private static final JsonReader.Options OPERATION = JsonReader.Options.of("operation");

    private final JsonAdapter<Orders.Order> orders;
    private final JsonAdapter<ApiError> errors;

    private BatchRowAdapter(Moshi moshi) {
        orders = moshi.adapter(Orders.Order.class);
        errors = moshi.adapter(ApiError.class);
    }

    static @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        return type == Orders.BatchRow.class && annotations.isEmpty() ? new BatchRowAdapter(moshi) : null;
    }

    @Override
    public Orders.BatchRow fromJson(JsonReader reader) throws IOException {
        var operation = operation(reader.peekJson());
        if ("Ok".equalsIgnoreCase(operation)) {
            return new Orders.BatchRow(operation, orders.fromJson(reader), null);
        }
        var error = errors.fromJson(reader);
        // What does not say that it is a refusal, and which, is none.
        var refused = "Err".equalsIgnoreCase(operation) && error != null && error.code() != null;
        return new Orders.BatchRow(operation, null, refused ? error : null);
    }

    private static @Nullable String operation(JsonReader peeked) throws IOException {
        String found = null;
        peeked.beginObject();
        while (peeked.hasNext()) {
            if (peeked.selectName(OPERATION) == 0) {
                found = peeked.nextString();
            } else {
                peeked.skipName();
                peeked.skipValue();
            }
        }
        return found;
    }

    @Override
    public void toJson(JsonWriter writer, Orders.@Nullable BatchRow row) throws IOException {
        if (row == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject().name("operation").value(row.operation());
        var flat = writer.beginFlatten();
        if (row.order() != null) {
            orders.toJson(writer, row.order());
        } else {
            errors.toJson(writer, row.error());
        }
        writer.endFlatten(flat);
        writer.endObject();
    }
}
