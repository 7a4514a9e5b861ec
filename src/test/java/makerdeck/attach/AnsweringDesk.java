package makerdeck.attach;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.console.DeskLink;
import makerdeck.console.FixedContext;
import makerdeck.console.SampleDesk;
import makerdeck.console.ScreenRole;
import makerdeck.console.screen.ResultsSource;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;

/** A desk that answers each command at once, on the thread that gives it. */
final class AnsweringDesk implements OpenDesk {

    final List<DeskCommand> commands = new CopyOnWriteArrayList<>();
    final List<Long> askers = new CopyOnWriteArrayList<>();
    private final Path home;
    private final SampleDesk sample = new SampleDesk();
    private final AtomicLong questions = new AtomicLong();

    private volatile DeskSnapshot latest = sample.snapshot();
    private volatile Consumer<DeskEvent> heard = event -> {};

    AnsweringDesk(Path home) {
        this.home = home;
    }

    void answersTo(Consumer<DeskEvent> listener) {
        heard = listener;
    }

    @Override
    public DeskSnapshot snapshot() {
        return latest;
    }

    @Override
    public CommandLanguage language(Speech speech) {
        return new CommandLanguage(new FixedContext());
    }

    @Override
    public void offer(long asker, String line, DeskCommand command) {
        if (command instanceof DeskCommand.Preview preview) {
            synchronized (sample) {
                sample.preview = new Preview(preview.number(), List.of(Message.plain("sells 9.20 for " + asker)));
                latest = sample.snapshot();
            }
            return;
        }
        commands.add(command instanceof DeskCommand.Judged judged ? judged.command() : command);
        askers.add(asker);
        if (command instanceof DeskCommand.Why) {
            var line1 = Message.plain("because of " + asker);
            heard.accept(new DeskEvent(0, SampleDesk.NOON, Severity.INFO, line1, new DeskNews.Noted(asker)));
            heard.accept(new DeskEvent(0, SampleDesk.NOON, Severity.INFO, line1, new DeskNews.Noted()));
        }
        var answer = new DeskNews.CommandAnswered(
                asker, line, Message.plain("as " + asker + " said"), true, Duration.ZERO, false);
        heard.accept(new DeskEvent(commands.size(), SampleDesk.NOON, Severity.INFO, Message.plain(line), answer));
    }

    @Override
    public long question() {
        return questions.incrementAndGet();
    }

    @Override
    public DeskLink link(Speech speech, ScreenRole role, long asker) {
        return new DeskLink(
                this::snapshot,
                language(speech),
                (line, command) -> offer(asker, line, command),
                Optional::empty,
                ResultsSource.NONE,
                this::question,
                role);
    }

    @Override
    public Path history() {
        return home.resolve("history");
    }

    @Override
    public List<Path> themes() {
        return List.of(Path.of("themes"));
    }

    @Override
    public void results(Consumer<List<Message>> told) {
        told.accept(List.of(Message.plain("Monday 12"), Message.plain("total 12")));
    }
}
