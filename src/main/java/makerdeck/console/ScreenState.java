package makerdeck.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.command.ChartSpan;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.command.LayoutName;
import makerdeck.command.PaneName;
import makerdeck.command.ScreenCommand;
import makerdeck.command.ScreenName;
import makerdeck.console.keys.Action;
import makerdeck.console.pane.Frozen;
import makerdeck.console.pane.Notice;
import makerdeck.console.pane.PaneFocus;
import makerdeck.console.pane.Question;
import makerdeck.console.pane.ScreenOptions;
import makerdeck.console.pane.widget.PaneAreas;
import makerdeck.console.screen.OpenScreens;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.console.screen.ScreenErrands;
import makerdeck.console.screen.TextScreen;
import makerdeck.console.screen.WhyScreen;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.MouseReport;
import makerdeck.domain.Book;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * What the operator has made of the screen: theme, layout, what is looked at, and what the console had to say. UI
 * thread only.
 */
final class ScreenState implements ScreenCommand.Listener {

    private static final Duration FROZEN_AT_MOST = Duration.ofSeconds(60);

    private final CommandLanguage language;
    private final Clock clock;
    private final Speech speech;
    private final Notices notices;
    private final ThemeChoice theme;
    private final ScreenCatalogue catalogue;
    private final OpenScreens screens = new OpenScreens();
    private final ScreenErrands errands;
    private @Nullable Question question;
    private PaneFocus focus = PaneFocus.NONE;
    private LayoutName layout = LayoutName.AUTO;
    private ChartSpan span = ChartSpan.HOUR;
    private @Nullable Frozen frozen;
    private boolean mouse;
    private int framesPerSecond;

    // The last frame, and what it was made of.
    private PaneAreas areas = new PaneAreas();
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
        this.catalogue = catalogue;
        errands = new ScreenDeeds(screens, language, typed, what -> say(Notice.Kind.WARNING, what));
        this.language = language;
        this.clock = clock;
        this.speech = speech;
        this.framesPerSecond = framesPerSecond;
    }

    ThemeChoice theme() {
        return theme;
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
            Logger.error(broken, "a command of the screen failed");
            say(Notice.Kind.MISTAKE, Message.of("console.say.screen-failed", broken));
        }
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
                screens.top().orElse(null), question, focus, layout, span, frozen, preset, notices.all());
    }

    /** What the next frame is made of. */
    void see(DeskSnapshot latest, Book shown) {
        desk = latest;
        book = shown;
        if (!latest.preset().equals(presetName)) {
            presetName = latest.preset();
            preset = language.preset(presetName);
        }
    }

    /** Where everything was in the last frame. */
    void painted(PaneAreas where) {
        areas = where;
    }

    /** What is wrong with a line. */
    void mistake(String line, Message mistake) {
        notices.mistake(line, mistake);
    }

    void say(Notice.Kind kind, Message what) {
        notices.say(kind, what);
    }

    /** A command was typed: what was only to be read is done with. */
    void beginCommand() {
        screens.closePassing();
    }

    /** Opens a full screen in place of what is open. */
    void why(DeskCommand.Why.Topic topic) {
        screens.show(WhyScreen.of(topic, speech));
    }

    void show(ScreenName name) {
        catalogue.open(name).ifPresent(screens::show);
    }

    boolean isScreenOpen() {
        return screens.isOpen();
    }

    /** A key of the open screen, if there is one still. */
    void press(Action.Full key) {
        screens.press(key, errands);
    }

    /** The key that ends a line, on an empty one: gives the chosen pane the screen and back. */
    void enter() {
        if (!screens.press(Action.Full.OPEN, errands)) {
            focus = focus.toggleZoom();
        }
    }

    /** One step back to how the screen usually is. */
    void back() {
        if (!screens.back()) {
            focus = focus.back();
        }
    }

    void nextPane(int step) {
        focus = focus.next(step, areas);
    }

    /** Scrolls the open page, or else the chosen pane. */
    void page(int pages) {
        if (!screens.press(pages < 0 ? Action.Full.PAGE_UP : Action.Full.PAGE_DOWN, errands)) {
            focus = focus.page(pages, areas, clock.instant());
        }
    }

    void top() {
        if (!screens.press(Action.Full.TOP, errands)) {
            focus = focus.top(clock.instant());
        }
    }

    void follow() {
        if (!screens.press(Action.Full.BOTTOM, errands)) {
            focus = focus.follow();
        }
    }

    /** To the right for a positive number, where the chosen pane has something to that side. */
    void sideways(int steps) {
        span = focus.chosen() == PaneName.MARKET ? span.by(steps) : span;
    }

    void filter(String text) {
        screens.top().ifPresentOrElse(screen -> screen.filter(text), () -> focus = focus.filter(text));
    }

    /** Reports that nobody asked for, or that come late, do nothing. */
    void mouse(MouseReport report) {
        if (!mouse) {
            return;
        }
        if (screens.isOpen()) {
            screens.mouse(report, errands);
            return;
        }
        focus = switch (report.kind()) {
            case PRESS -> focus.click(report.column(), report.row(), areas);
            case WHEEL_UP -> focus.wheel(-1, report.column(), report.row(), areas, clock.instant());
            case WHEEL_DOWN -> focus.wheel(1, report.column(), report.row(), areas, clock.instant());
        };
    }

    void toggleMouse() {
        on(new ScreenCommand.Mouse(!mouse));
    }

    /** A line waits for an answer, for a while. */
    void ask(long number, String line, String word) {
        question = Question.asked(number, line, word, clock.instant());
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
        var lines = language.help(command.topic()).stream()
                .flatMap(line -> line.said(speech::say).stream())
                .toList();
        screens.closePassing();
        screens.add(TextScreen.fixed(
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
        span = command.span();
    }

    @Override
    public void on(ScreenCommand.Zoom command) {
        var pane = command.pane();
        if (pane != null) {
            focus = focus.zoom(pane);
        } else if (!command.on()) {
            focus = focus.zoom(null);
        } else {
            focus = focus.toggleZoom();
        }
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
}
