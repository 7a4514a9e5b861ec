package makerdeck.command;

import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.RiskIncrease;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.parameters.PresetName;
import makerdeck.text.Plain;

/** The words that have to do with parameters: keys, values, presets. */
final class ParameterArguments {

    /** The digits that count, of a hundredth of a bitcoin as of a million of anything. */
    private static final MathContext ABOUT = new MathContext(3, RoundingMode.HALF_UP);

    /** Units, and assets as they are written; no parameter is. */
    private static final Pattern UNIT = Pattern.compile("%|(?i:bps?|pp)|[A-Z]{3,6}");

    private ParameterArguments() {}

    /** Keys of parameters. */
    record Keys() implements WordSet {

        @Override
        public List<Completion> words(Arguments arguments) {
            var now = arguments.parameters();
            return List.of(Parameter.values()).stream()
                    .filter(parameter -> !arguments.words("key").contains(parameter.key()))
                    .map(parameter -> new Completion(
                            parameter.key(),
                            Message.of("command.now-range", now.shown(parameter), parameter.range(), parameter.help())))
                    .toList();
        }

        @Override
        public String read(String typed, Arguments arguments) {
            var names = new ArrayList<>(Parameter.keys());
            for (var parameter : Parameter.values()) {
                parameter.alias().ifPresent(names::add);
            }
            if (!arguments.words("key").isEmpty() && UNIT.matcher(typed).matches()) {
                throw new MistakeException(Message.of("command.unit-apart", Plain.told(typed)));
            }
            var key = Parameter.named(WordSet.choose("parameter", typed, names)).key();
            if (arguments.words("key").contains(key)) {
                throw new MistakeException(Message.of("command.given-twice", key));
            }
            return key;
        }

        @Override
        public Message usage() {
            return Message.of("command.usage.key");
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return Optional.of(WordSets.listed("parameter", Parameter.keys()));
        }
    }

    /** Values of the parameter whose key was read last. */
    record Values() implements WordSet {

        @Override
        public List<Completion> words(Arguments arguments) {
            var parameter = Parameter.named(arguments.last());
            var found = new ArrayList<Completion>();
            found.add(new Completion(arguments.parameters().text(parameter), Message.of("command.now")));
            for (var name : arguments.context().presetNames()) {
                for (var change : readable(name, arguments)) {
                    if (change.parameter() == parameter) {
                        found.add(new Completion(change.after(), Message.of("command.of-preset", name)));
                    }
                }
            }
            var offered = parameter.suggestions();
            for (int i = 0; i < offered.size(); i++) {
                boolean number = Character.isDigit(offered.get(i).charAt(0));
                var which = i == offered.size() - 1 ? "command.most-of" : "command.least-of";
                var range = parameter.range();
                found.add(new Completion(offered.get(i), number ? Message.of(which, range) : range));
            }
            var seen = new LinkedHashSet<String>();
            return found.stream().filter(one -> seen.add(one.value())).toList();
        }

        /** What a preset would change; nothing when its file is wrong, which {@code load} says. */
        private static List<Parameters.Change> readable(String preset, Arguments arguments) {
            try {
                return arguments.changesOf(preset);
            } catch (MistakeException wrong) {
                return List.of();
            }
        }

        @Override
        public boolean isLength(Arguments arguments) {
            return Parameter.named(arguments.last()).isLength();
        }

        @Override
        public String read(String typed, Arguments arguments) {
            arguments.parameters().read(Parameter.named(arguments.last()), typed);
            return typed;
        }

        @Override
        public Message usage() {
            return Message.of("command.usage.value");
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            var parameter = Parameter.named(arguments.last());
            return Optional.of(Message.of(
                    "command.expects.value",
                    parameter.help(),
                    parameter.range(),
                    arguments.parameters().shown(parameter)));
        }
    }

    /** What a preset is to be called. */
    record PresetNames() implements WordSet {

        @Override
        public List<Completion> words(Arguments arguments) {
            return arguments.context().presetNames().stream()
                    .map(name -> new Completion(name, Message.of("command.exists")))
                    .toList();
        }

        @Override
        public String read(String typed, Arguments arguments) {
            return PresetName.read(typed);
        }

        @Override
        public Message usage() {
            return Message.of("command.usage.name");
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return Optional.of(Message.of("command.expects.new-name"));
        }
    }

    /** Presets. */
    record Presets() implements WordSet {

        @Override
        public List<Completion> words(Arguments arguments) {
            return arguments.context().presetNames().stream()
                    .map(name -> new Completion(name, changes(name, arguments)))
                    .toList();
        }

        @Override
        public String read(String typed, Arguments arguments) {
            var name = WordSet.choose("preset", typed, arguments.context().presetNames());
            arguments.changesOf(name);
            return name;
        }

        /** What loading it would change, or why it cannot be loaded. */
        private static Message changes(String name, Arguments arguments) {
            try {
                var changes = arguments.changesOf(name);
                if (changes.isEmpty()) {
                    return Message.of("command.no-differences");
                }
                var said = Message.list(
                        changes.stream().map(Parameters.Change::text).toList());
                return trade(name, arguments)
                        .map(trade -> Message.of("command.and-trades", trade, said))
                        .orElse(said);
            } catch (MistakeException wrong) {
                return wrong.said();
            }
        }

        /** What the desk would trade by itself once it is loaded; empty when nothing, or nobody knows. */
        private static Optional<Message> trade(String name, Arguments arguments) {
            var wealth = arguments.wealth();
            var now = arguments.parameters();
            var next = now.with(arguments.context().preset(name));
            if (wealth == null || next.rebalancesAs(now) || !RiskIncrease.fires(next, wealth)) {
                return Optional.empty();
            }
            var off = wealth.inventory().excess(next.target());
            var quantity = off.abs().divide(wealth.mid(), ABOUT);
            return Optional.of(
                    Message.of(off.signum() > 0 ? "command.sells" : "command.buys", quantity.toPlainString()));
        }

        @Override
        public Message usage() {
            return Message.of("command.usage.name");
        }

        @Override
        public Optional<Message> expectation(Arguments arguments) {
            return Optional.of(WordSets.listed("preset", arguments.context().presetNames()));
        }
    }
}
