package makerdeck.settings;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import makerdeck.text.Columns;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The words of {@code --help}, by the names under which picocli looks for them: a flag's own, {@code label.*} for what
 * follows a flag, {@code COMMAND.usage.*} for what stands around the flags.
 */
final class HelpWords extends ResourceBundle {

    private static final List<String> HEADINGS = List.of("usage.synopsisHeading", "usage.commandListHeading");
    private static final List<String> LABELS = List.of(
            "name",
            "percent",
            "base",
            "number",
            "seconds",
            "length",
            "points",
            "policy",
            "file",
            "address",
            "port",
            "funds",
            "tag",
            "speed",
            "queue",
            "seeds",
            "hours",
            "parameter",
            "latency",
            "fees",
            "against",
            "folder",
            "session",
            "grid",
            "day");

    private static final int FOOTERS = 3;

    /** A flag, a gap, what it does. */
    private static final Pattern ROW = Pattern.compile("( *-.*?\\S)( {2,})(\\S.*)");

    private final Speech speech;
    private final Set<String> keys = new LinkedHashSet<>(HEADINGS);

    private HelpWords(CommandLine line, Speech speech) {
        this.speech = speech;
        LABELS.forEach(label -> keys.add("label." + label));
        add(line.getCommandSpec());
        for (int row = 0; row < FOOTERS; row++) {
            keys.add("makerdeck.usage.footer." + row);
        }
    }

    /** Has the line's help say these words, its columns straight. */
    static void speak(CommandLine line, Speech speech) {
        line.setResourceBundle(new HelpWords(line, speech));
        straighten(line);
    }

    private static void straighten(CommandLine line) {
        line.getSubcommands().values().forEach(HelpWords::straighten);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> help.optionList()
                .lines()
                .map(HelpWords::straight)
                .collect(Collectors.joining("\n", "", "\n")));
    }

    /** Picocli counts signs: what is wide before the second column pushes it to the right. */
    private static String straight(String row) {
        var parts = ROW.matcher(row);
        if (!parts.matches()) {
            return row;
        }
        int extra = Columns.of(parts.group(1)) - parts.group(1).length();
        return parts.group(1) + " ".repeat(Math.max(1, parts.group(2).length() - extra)) + parts.group(3);
    }

    private void add(CommandSpec spec) {
        keys.add(spec.qualifiedName(".") + ".usage.description");
        keys.add(spec.qualifiedName(".") + ".usage.customSynopsis");
        spec.options().forEach(option -> keys.add(option.longestName().replaceFirst("^-+", "")));
        spec.subcommands().values().forEach(each -> add(each.getCommandSpec()));
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return keys.contains(key) ? speech.say("settings.help." + key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(keys);
    }
}
