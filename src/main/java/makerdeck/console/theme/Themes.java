package makerdeck.console.theme;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.text.Plain;
import org.jspecify.annotations.Nullable;

/** All themes there are, read when asked for. Any thread. */
public final class Themes {

    private static final int DEEPEST = 8;

    private final ThemeSource source;

    /** @param folders searched in this order, before the shipped ones */
    public Themes(List<Path> folders) {
        source = new ThemeSource(folders);
    }

    /** A theme and what was odd about its file. */
    public record Loaded(Theme theme, List<Message> warnings) {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /** Names of all themes, sorted. */
    public List<String> names() {
        try {
            return List.copyOf(source.names());
        } catch (IOException e) {
            return ThemeSource.SHIPPED;
        }
    }

    /** The theme files there are and when each was last saved; none when they cannot be read now. */
    public Map<Path, FileTime> saved() {
        try {
            return source.saved();
        } catch (IOException | DirectoryIteratorException e) {
            return Map.of();
        }
    }

    /** Reads a theme anew. */
    public Loaded load(String name) throws BadThemeException {
        try {
            var file = read(name, null, new LinkedHashSet<>());
            var warnings = new ArrayList<Message>();
            return new Loaded(new Theme(name, file.looks(warnings)), warnings);
        } catch (IOException e) {
            throw new BadThemeException(Message.of("console.theme.unreadable", name, Message.about(e)));
        }
    }

    /** Attributes only: what remains when no file can be used. */
    public static Theme plain() {
        return new Theme("plain", Map.of());
    }

    /** @param heir where the line stands that names it, null when no theme does */
    private ThemeFile read(String name, @Nullable Message heir, Set<String> heirs)
            throws IOException, BadThemeException {
        if (!heirs.add(name) || heirs.size() > DEEPEST) {
            throw new BadThemeException(Message.of(
                    "console.theme.circle", heirs.iterator().next(), String.join(" -> ", heirs) + " -> " + name));
        }
        var lines = source.lines(name);
        if (lines.isEmpty()) {
            var near = Nearest.of(name, names()).orElse("");
            var none = Message.of("console.theme.none", Plain.told(name), near);
            throw new BadThemeException(heir == null ? none : Message.of("console.theme.parent", heir, none));
        }
        var file = new ThemeFile(name, lines.get());
        var parent = file.parent();
        if (parent != null) {
            file.inherit(read(parent.value(), parent.place(), heirs));
        }
        return file;
    }
}
