package makerdeck.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import makerdeck.command.CommandLanguage;
import makerdeck.command.CompletionContext;
import makerdeck.command.DeskCommand;
import makerdeck.command.Parsed;
import makerdeck.engine.input.VenueControl;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.simulator.faults.Fault;
import makerdeck.strategy.quoting.Wealth;
import makerdeck.text.Typed;
import org.tinylog.Logger;

/** The operator's hand on a venue that runs alone, in the words the desk's command line has for it. */
public final class VenueCommands {

    private final CommandLanguage language;
    private final VenueControl control;

    /** @param recorded its market is a recording, which cannot become another */
    public VenueCommands(VenueControl control, boolean recorded) {
        this.control = control;
        language = new CommandLanguage(new NoDesk(recorded));
    }

    /** One answer a line, until there are no more. Blocks. */
    public void read(BufferedReader in, Consumer<Message> answers) {
        try {
            var typed = new Typed(in);
            for (var line = typed.next(); line != null; line = typed.next()) {
                var flaw = line.flaw();
                answers.accept(flaw == null ? answer(line.text()) : flaw);
            }
        } catch (IOException closed) {
            Logger.info("no more commands: {}", closed.getMessage());
        }
    }

    /** What came of a line, or what is wrong with it. Never throws. */
    Message answer(String line) {
        try {
            return understood(line);
        } catch (MistakeException impossible) {
            return impossible.said();
        } catch (RuntimeException broken) {
            Logger.error(broken, "a line failed: {}", line);
            return Message.of("program.venue.failed", broken);
        }
    }

    private Message understood(String line) {
        var parsed = language.parse(line);
        if (parsed instanceof Parsed.Commands given
                && given.commands().size() == 1
                && given.commands().get(0) instanceof DeskCommand.Rehearse wanted) {
            return control.act(wanted);
        }
        return parsed instanceof Parsed.Mistake mistake ? mistake.message() : Message.of("program.venue.one-command");
    }

    /** What can be said to a venue that knows of no desk. */
    private record NoDesk(boolean recorded) implements CompletionContext {

        @Override
        public Map<String, String> parameterValues() {
            return Map.of();
        }

        @Override
        public Optional<Wealth> wealth() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> undoValues() {
            return Map.of();
        }

        @Override
        public Map<String, String> redoValues() {
            return Map.of();
        }

        @Override
        public Map<String, String> lentValues() {
            return Map.of();
        }

        @Override
        public Map<String, Message> orders() {
            return Map.of();
        }

        @Override
        public int unreadRows() {
            return 0;
        }

        @Override
        public List<String> presetNames() {
            return List.of();
        }

        @Override
        public Map<String, Message> strayPresets() {
            return Map.of();
        }

        @Override
        public Map<String, String> preset(String name) {
            throw new MistakeException(Message.of("program.venue.no-presets"));
        }

        @Override
        public String presetNote(String name) {
            return "";
        }

        @Override
        public List<String> themeNames() {
            return List.of();
        }

        @Override
        public Map<String, Message> venueFaults() {
            var faults = new LinkedHashMap<String, Message>();
            Fault.all().forEach(fault -> faults.put(fault.word(), fault.help()));
            return faults;
        }

        @Override
        public List<String> venueMarkets() {
            return recorded ? List.of() : EmbeddedVenue.presetNames();
        }
    }
}
