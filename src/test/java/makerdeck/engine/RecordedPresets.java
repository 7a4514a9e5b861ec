package makerdeck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.engine.input.PresetStore;

/** Remembers what it was asked for, and answers nothing by itself. */
public final class RecordedPresets implements PresetStore {

    /** A preset that was to be written. */
    public record Written(String name, Map<String, String> values, boolean replace) {}

    public final List<String> read = new ArrayList<>();
    public final List<Written> written = new ArrayList<>();

    @Override
    public void read(String name) {
        read.add(name);
    }

    @Override
    public void write(String name, Map<String, String> values, boolean replace) {
        written.add(new Written(name, values, replace));
    }
}
