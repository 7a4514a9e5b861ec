package makerdeck.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

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
        var first = from.isEmpty() ? FIRST : day("--from", from);
        var last = to.isEmpty() ? LAST : day("--to", to);
        if (last.isBefore(first)) {
            throw new MistakeException(Message.of("settings.export.turned", first, last));
        }
        return new ParsedCommand.RunExport(new ExportChoice(chosen, reader, first, last, simulated));
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

    private static LocalDate day(String flag, String typed) {
        try {
            var day = LocalDate.parse(typed);
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                throw new MistakeException(Message.of("settings.export.day", flag, typed));
            }
            return day;
        } catch (DateTimeParseException none) {
            throw new MistakeException(Message.of("settings.export.day", flag, typed));
        }
    }
}
