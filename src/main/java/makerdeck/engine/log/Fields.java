package makerdeck.engine.log;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of an event, in the order given. */
public final class Fields {

    private Fields() {}

    /** Names and values in turn. */
    public static Map<String, String> of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("every field must have a value, was " + namesAndValues.length);
        }
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
