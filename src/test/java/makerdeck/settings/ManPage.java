package makerdeck.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of a command line and all its commands, as roff. */
final class ManPage {

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(CommandLine line) {
        HelpWords.speak(line, new Speech(Language.ENGLISH));
        var man = new ManPage();
        man.row(".TH MAKERDECK 1");
        man.row(".SH NAME");
        man.row("makerdeck \\- " + escaped("spot market making on Backpack from a terminal"));
        man.command(line);
        man.row(".SH NOTES");
        for (var each : line.getCommandSpec().usageMessage().footer()) {
            man.row(escaped(filled(each)));
            man.row(".br");
        }
        return man.page.toString();
    }

    private void command(CommandLine line) {
        var spec = line.getCommandSpec();
        var name = spec.qualifiedName(" ");
        row(".SH " + escaped(name.toUpperCase(Locale.ROOT)));
        row(".B " + escaped(String.join(" ", spec.usageMessage().customSynopsis())));
        row(".PP");
        row(escaped(Arrays.stream(spec.usageMessage().description())
                .map(ManPage::filled)
                .collect(Collectors.joining(" "))));
        for (var option : spec.options()) {
            if (!option.hidden()) {
                option(option);
            }
        }
        line.getSubcommands().values().forEach(this::command);
    }

    private void option(OptionSpec option) {
        row(".TP");
        var label = option.typeInfo().isBoolean() ? "" : " " + option.paramLabel();
        row(".B " + escaped(String.join(", ", option.names()) + label));
        row(escaped(Arrays.stream(option.description())
                .map(text -> filled(text.replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()))))
                .collect(Collectors.joining(" "))));
    }

    /** As picocli formats it: a percent sign is written twice. */
    private static String filled(String text) {
        return text.replace("%n", "").replace("%%", "%");
    }

    private static String escaped(String text) {
        var plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }

    private void row(String text) {
        page.append(text).append('\n');
    }
}
