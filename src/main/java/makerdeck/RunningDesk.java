package makerdeck;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import makerdeck.attach.OpenDesk;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.console.Console;
import makerdeck.console.DeskLink;
import makerdeck.console.ScreenRole;
import makerdeck.engine.input.Inbox;
import makerdeck.message.Message;
import makerdeck.settings.Folders;
import makerdeck.settings.PresetFile;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.words.Speech;

/** The desk of this process, as its own screen and others have it. Any thread. */
final class RunningDesk implements OpenDesk {

    private final DeskRuntime runtime;
    private final PresetFile presets;
    private final Folders folders;
    private final Inbox inbox;
    private final AtomicLong questions = new AtomicLong();

    RunningDesk(DeskRuntime runtime, PresetFile presets, Folders folders, Inbox inbox) {
        this.runtime = runtime;
        this.presets = presets;
        this.folders = folders;
        this.inbox = inbox;
    }

    @Override
    public DeskSnapshot snapshot() {
        return runtime.snapshot();
    }

    @Override
    public CommandLanguage language(Speech speech) {
        return new CommandLanguage(
                new LiveCompletionContext(runtime::snapshot, presets, () -> Console.themeNames(themes()), speech));
    }

    @Override
    public void offer(long asker, String line, DeskCommand command) {
        inbox.offer(asker, line, command);
    }

    @Override
    public long question() {
        return questions.incrementAndGet();
    }

    @Override
    public DeskLink link(Speech speech, ScreenRole role, long asker) {
        return new DeskLink(
                runtime::snapshot,
                language(speech),
                (line, command) -> inbox.offer(asker, line, command),
                runtime.readings()::past,
                runtime.readings(),
                this::question,
                role);
    }

    @Override
    public Path history() {
        return folders.history();
    }

    @Override
    public List<Path> themes() {
        return folders.search("themes");
    }

    @Override
    public void results(Consumer<List<Message>> told) {
        runtime.readings().tell(answer -> told.accept(ResultsLines.of(answer)));
    }
}
