package makerdeck.command;

import java.util.Arrays;
import java.util.List;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameter;

/**
 * What is always true of a parameter.
 *
 * @param range what it may be, with its unit
 * @param help what it does, in a line
 */
public record ParameterFacts(String key, Message range, Message help) {

    /** In the order of the table. */
    static List<ParameterFacts> all() {
        return Arrays.stream(Parameter.values())
                .map(one -> new ParameterFacts(one.key(), one.range(), one.help()))
                .toList();
    }
}
