package makerdeck.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.text.Plain;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli has to say about a command line that cannot be read, as it is to be said. */
final class UsageErrors {

    /** The largest number of each type of a flag. */
    private static final Map<Class<?>, Long> MOST = Map.of(
            int.class,
            (long) Integer.MAX_VALUE,
            Integer.class,
            (long) Integer.MAX_VALUE,
            long.class,
            Long.MAX_VALUE,
            Long.class,
            Long.MAX_VALUE);

    private UsageErrors() {}

    static Message of(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched.getUnmatched().get(0), wrong.getCommandLine());
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return Message.of("settings.flag.twice", name(twice.getOverwritten()));
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            var argument = missing.getMissing().get(0);
            return Message.of("settings.flag.no-value", name(argument), argument.paramLabel());
        }
        var argument = wrong.getArgSpec();
        if (argument == null || wrong.getValue() == null) {
            return Message.of("settings.unreadable");
        }
        var most = MOST.get(argument.type());
        return most != null
                ? Message.of("settings.flag.whole", name(argument), most, Plain.told(wrong.getValue()))
                : Message.of(
                        "settings.flag.wrong-value", name(argument), label(argument), Plain.told(wrong.getValue()));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Message unknown(String typed, CommandLine line) {
        if (typed.startsWith("-")) {
            var names = new ArrayList<String>();
            line.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
            return Message.of("settings.flag.unknown", Plain.told(typed), DidYouMean.suggestion(typed, names));
        }
        return Message.of(
                "settings.argument.unknown",
                Plain.told(typed),
                DidYouMean.suggestion(typed, line.getSubcommands().keySet()));
    }

    private static Message label(ArgSpec argument) {
        return argument.arity().max() == 0 ? Message.of("settings.flag.nothing") : Message.plain(argument.paramLabel());
    }
}
