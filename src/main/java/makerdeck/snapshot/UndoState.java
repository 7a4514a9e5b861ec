package makerdeck.snapshot;

import java.util.Map;

/**
 * What {@code undo}, {@code redo} and the end of a preset that was loaded for a while would do now.
 *
 * @param undo parameter keys to the values an undo gives them; empty when there is nothing to take back
 * @param redo the same for a redo
 * @param lent the same for the end of a preset's time; empty while none has one
 */
public record UndoState(Map<String, String> undo, Map<String, String> redo, Map<String, String> lent) {

    public static final UndoState NONE = new UndoState(Map.of(), Map.of(), Map.of());

    public UndoState {
        undo = Map.copyOf(undo);
        redo = Map.copyOf(redo);
        lent = Map.copyOf(lent);
    }
}
