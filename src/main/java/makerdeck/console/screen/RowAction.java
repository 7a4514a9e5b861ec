package makerdeck.console.screen;

import makerdeck.console.keys.Action;
import makerdeck.message.Message;

/**
 * What may be done with the row under the cursor.
 *
 * @param key that does it, one of {@code ACT} and {@code EDIT}
 * @param does in a word or two, for the row of hints
 * @param line the command, as it would be typed; one that ends with a blank still wants something
 */
public record RowAction(Action.Full key, Message does, String line) {}
