package makerdeck.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Wealth;
import org.jspecify.annotations.Nullable;

/** The words of a command read so far, in their canonical spelling, each with the slot it fills. Immutable. */
record Arguments(CompletionContext context, List<Filled> filled) {

    /** A slot and the word in it. */
    record Filled(String slot, String word) {}

    Arguments {
        filled = List.copyOf(filled);
    }

    Arguments and(Slot slot, String word) {
        var more = new ArrayList<>(filled);
        more.add(new Filled(slot.name(), word));
        return new Arguments(context, more);
    }

    /** The word in a slot, if it was filled. */
    Optional<String> word(String slot) {
        return words(slot).stream().findFirst();
    }

    /** All words of a slot that may be filled again and again. */
    List<String> words(String slot) {
        return filled.stream()
                .filter(one -> one.slot().equals(slot))
                .map(Filled::word)
                .toList();
    }

    /** The word read last. */
    String last() {
        return filled.get(filled.size() - 1).word();
    }

    /** The side given, null when none was. */
    @Nullable
    Side side() {
        return word("side")
                .map(side -> side.equals("bid") ? Side.BID : Side.ASK)
                .orElse(null);
    }

    /** The length given, null when none was. */
    @Nullable
    Duration length() {
        return word("length").map(Long::parseLong).map(Duration::ofSeconds).orElse(null);
    }

    ChartSpan span() {
        return ChartSpan.of(word("span").orElseThrow());
    }

    /** Keys and values given, in their order. */
    Map<String, String> changes() {
        var changes = new LinkedHashMap<String, String>();
        var keys = words("key");
        var values = words("value");
        for (int i = 0; i < values.size(); i++) {
            changes.put(keys.get(i), values.get(i));
        }
        return changes;
    }

    /** What the named preset changes. */
    Map<String, String> preset() {
        return context.preset(word("preset-name").orElseThrow());
    }

    /** What the end of a preset's time leads to from what it made: what is only lent already is what it was before. */
    Parameters back(Parameters lent) {
        var now = parameters();
        var back = new LinkedHashMap<String, String>();
        preset().keySet().stream()
                .map(Parameter::named)
                .forEach(parameter -> back.put(parameter.key(), now.text(parameter)));
        back.putAll(context.lentValues());
        return lent.with(back);
    }

    /** A preset that exists is replaced only when that is said. */
    void requireFreeName() {
        var name = word("preset-name").orElse("");
        if (context.presetNames().contains(name) && word("replace").isEmpty()) {
            throw new MistakeException(Message.of("command.name-taken", name));
        }
    }

    /** What loading a preset would change; {@link MistakeException} when it cannot be loaded. */
    List<Parameters.Change> changesOf(String preset) {
        var now = parameters();
        var values = context.preset(preset);
        try {
            return now.changesTo(now.with(values));
        } catch (MistakeException wrong) {
            throw new MistakeException(Message.of("command.preset-wrong", preset, wrong.said()), wrong);
        }
    }

    /** What the account holds, null when it is not known. */
    @Nullable
    Wealth wealth() {
        return context.wealth().orElse(null);
    }

    /** The parameters as they stand. */
    Parameters parameters() {
        return Parameters.defaults().with(context.parameterValues());
    }
}
