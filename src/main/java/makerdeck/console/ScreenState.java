package makerdeck.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.command.LayoutName;
import makerdeck.command.ScreenCommand;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.Frozen;
import makerdeck.console.pane.Notice;
import makerdeck.console.pane.Question;
import makerdeck.console.pane.ScreenOptions;
import makerdeck.console.screen.CurveScreen;
import makerdeck.console.screen.OpenScreens;
import makerdeck.console.screen.Palette;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.console.screen.ScreenGuide;
import makerdeck.console.screen.TextScreen;
import makerdeck.console.screen.WhyScreen;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.MouseReport;
import makerdeck.domain.Book;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Mode;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * What the operator has made of the screen: theme, layout, what is looked at, and what the console had to say. UI
 * thread only.
 */
final class ScreenState implements ScreenCommand.Listener {

    private static final Duration FROZEN_AT_MOST = Duration.ofSeconds(60);
    private static final String LEAVING = "quit";

    private final CommandLanguage language;
    private final Clock clock;
    private final Speech speech;
    private final Notices notices;
    private final ThemeChoice theme;
    private final Navigation navigation;
    private @Nullable Question question;
    private LayoutName layout = LayoutName.AUTO;
    private @Nullable Frozen frozen;
    private @Nullable String copied;
    private final Tour tour = new Tour();
    private boolean mouse;
    private int framesPerSecond;

    // What the last frame was made of.
    private @Nullable DeskSnapshot desk;
    private Book book = Book.EMPTY;
    private String presetName = "";
    private Map<String, String> preset = Map.of();

    /** @param typed takes what a screen puts on the command line, as if it were typed */
    ScreenState(
            Themes themes,
            ScreenCatalogue catalogue,
            CommandLanguage language,
            Clock clock,
            int framesPerSecond,
            Speech speech,
            Consumer<String> typed) {
        notices = new Notices(clock, speech);
        theme = new ThemeChoice(themes, notices::say);
        var screens = new OpenScreens();
        navigation = new Navigation(
                clock,
                catalogue,
                new Palette(language, speech),
                screens,
                new ScreenDeeds(screens, language, typed, this::copy, what -> say(Notice.Kind.WARNING, what)));
        this.language = language;
        this.clock = clock;
        this.speech = speech;
        this.framesPerSecond = framesPerSecond;
    }

    ThemeChoice theme() {
        return theme;
    }

    Navigation navigation() {
        return navigation;
    }

    int framesPerSecond() {
        return framesPerSecond;
    }

    boolean mouse() {
        return mouse;
    }

    /** What fails is told, and the screen stays. */
    void run(Consumer<ScreenState> errand) {
        try {
            errand.accept(this);
        } catch (RuntimeException broken) {
            failed(broken);
        }
    }

    void failed(RuntimeException broken) {
        Logger.error(broken, "a part of the screen failed");
        say(Notice.Kind.MISTAKE, Message.of("console.say.screen-failed", broken));
    }

    /** All that a frame has to know of it. */
    ScreenOptions options() {
        var now = clock.instant();
        if (frozen != null && !now.isBefore(frozen.until())) {
            frozen = null;
        }
        if (question != null && !now.isBefore(question.until())) {
            question = null;
        }
        return new ScreenOptions(
                navigation.page(),
                question,
                navigation.focus(),
                layout,
                navigation.span(),
                frozen,
                preset,
                notices.all(),
                tour.strip().orElse(null));
    }

    /** What the next frame is made of. */
    void see(DeskSnapshot latest, Book shown, LineView line) {
        desk = latest;
        dropMoot(latest);
        navigation.see(line);
        if (tour.see(latest)) {
            say(Notice.Kind.INFO, Message.of("console.tour.over"));
        }
        book = shown;
        if (!latest.preset().equals(presetName)) {
            presetName = latest.preset();
            preset = language.preset(presetName);
        }
    }

    /** What is wrong with a line. */
    void mistake(String line, Message mistake) {
        notices.mistake(line, mistake);
    }

    void say(Notice.Kind kind, Message what) {
        notices.say(kind, what);
    }

    private void copy(String text) {
        copied = text;
        say(Notice.Kind.PASSING, Message.of("console.say.copied", text));
    }

    /** What is for the terminal's clipboard, once. */
    Optional<String> takeCopied() {
        var text = Optional.ofNullable(copied);
        copied = null;
        return text;
    }

