package makerdeck.settings;

import java.util.ArrayList;
import java.util.List;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.text.Plain;
import makerdeck.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli has to say about a command line that cannot be read, in the operator's language. */
final class UsageErrors {

    private UsageErrors() {}

    static String text(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched.getUnmatched().get(0), wrong.getCommandLine());
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return Words.say("settings.flag.twice", name(twice.getOverwritten()));
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            var argument = missing.getMissing().get(0);
            return Words.say("settings.flag.no-value", name(argument), argument.paramLabel());
        }
        var argument = wrong.getArgSpec();
        return argument == null || wrong.getValue() == null
                ? Words.say("settings.unreadable")
                : Words.say("settings.flag.wrong-value", name(argument), label(argument), Plain.told(wrong.getValue()));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String unknown(String typed, CommandLine line) {
        if (typed.startsWith("-")) {
            var names = new ArrayList<String>();
            line.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
            return Words.say("settings.flag.unknown", Plain.told(typed), DidYouMean.suggestion(typed, names));
        }
        return Words.say(
                "settings.argument.unknown",
                Plain.told(typed),
                DidYouMean.suggestion(typed, line.getSubcommands().keySet()));
    }

    private static String label(ArgSpec argument) {
        return argument.arity().max() == 0 ? Words.say("settings.flag.nothing") : argument.paramLabel();
    }
}
