package makerdeck.console.theme;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.message.Message;
import makerdeck.text.Line;
import makerdeck.text.Plain;
import org.jspecify.annotations.Nullable;

/** The lines {@code key = value} of one theme and, after {@link #inherit}, of those it inherits from. */
final class ThemeFile {

    private static final Map<String, SGR> ATTRIBUTES = Map.of(
            "bold", SGR.BOLD,
            "dim", Pen.FAINT,
            "italic", SGR.ITALIC,
            "underline", SGR.UNDERLINE,
            "reverse", SGR.REVERSE);

    /** One line and where it stands. */
    record Entry(String value, Message place) {}

    private final String name;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Message> unreadable = new ArrayList<>();

    /** A line that cannot be read is left out and told among the warnings. */
    ThemeFile(String name, List<Line> lines) throws BadThemeException {
        this.name = name;
        for (var line : lines) {
            var place = Message.of("console.theme.place", name, line.number());
            if (line.isRemark()) {
                continue;
            }
            var flaw = line.flaw();
            if (flaw != null) {
                unreadable.add(Message.of("console.theme.skipped", place, flaw));
                continue;
            }
            var text = Plain.of(line.text());
            int end = 0;
            while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != ':') {
                end++;
            }
            if (end == 0 || end == text.length()) {
                throw new BadThemeException(Message.of("console.theme.no-pair", place, text));
            }
            var key = text.substring(0, end).strip();
            var value = text.substring(end + 1).strip();
            if (entries.put(key, new Entry(value, place)) != null) {
                throw new BadThemeException(Message.of("console.theme.twice", place, key));
            }
        }
    }

    String name() {
        return name;
    }

    /** Name of the theme it inherits from and where that stands, null when it says all itself. */
    @Nullable
    Entry parent() {
        var entry = entries.get("inherits");
        return entry == null || entry.value().isEmpty() ? null : entry;
    }

    /** Takes over what this one does not say itself. */
    void inherit(ThemeFile parent) {
        parent.entries.forEach(entries::putIfAbsent);
        unreadable.addAll(parent.unreadable);
    }

    /** The looks of all roles named; unknown keys and unreadable lines go to {@code warnings}. */
    Map<Role, Look> looks(List<Message> warnings) throws BadThemeException {
        warnings.addAll(unreadable);
        var looks = new LinkedHashMap<Role, Look>();
        for (var entry : entries.entrySet()) {
            var key = entry.getKey();
            var role = Role.of(key);
            if (role.isPresent()) {
                looks.put(role.get(), look(entry.getValue(), key));
            } else if (!key.startsWith("@") && !key.equals("inherits") && !key.equals("note")) {
                var near = Nearest.of(key, keys()).orElse("");
                warnings.add(
                        Message.of("console.theme.no-role", entry.getValue().place(), Plain.told(key), near));
            }
        }
        return looks;
    }

    private static List<String> keys() {
        return Arrays.stream(Role.values()).map(Role::key).toList();
    }

    private Look look(Entry entry, String key) throws BadThemeException {
        TextColor foreground = TextColor.ANSI.DEFAULT;
        TextColor background = null;
        var attributes = EnumSet.noneOf(SGR.class);
        var words = entry.value().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            var attribute = ATTRIBUTES.get(words[i]);
            if (attribute != null) {
                attributes.add(attribute);
            } else if (words[i].equals("on") && i + 1 < words.length) {
                background = colour(words[++i], entry, key);
            } else if (i == 0) {
                foreground = colour(words[i], entry, key);
            } else {
                throw new BadThemeException(
                        Message.of("console.theme.no-look", entry.place(), key, Plain.told(words[i])));
            }
        }
        return new Look(foreground, background, attributes);
    }

    private TextColor colour(String word, Entry entry, String key) throws BadThemeException {
        if (word.startsWith("@")) {
            var named = entries.get(word);
            if (named == null) {
                throw new BadThemeException(Message.of("console.theme.not-given", entry.place(), key, word));
            }
            if (named.value().startsWith("@")) {
                throw new BadThemeException(Message.of("console.theme.not-a-colour", named.place(), word));
            }
            return colour(named.value(), named, word);
        }
        return Colour.of(word)
                .orElseThrow(() -> new BadThemeException(
                        Message.of("console.theme.no-colour", entry.place(), key, Plain.told(word))));
    }
}
