package makerdeck.engine.input;

import java.util.Map;

/**
 * Where presets are kept. Whoever asks does not wait: what was read comes back as {@link Input.PresetRead}, and how a
 * writing ended as {@link Input.Notice}.
 */
public interface PresetStore {

    void read(String name);

    /**
     * @param values by the keys of parameters, as they would be typed
     * @param replace whether it may take the place of one that is there already
     */
    void write(String name, Map<String, String> values, boolean replace);
}
