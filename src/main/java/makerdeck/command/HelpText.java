package makerdeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.ParameterPage;
import makerdeck.strategy.parameters.Parameters;

/** Explains verbs, parameters and presets from their tables. */
final class HelpText {

    /** The topic that is the screen itself. */
    static final String SCREEN = "screen";

    private final CompletionContext context;

    HelpText(CompletionContext context) {
        this.context = context;
    }

    List<HelpLine> lines(String topic) {
        var wanted = topic.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return overview();
        }
        var lines = new ArrayList<HelpLine>();
        for (var verb : Verb.all()) {
            if (verb.word().equals(wanted)) {
                lines.add(HelpLine.of(verb.usage()));
                lines.add(HelpLine.of(verb.help()).indented(1));
            }
        }
        if (wanted.equals(Verb.PRESETS.word())) {
            lines.addAll(presets());
        }
        if (wanted.equals(SCREEN)) {
            lines.addAll(screen());
        }
        for (var parameter : Parameter.values()) {
            if (parameter.key().equals(wanted)
                    || parameter.alias().filter(wanted::equals).isPresent()) {
                lines.add(HelpLine.of(about(parameter)));
                lines.add(HelpLine.of(parameter.help()).indented(1));
                lines.addAll(page(parameter));
            }
        }
        return lines.isEmpty()
                ? List.of(
                        HelpLine.of(Message.of("command.no-help", topic, DidYouMean.suggestion(topic, Verb.topics()))))
                : lines;
    }

    /** Every part of the screen, from its top. */
    private static List<HelpLine> screen() {
        var lines = new ArrayList<HelpLine>();
        lines.addAll(part(Message.of("command.about.status"), PaneName.about("status")));
        for (var pane : PaneName.values()) {
            lines.addAll(part(pane.title(), pane.about()));
        }
        lines.addAll(part(Message.of("command.about.line"), PaneName.about("line")));
        return lines;
    }

    private static List<HelpLine> part(Message title, List<Message> about) {
        var lines = new ArrayList<HelpLine>();
        lines.add(HelpLine.of(title));
        about.forEach(one -> lines.add(HelpLine.of(one).indented(1)));
        return lines;
    }

    private static List<HelpLine> overview() {
        var lines = new ArrayList<HelpLine>();
        for (var verb : Verb.all()) {
            lines.add(HelpLine.of(verb.usage(), verb.help()));
        }
        lines.add(HelpLine.of(Message.of("command.parameters", String.join(", ", Parameter.keys()))));
        return lines;
    }

    /** All that there is to know of a parameter, each with what it is. */
    private static List<HelpLine> page(Parameter parameter) {
        var others = ParameterPage.playsWith(parameter).stream().map(Parameter::key);
        return List.of(
                part("does", ParameterPage.does(parameter)),
                part("risk", ParameterPage.risk(parameter)),
                part("example", ParameterPage.example(parameter)),
                part("measured", ParameterPage.measured(parameter)),
                part("with", Message.plain(others.collect(Collectors.joining(", ")))),
                part("asks", ParameterPage.asks(parameter)));
    }

    private static HelpLine part(String name, Message text) {
        return HelpLine.of(Message.of("command.page." + name, text)).indented(1);
    }

    private Message about(Parameter parameter) {
        var now = Parameters.defaults().with(context.parameterValues());
        return Message.of(
                "command.parameter", parameter.key(), parameter.range(), parameter.initial(), now.shown(parameter));
    }

    private List<HelpLine> presets() {
        var lines = new ArrayList<HelpLine>();
        for (var preset : new ParameterArguments.Presets().words(new Arguments(context, List.of()))) {
            var note = context.presetNote(preset.value());
            lines.add(HelpLine.of(Message.of("command.listed", preset.value(), preset.description()))
                    .indented(1));
            if (!note.isEmpty()) {
                lines.add(HelpLine.of(Message.plain(note)).indented(2));
            }
        }
        context.strayPresets()
                .forEach((file, advice) -> lines.add(HelpLine.of(Message.of("command.stray-preset", file, advice))
                        .indented(1)));
        return lines;
    }
}
