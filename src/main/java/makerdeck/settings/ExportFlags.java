package makerdeck.settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flags of {@code makerdeck export}. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, usageHelpAutoWidth = true)
final class ExportFlags {

    @Parameters(arity = "0..*", hidden = true)
    private List<String> what = List.of();

    @Option(names = "--format", defaultValue = "csv", paramLabel = "${bundle:label.name}")
    private String format = "csv";

    @Option(names = "--from", defaultValue = "", paramLabel = "${bundle:label.day}")
    private String from = "";

    @Option(names = "--to", defaultValue = "", paramLabel = "${bundle:label.day}")
    private String to = "";

    @Option(names = "--simulated")
    private boolean simulated;

    ParsedCommand.RunExport parsed() {
        var chosen = one(ExportChoice.What.values(), ExportChoice.What::word, String.join(" ", what), "what");
        var reader = one(ExportChoice.Format.values(), ExportChoice.Format::word, format, "format");
        if (chosen == ExportChoice.What.TAX && reader.isTaxProgram()) {
            throw new MistakeException(Message.of("settings.export.tax", reader.word()));
        }
        var span = DaySpan.of(from, to);
        return new ParsedCommand.RunExport(new ExportChoice(chosen, reader, span.from(), span.to(), simulated));
    }

    private static <T> T one(T[] all, Function<T, String> word, String typed, String about) {
        return Arrays.stream(all)
                .filter(each -> word.apply(each).equals(typed))
                .findFirst()
                .orElseThrow(() -> new MistakeException(Message.of(
                        "settings.export." + about,
                        typed,
                        Arrays.stream(all).map(word).collect(Collectors.joining(", ")))));
    }
}
