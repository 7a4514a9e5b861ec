package makerdeck.console;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.function.BiConsumer;
import makerdeck.console.pane.Notice;
import makerdeck.console.theme.BadThemeException;
import makerdeck.console.theme.Theme;
import makerdeck.console.theme.Themes;
import makerdeck.message.Message;

/** The theme in use, which follows its file. UI thread only. */
final class ThemeChoice {

    private final Themes themes;
    private final BiConsumer<Notice.Kind, Message> told;
    private Theme theme = Themes.plain();
    private String wanted = theme.name();
    private Map<Path, FileTime> files = Map.of();

    ThemeChoice(Themes themes, BiConsumer<Notice.Kind, Message> told) {
        this.themes = themes;
        this.told = told;
    }

    Theme theme() {
        return theme;
    }

    /** Takes a theme to begin with; while that one's file is no good, {@code otherwise}. */
    void beginWith(String name, String otherwise) {
        if (!use(name)) {
            use(otherwise);
            wanted = themes.names().contains(name) ? name : otherwise;
        }
    }

    /** Takes a theme, or keeps the last good one and says why. */
    boolean use(String name) {
        files = themes.saved();
        try {
            var loaded = themes.load(name);
            loaded.warnings().forEach(warning -> told.accept(Notice.Kind.WARNING, warning));
            theme = loaded.theme();
            wanted = name;
            return true;
        } catch (BadThemeException e) {
            told.accept(Notice.Kind.MISTAKE, Message.of("console.say.theme-stays", e.said(), theme.name()));
            return false;
        }
    }

    /** Takes the theme anew when a theme file was saved since it was taken. */
    void watch() {
        if (themes.saved().equals(files)) {
            return;
        }
        var before = theme;
        if (use(wanted) && !theme.looksLike(before)) {
            told.accept(Notice.Kind.INFO, Message.of("console.say.theme-taken", theme.name()));
        }
    }
}
