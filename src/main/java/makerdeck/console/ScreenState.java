package makerdeck.console;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.command.CommandLanguage;
import makerdeck.command.ScreenCommand;
import makerdeck.console.pane.LogWindow;
import makerdeck.console.pane.Notice;
import makerdeck.console.pane.Overlay;
import makerdeck.console.theme.BadThemeException;
import makerdeck.console.theme.Theme;
import makerdeck.console.theme.Themes;

/**
 * What the operator has made of the screen: theme, open page, frame rate, and what the console had to say. UI thread
 * only.
 */
final class ScreenState implements ScreenCommand.Listener {

    private static final int MOST_NOTICES = 100;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private final Themes themes;
    private final CommandLanguage language;
    private final Clock clock;
    private Theme theme = Themes.plain();
    private String wantedTheme = theme.name();
    private Map<Path, FileTime> themeFiles = Map.of();
    private Overlay overlay = Overlay.NONE;
    private List<Notice> notices = List.of();
    private String question = "";
    private Instant questionUntil = Instant.MIN;
    private LogWindow logWindow = LogWindow.NEWEST;
    private int framesPerSecond;

    ScreenState(Themes themes, CommandLanguage language, Clock clock, int framesPerSecond) {
        this.themes = themes;
        this.language = language;
        this.clock = clock;
        this.framesPerSecond = framesPerSecond;
    }

    Theme theme() {
        return theme;
    }

    Overlay overlay() {
        return overlay;
    }

    List<Notice> notices() {
        return notices;
    }

    int framesPerSecond() {
        return framesPerSecond;
    }

    void say(Notice.Kind kind, String text) {
        var longer = new ArrayList<>(notices);
        longer.add(new Notice(clock.instant(), kind, text));
        notices = List.copyOf(longer.subList(Math.max(0, longer.size() - MOST_NOTICES), longer.size()));
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
            say(Notice.Kind.MISTAKE, e.getMessage() + "; the theme stays " + theme.name());
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
            say(Notice.Kind.INFO, "theme " + theme.name() + " taken from its saved file");
        }
    }

    void closeOverlay() {
        overlay = Overlay.NONE;
    }

    /** Scrolls the open page, or else the log; the log stops following until it is back at its newest line. */
    void scroll(int rows) {
        if (overlay.isOpen()) {
            overlay = overlay.by(rows);
        } else {
            logWindow = logWindow.by(rows, clock.instant());
        }
    }

    LogWindow logWindow() {
        return logWindow;
    }

    /** What waits for an answer; empty for nothing. */
    void ask(String text) {
        question = text;
        questionUntil = clock.instant().plus(ANSWER_WITHIN);
    }

    String question() {
        return clock.instant().isBefore(questionUntil) ? question : "";
    }

    @Override
    public void on(ScreenCommand.UseTheme command) {
        if (useTheme(command.name())) {
            say(Notice.Kind.INFO, "theme " + command.name());
        }
    }

    @Override
    public void on(ScreenCommand.Help command) {
        overlay = new Overlay(("Help " + command.topic()).strip(), language.help(command.topic()), 0);
    }

    @Override
    public void on(ScreenCommand.FramesPerSecond command) {
        framesPerSecond = command.frames();
        say(Notice.Kind.INFO, "at most " + framesPerSecond + " frames a second");
    }
}
