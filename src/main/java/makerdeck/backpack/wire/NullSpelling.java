package makerdeck.backpack.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one member's null the way its annotation asks, whatever the rest of the message does. */
final class NullSpelling extends JsonAdapter<Object> {

    private final JsonAdapter<Object> value;
    private final boolean spelled;

    private NullSpelling(JsonAdapter<Object> value, boolean spelled) {
        this.value = value;
        this.spelled = spelled;
    }

    static @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        if (Types.nextAnnotations(annotations, OmitNull.class) != null) {
            return new NullSpelling(moshi.adapter(type), false);
        }
        if (Types.nextAnnotations(annotations, KeepNull.class) != null) {
            return new NullSpelling(moshi.adapter(type), true);
        }
        return null;
    }

    @Override
    public @Nullable Object fromJson(JsonReader reader) throws IOException {
        return value.fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object member) throws IOException {
        var before = writer.getSerializeNulls();
        writer.setSerializeNulls(spelled);
        value.toJson(writer, member);
        writer.setSerializeNulls(before);
    }
}
