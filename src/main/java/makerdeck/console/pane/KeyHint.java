package makerdeck.console.pane;

import makerdeck.console.keys.KeyBinding;
import makerdeck.message.Message;

/** A key of a page and what it does there, in a word or two. */
public record KeyHint(KeyBinding binding, Message does) {

    public static KeyHint of(KeyBinding binding, String key) {
        return new KeyHint(binding, Message.of(key));
    }
}
