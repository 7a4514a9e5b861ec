package makerdeck.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.words.Language;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The flag of the language, read before all others, since help and errors about them are in it. Without the flag the
 * locale decides; what a program reads (headless) is English then, so that a script means the same everywhere.
 */
final class LanguageFlag {

    private static final String NAME = "--lang";

    private LanguageFlag() {}

    /** So that help lists it and the parser knows it; {@link #of} has read it before. */
    static OptionSpec option() {
        return OptionSpec.builder(NAME)
                .paramLabel("${bundle:label.tag}")
                .type(String.class)
                .build();
    }

    /** The language asked for. Throws for one that is not spoken. */
    static Language of(String[] arguments, Map<String, String> environment) {
        var asked = asked(List.of(arguments));
        if (!asked.isEmpty()) {
            return Language.of(asked)
                    .orElseThrow(() -> new MistakeException(Message.of(
                            "settings.lang.unknown",
                            String.join(", ", Language.tags()),
                            asked,
                            DidYouMean.suggestion(asked.toLowerCase(Locale.ROOT), Language.tags()))));
        }
        return Arrays.asList(arguments).contains("--headless") ? Language.ENGLISH : byLocale(environment);
    }

    private static String asked(List<String> arguments) {
        int at = arguments.indexOf(NAME);
        if (at >= 0 && at + 1 < arguments.size()) {
            return arguments.get(at + 1);
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith(NAME + "="))
                .map(argument -> argument.substring(NAME.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** Chinese needs a terminal that can draw it: UTF-8, and not the kernel's own console. */
    private static Language byLocale(Map<String, String> environment) {
        var locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        var encoding = locale.toUpperCase(Locale.ROOT).replace("-", "");
        if (!encoding.contains("UTF8") || environment.getOrDefault("TERM", "").equals("linux")) {
            return Language.ENGLISH;
        }
        return Language.of(
                Locale.forLanguageTag(locale.replaceFirst("[.@].*", "").replace('_', '-')));
    }
}
