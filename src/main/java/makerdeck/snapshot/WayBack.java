package makerdeck.snapshot;

import java.util.Map;

/**
 * What {@code undo} and {@code redo} would do now.
 *
 * @param undo parameter keys to the values an undo gives them; empty when there is nothing to take back
 * @param redo the same for a redo
 */
public record WayBack(Map<String, String> undo, Map<String, String> redo) {

    public static final WayBack NONE = new WayBack(Map.of(), Map.of());

    public WayBack {
        undo = Map.copyOf(undo);
        redo = Map.copyOf(redo);
    }
}
