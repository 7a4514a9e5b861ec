package makerdeck.console;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.command.ChartSpan;
import makerdeck.command.CommandLanguage;
import makerdeck.command.LayoutName;
import makerdeck.command.PaneName;
import makerdeck.command.ScreenCommand;
import makerdeck.console.pane.Frozen;
import makerdeck.console.pane.Notice;
import makerdeck.console.pane.Overlay;
import makerdeck.console.pane.PaneFocus;
import makerdeck.console.pane.Question;
import makerdeck.console.pane.ScreenOptions;
import makerdeck.console.pane.widget.PaneAreas;
import makerdeck.console.theme.BadThemeException;
import makerdeck.console.theme.Theme;
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

    private static final int PAGE_OF_TEXT = 5;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final Duration FROZEN_AT_MOST = Duration.ofSeconds(60);

    private final Themes themes;
    private final CommandLanguage language;
    private final Clock clock;
    private final Speech speech;
    private final Notices notices;
    private Theme theme = Themes.plain();
    private String wantedTheme = theme.name();
    private Map<Path, FileTime> themeFiles = Map.of();
    private Overlay overlay = Overlay.NONE;
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

    ScreenState(Themes themes, CommandLanguage language, Clock clock, int framesPerSecond, Speech speech) {
        this.themes = themes;
        this.language = language;
        this.clock = clock;
        this.speech = speech;
        this.notices = new Notices(clock, speech);
        this.framesPerSecond = framesPerSecond;
    }

    Theme theme() {
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
        return new ScreenOptions(overlay, question, focus, layout, span, frozen, preset, notices.all());
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

    /** Takes a theme to begin with; while that one's file is no good, {@code otherwise}. */
    void beginWith(String name, String otherwise) {
        if (!useTheme(name)) {
            useTheme(otherwise);
            wantedTheme = themes.names().contains(name) ? name : otherwise;
        }
    }

    /** Takes a theme, or keeps the last good one and says why. */
    boolean useTheme(String name) {
        themeFiles = themes.saved();
        try {
            var loaded = themes.load(name);
            loaded.warnings().forEach(warning -> say(Notice.Kind.WARNING, warning));
            theme = loaded.theme();
            wantedTheme = name;
            return true;
        } catch (BadThemeException e) {
            say(Notice.Kind.MISTAKE, Message.of("console.say.theme-stays", e.said(), theme.name()));
            return false;
        }
    }

    /** Takes the theme anew when a theme file was saved since it was taken. */
    void watchTheme() {
        if (themes.saved().equals(themeFiles)) {
            return;
        }
        var before = theme;
        if (useTheme(wantedTheme) && !theme.looksLike(before)) {
            say(Notice.Kind.INFO, Message.of("console.say.theme-taken", theme.name()));
        }
    }

    void closeOverlay() {
        overlay = Overlay.NONE;
    }

    /** The key that ends a line, on an empty one: closes the page, or gives the chosen pane the screen and back. */
    void enter() {
        if (overlay.isOpen()) {
            closeOverlay();
        } else {
            focus = focus.toggleZoom();
        }
    }

    /** One step back to how the screen usually is. */
    void back() {
        if (overlay.isOpen()) {
            closeOverlay();
        } else {
            focus = focus.back();
        }
    }

    void nextPane(int step) {
        focus = focus.next(step, areas);
    }

    /** Scrolls the open page, or else the chosen pane. */
    void page(int pages) {
        if (overlay.isOpen()) {
            overlay = overlay.by(pages * PAGE_OF_TEXT);
        } else {
            focus = focus.page(pages, areas, clock.instant());
        }
    }

    void top() {
        if (overlay.isOpen()) {
            overlay = overlay.by(-overlay.scrolled());
        } else {
            focus = focus.top(clock.instant());
        }
    }

    void follow() {
        focus = focus.follow();
    }

    /** To the right for a positive number, where the chosen pane has something to that side. */
    void sideways(int steps) {
        span = focus.chosen() == PaneName.MARKET ? span.by(steps) : span;
    }

    void filter(String text) {
        focus = focus.filter(text);
    }

    /** Reports that nobody asked for, or that come late, do nothing. */
    void mouse(MouseReport report) {
        if (!mouse) {
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
        question = new Question(number, line, word, clock.instant().plus(ANSWER_WITHIN));
    }

    void answered() {
        question = null;
    }

    @Override
    public void on(ScreenCommand.UseTheme command) {
        var before = theme.name();
        if (useTheme(command.name())) {
            notices.say(!before.equals(theme.name()), Message.of("console.say.theme", command.name()));
        }
    }

    @Override
    public void on(ScreenCommand.Help command) {
        var lines = language.help(command.topic()).stream()
                .flatMap(line -> line.said(speech::say).stream())
                .toList();
        overlay = new Overlay(speech.say("console.title.help", command.topic()).strip(), lines, 0);
    }

    @Override
    public void on(ScreenCommand.FramesPerSecond command) {
        boolean isNew = framesPerSecond != command.frames();
        framesPerSecond = command.frames();
        notices.say(isNew, Message.of("console.say.frames", framesPerSecond));
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
