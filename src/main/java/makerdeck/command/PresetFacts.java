package makerdeck.command;

import java.util.ArrayList;
import java.util.List;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * A preset as the desk would take it now.
 *
 * @param note what it is for, in the operator's language; empty when it does not say
 * @param changes what loading it would change
 * @param flaw why it cannot be loaded, null when it can
 */
public record PresetFacts(
        String name,
        String note,
        List<Change> changes,
        @Nullable Message flaw) {

    /**
     * A value that another one would take the place of, both as typed.
     *
     * @param text both, with the unit
     */
    public record Change(String key, String before, String after, Message text) {}

    public PresetFacts {
        changes = List.copyOf(changes);
    }

    /** By name; behind them the files that no name can load. */
    static List<PresetFacts> all(CompletionContext context) {
        var facts = new ArrayList<PresetFacts>();
        var arguments = new Arguments(context, List.of());
        context.presetNames().forEach(name -> facts.add(of(name, arguments)));
        context.strayPresets()
                .forEach((file, advice) -> facts.add(new PresetFacts(
                        file.substring(file.lastIndexOf('/') + 1),
                        "",
                        List.of(),
                        Message.of("command.stray-preset", file, advice))));
        return facts;
    }

    private static PresetFacts of(String name, Arguments arguments) {
        var note = arguments.context().presetNote(name);
        try {
            var changes = arguments.changesOf(name).stream()
                    .map(change -> new Change(change.parameter().key(), change.before(), change.after(), change.text()))
                    .toList();
            return new PresetFacts(name, note, changes, null);
        } catch (MistakeException wrong) {
            return new PresetFacts(name, note, List.of(), wrong.said());
        }
    }
}