    /** The page that says why, or why not, in place of what is open. */
    void why(DeskCommand.Why.Topic topic) {
        tour.why();
        navigation.show(WhyScreen.of(topic, speech));
    }

    /** The fill curve, in place of what is open. */
    void curve() {
        navigation.show(new CurveScreen());
    }

    /** All that can be pressed and typed. */
    void keys() {
        navigation.keys(language, speech);
    }

    /** One step back: from an open screen, then from the tour, then to how the panes usually are. */
    void back() {
        if (tour.isRunning() && !navigation.isScreenOpen()) {
            endTour();
        } else {
            navigation.back();
        }
    }

    private void endTour() {
        tour.stop();
        say(Notice.Kind.INFO, Message.of("console.tour.stopped"));
    }

    /** Reports that nobody asked for, or that come late, do nothing. */
    void mouse(MouseReport report) {
        if (mouse) {
            navigation.mouse(report);
        }
    }

    void toggleMouse() {
        on(new ScreenCommand.Mouse(!mouse));
    }

    /** A line waits for an answer, for a while; {@code endsForAll}: the desk of others too. */
    void ask(long number, String line, String word, boolean endsForAll) {
        if (line.strip().startsWith(LEAVING)) {
            tour.review();
        }
        question = Question.asked(number, line, word, endsForAll, clock.instant());
    }

    /** Where nothing would come of the line, why is all there is to say. */
    private void dropMoot(DeskSnapshot latest) {
        if (question == null) {
            return;
        }
        var preview = latest.previews().of(question.number());
        if (preview.moot()) {
            mistake(question.line(), Message.sequence(preview.rows()));
            question = null;
        }
    }

    void answered() {
        question = null;
    }

    @Override
    public void on(ScreenCommand.UseTheme command) {
        var before = theme.theme().name();
        if (theme.use(command.name())) {
            notices.say(!before.equals(theme.theme().name()), Message.of("console.say.theme", command.name()));
        }
    }

    @Override
    public void on(ScreenCommand.Help command) {
        if (command.isAboutTheScreen()) {
            navigation.show(new ScreenGuide());
            return;
        }
        var lines = language.help(command.topic()).stream()
                .flatMap(line -> line.said(speech::say).stream())
                .toList();
        navigation.read(TextScreen.fixed(
                speech.say("console.title.help", command.topic()).strip(), lines));
    }

    @Override
    public void on(ScreenCommand.FramesPerSecond command) {
        notices.say(framesPerSecond != command.frames(), Message.of("console.say.frames", command.frames()));
        framesPerSecond = command.frames();
    }

    @Override
    public void on(ScreenCommand.UseLayout command) {
        var all = LayoutName.values();
        var asked = command.layout();
        var before = layout;
        layout = asked == null ? all[(layout.ordinal() + 1) % all.length] : asked;
        notices.say(
                before != layout, Message.of("console.say.layout", layout.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void on(ScreenCommand.UseSpan command) {
        navigation.use(command.span());
    }

    @Override
    public void on(ScreenCommand.Zoom command) {
        navigation.zoom(command.pane(), command.on());
    }

    @Override
    public void on(ScreenCommand.Freeze command) {
        var shown = desk;
        frozen = command.on() && shown != null ? new Frozen(clock.instant().plus(FROZEN_AT_MOST), shown, book) : null;
    }

    @Override
    public void on(ScreenCommand.Mouse command) {
        boolean isNew = mouse != command.on();
        mouse = command.on();
        notices.say(isNew, Message.of(mouse ? "console.say.mouse-on" : "console.say.mouse-off"));
    }

    @Override
    public void on(ScreenCommand.Detach command) {
        say(Notice.Kind.WARNING, Message.of("console.say.own-screen"));
    }

    @Override
    public void on(ScreenCommand.Tour command) {
        var shown = desk;
        if (!command.on()) {
            if (tour.isRunning()) {
                endTour();
            } else {
                say(Notice.Kind.PASSING, Message.of("console.tour.none"));
            }
        } else if (shown == null || shown.mode() != Mode.SIM) {
            var mode = shown == null ? "" : shown.mode().name();
            say(Notice.Kind.WARNING, Message.of("console.tour.only-simulated", mode));
        } else {
            navigation.zoom(null, false);
            tour.start(shown);
        }
    }
}
