package makerdeck.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.quoting.Wealth;

/** What the language has to know of the running desk. Every method answers from memory. Any thread. */
public interface CompletionContext {

    /** Parameter keys to values as they stand. */
    Map<String, String> parameterValues();

    /** What the account holds; empty when it is not known. */
    Optional<Wealth> wealth();

    /** Parameter keys to the values an undo would give them; empty when there is nothing to take back. */
    Map<String, String> undoValues();

    /** Parameter keys to the values a redo would give them; empty when there is nothing to make again. */
    Map<String, String> redoValues();

    /** Parameter keys to the values that a preset loaded for a while gives back; empty while none is. */
    Map<String, String> lentValues();

    /**
     * The own orders that rest now, nearest the mid first: tags, {@code B1}, {@code A2}, to price, what is left of it and
     * how far it is from the mid.
     */
    Map<String, Message> orders();

    /** How many rows of the fill history cannot be read now. */
    int unreadRows();

    List<String> presetNames();

    /** Files among the presets that no name can load, each with what would help. */
    Map<String, Message> strayPresets();

    /**
     * The parameters a preset changes.
     *
     * @throws MistakeException naming the preset, the rule and the nearest name
     */
    Map<String, String> preset(String name);

    /** What a preset is for, in the operator's language; empty when it does not say. */
    String presetNote(String name);

    List<String> themeNames();

    /** What can go wrong on the simulated venue, with a line each; empty on a real one. */
    Map<String, Message> venueFaults();

    /** How the simulated venue's market can move; empty on a real one and on a recording. */
    List<String> venueMarkets();
}
