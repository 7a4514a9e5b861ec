package makerdeck.console.line;

import java.util.Arrays;
import java.util.List;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.Key;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.keys.When;
import makerdeck.console.tty.KeyRouter;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** The keys of the table as the line editor wants them. */
final class LineKeys {

    private LineKeys() {}

    /** Nothing but the keys of the table and printable characters does anything. */
    static KeyMap<Binding> map() {
        var map = new KeyMap<Binding>();
        map.bind(new Reference(LineReader.SELF_INSERT), KeyMap.range(" -~"));
        map.setUnicode(new Reference(LineReader.SELF_INSERT));
        map.bind(new Reference(LineReader.BEGIN_PASTE), KeyRouter.PASTE_START);
        for (var key : keys()) {
            if (key.isPrintable()) {
                continue; // It is looked up when it is to be inserted, so that a search takes it for a character.
            }
            map.bind(new Reference(widget(key)), key.inLine());
        }
        return map;
    }

    /** The keys that reach the line. */
    static List<Key> keys() {
        return Arrays.stream(Key.values())
                .filter(key -> KeyBinding.of(key).stream().anyMatch(binding -> binding.when() != When.ANYWHERE))
                .toList();
    }

    /** A key that only edits is the editor's own, which knows what it means in a search too. */
    static String widget(Key key) {
        var bindings = KeyBinding.of(key);
        return bindings.size() == 1 && bindings.get(0).action() instanceof Action.Edit edit
                ? edit.widget()
                : "desk-" + key.label();
    }
}
