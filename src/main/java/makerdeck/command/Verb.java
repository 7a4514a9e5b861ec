package makerdeck.command;

import static makerdeck.command.Slot.maybe;
import static makerdeck.command.Slot.one;
import static makerdeck.command.Slot.then;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import makerdeck.command.WordSets.Fixed;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.RiskIncrease;
import makerdeck.strategy.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The one table of verbs. Parser, completion, hints and help read it, and nothing else. */
enum Verb {
    SET(
            Verb::riskOfSet,
            Verb::set,
            one("key", new ParameterArguments.Keys()),
            one("value", new ParameterArguments.Values())),
    GET(
            always(Risk.READS),
            arguments -> new DeskCommand.GetParameter(arguments.word("key").orElse("")),
            maybe("key", new ParameterArguments.Keys())),
    PAUSE(
            always(Risk.LOWERS),
            arguments -> new DeskCommand.Pause(arguments.side(), arguments.length()),
            maybe("side", WordSets.SIDE),
            maybe("for", WordSets.FOR),
            then("length", new WordSets.Length())),
    RESUME(Verb::riskOfResume, arguments -> new DeskCommand.Resume(arguments.side()), maybe("side", WordSets.SIDE)),
    HALT(always(Risk.LOWERS), arguments -> new DeskCommand.Halt(Message.of("command.halt-typed"))),
    CANCEL(
            always(Risk.LOWERS),
            Verb::cancel,
            one("orders", new WordSets.Names("order", Meanings::cancellable, Meanings::order))),
    REBALANCE(
            Verb::riskOfRebalance,
            Verb::rebalance,
            one("mode", Fixed.of("rebalance", "now", "dry", "stop", "on", "off"))),
    LOAD(
            Verb::riskOfLoad,
            arguments -> new DeskCommand.LoadPreset(
                    arguments.word("preset-name").orElseThrow(), arguments.preset(), arguments.length()),
            one("preset", WordSets.PRESET),
            one("preset-name", new ParameterArguments.Presets()),
            maybe("for", WordSets.FOR),
            then("length", new WordSets.Length())),
    SAVE(
            always(Risk.READS),
            Verb::save,
            one("preset", WordSets.PRESET),
            one("preset-name", new ParameterArguments.PresetNames()),
            maybe("replace", Fixed.of("save", "replace"))),
    DIFF(
            always(Risk.READS),
            arguments ->
                    new DeskCommand.DiffPreset(arguments.word("preset-name").orElseThrow(), arguments.preset()),
            one("preset", WordSets.PRESET),
            one("preset-name", new ParameterArguments.Presets())),
    PRESETS(always(Risk.READS), arguments -> new ScreenCommand.Help("presets")),
    UNDO(
            Verb::riskOfUndo,
            arguments -> arguments.word("list").isPresent() ? new DeskCommand.UndoList() : new DeskCommand.Undo(),
            maybe("list", Fixed.of("undo", "list"))),
    REDO(Verb::riskOfRedo, arguments -> new DeskCommand.Redo()),
    SHOW(always(Risk.READS), Verb::show, one("subject", new ShowWords())),
    WHY(
            always(Risk.READS),
            arguments -> new DeskCommand.Why(DeskCommand.Why.Topic.of(arguments.word("about"))),
            maybe("about", Fixed.of("why", "bid", "ask", "rebalance", "halted"))),
    CURVE(always(Risk.READS), arguments -> new DeskCommand.Curve()),
    VENUE(
            always(Risk.CHANGES),
            arguments -> new DeskCommand.Rehearse(
                    DeskCommand.Rehearse.What.valueOf(
                            arguments.word("what").orElseThrow().toUpperCase(Locale.ROOT)),
                    arguments.word("name").orElse(""),
                    arguments.length()),
            one("what", VenueArguments.WHAT),
            maybe("name", new VenueArguments.Name()),
            maybe("length", new VenueArguments.Length())),
    RECORD(
            always(Risk.READS),
            arguments -> new DeskCommand.RecordMarket(
                    arguments.word("switch").orElseThrow().equals("on")),
            one("switch", Fixed.of("record", "on", "off"))),
    THEME(
            always(Risk.READS),
            arguments -> new ScreenCommand.UseTheme(arguments.word("theme").orElseThrow()),
            one("theme", new WordSets.Names("theme", CompletionContext::themeNames, Meanings::theme))),
    LAYOUT(
            always(Risk.READS),
            arguments ->
                    new ScreenCommand.UseLayout(layout(arguments.word("layout").orElseThrow())),
            one("layout", Fixed.of("layout", "auto", "tiny", "narrow", "wide", "full", "next"))),
    CHART(
            always(Risk.READS),
            arguments -> new ScreenCommand.UseSpan(arguments.span()),
            one("span", new Fixed("span", ChartSpan.words(), true))),
    ZOOM(
            always(Risk.READS),
            arguments -> zoom(arguments.word("pane").orElse("")),
            maybe("pane", new WordSets.Names("pane", context -> Meanings.panes(), Meanings::pane))),
    FREEZE(
            always(Risk.READS),
            arguments -> new ScreenCommand.Freeze(arguments.word("off").isEmpty()),
            maybe("off", Fixed.of("freeze", "off"))),
    MOUSE(
            always(Risk.READS),
            arguments -> new ScreenCommand.Mouse(
                    arguments.word("switch").orElseThrow().equals("on")),
            one("switch", Fixed.of("mouse", "on", "off"))),
    FPS(
            always(Risk.READS),
            arguments -> new ScreenCommand.FramesPerSecond(
                    Integer.parseInt(arguments.word("frames").orElseThrow())),
            one("frames", new WordSets.Whole("fps", 1, 30))),
    ACK(
            arguments ->
                    arguments.word("rows").isPresent() && arguments.context().unreadRows() > 0
                            ? Risk.RAISES
                            : Risk.READS,
            arguments ->
                    arguments.word("rows").isPresent() ? new DeskCommand.LeaveOutRows() : new DeskCommand.Acknowledge(),
            maybe("rows", Fixed.of("ack", "rows"))),
    HELP(
            always(Risk.READS),
            arguments -> new ScreenCommand.Help(arguments.word("topic").orElse("")),
            maybe("topic", new WordSets.Names("topic", context -> Verb.topics(), Meanings::topic))),
    TOUR(
            always(Risk.READS),
            arguments -> new ScreenCommand.Tour(arguments.word("stop").isEmpty()),
            maybe("stop", Fixed.of("tour", "stop"))),
    DETACH(always(Risk.READS), arguments -> new ScreenCommand.Detach()),
    QUIT(
            Verb::riskOfQuit,
            arguments -> new DeskCommand.Quit(arguments.word("keep").isPresent()),
            maybe("keep", Fixed.whole("quit", "--keep")));

    private final Function<Arguments, Risk> risk;
    private final Function<Arguments, Command> build;
    private final List<Slot> slots;

    Verb(Function<Arguments, Risk> risk, Function<Arguments, Command> build, Slot... slots) {
        this.risk = risk;
        this.build = build;
        this.slots = List.of(slots);
    }

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line for the operator. */
    Message help() {
        return Message.of("command.verb." + word());
    }

    List<Slot> slots() {
        return slots;
    }

    /** Whether no beginning of it will do: what ends the desk's work is never a slip of the finger. */
    boolean isTypedWhole() {
        return this == HALT || this == QUIT;
    }

    /** Whether all slots may be filled again and again. */
    boolean repeats() {
        return this == SET;
    }

    /** What the command may cost. */
    Risk risk(Arguments arguments) {
        return risk.apply(arguments);
    }

    /** Words that are legal one by one may not be so together: {@link MistakeException} with one line. */
    void check(Arguments arguments) {
        if (this == SET) {
            arguments.parameters().with(arguments.changes());
        } else if (this == SAVE) {
            arguments.requireFreeName();
        }
    }

    Command build(Arguments arguments) {
        return build.apply(arguments);
    }

    /** {@code pause [bid|ask] [for LENGTH]}. */
    Message usage() {
        var form = Message.plain(word());
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            if (slot.presence() != Slot.Presence.WITH_PREVIOUS) {
                var key = slot.presence() == Slot.Presence.OPTIONAL ? "command.form.optional" : "command.form.then";
                form = Message.of(key, form, usageFrom(i));
            }
        }
        return repeats() ? Message.of("command.form.repeated", form) : form;
    }

    /** Of a slot, and of the one that is filled with it if there is one. */
    private Message usageFrom(int slot) {
        var usage = slots.get(slot).words().usage();
        boolean more = slot + 1 < slots.size() && slots.get(slot + 1).presence() == Slot.Presence.WITH_PREVIOUS;
        return more ? Message.of("command.form.then", usage, usageFrom(slot + 1)) : usage;
    }

    static Verb named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static List<Verb> all() {
        return List.of(values());
    }

    private static Function<Arguments, Risk> always(Risk risk) {
        return arguments -> risk;
    }

    private static Risk riskOfSet(Arguments arguments) {
        return riskOf(arguments, arguments.changes());
    }

    private static Risk riskOf(Arguments arguments, Map<String, String> changes) {
        var now = arguments.parameters();
        return Risk.of(now, now.with(changes), arguments.wealth());
    }

    private static Risk riskOfLoad(Arguments arguments) {
        var now = arguments.parameters();
        var next = now.with(arguments.preset());
        var risk = Risk.of(now, next, arguments.wealth());
        return arguments.length() == null
                ? risk
                : Risk.greatest(Stream.of(risk, Risk.ofReturn(next, arguments.back(next))));
    }

    /** Quotes again; where the desk trades back to its target by itself, that may be the first thing it does. */
    private static Risk riskOfResume(Arguments arguments) {
        return RiskIncrease.fires(arguments.parameters(), arguments.wealth()) ? Risk.RAISES : Risk.STARTS;
    }

    private static Risk riskOfUndo(Arguments arguments) {
        return arguments.word("list").isPresent()
                ? Risk.READS
                : riskOf(arguments, arguments.context().undoValues());
    }

    private static Risk riskOfRedo(Arguments arguments) {
        return riskOf(arguments, arguments.context().redoValues());
    }

    private static Risk riskOfRebalance(Arguments arguments) {
        return switch (arguments.word("mode").orElseThrow()) {
            case "now" -> Risk.RAISES;
            case "stop" -> Risk.LOWERS;
            case "dry" -> Risk.READS;
            case "on" -> riskOf(arguments, Map.of(Parameter.REBALANCE.key(), "on"));
            default -> Risk.CHANGES;
        };
    }

    private static Risk riskOfQuit(Arguments arguments) {
        return arguments.word("keep").isPresent() ? Risk.ABANDONS : Risk.LOWERS;
    }

    private static Command set(Arguments arguments) {
        return new DeskCommand.SetParameters(arguments.changes());
    }

    private static Command save(Arguments arguments) {
        return new DeskCommand.SavePreset(
                arguments.word("preset-name").orElseThrow(),
                arguments.word("replace").isPresent());
    }

    private static Command cancel(Arguments arguments) {
        var which = arguments.word("orders").orElseThrow();
        return switch (which) {
            case "all" -> new DeskCommand.Cancel(null, null);
            case "bid" -> new DeskCommand.Cancel(Side.BID, null);
            case "ask" -> new DeskCommand.Cancel(Side.ASK, null);
            default -> new DeskCommand.Cancel(null, which);
        };
    }

    private static Command show(Arguments arguments) {
        if (arguments.word("subject").filter("why"::equals).isPresent()) {
            return new DeskCommand.Why(DeskCommand.Why.Topic.ALL);
        }
        var subject = DeskCommand.Show.Subject.valueOf(
                arguments.word("subject").orElseThrow().toUpperCase(Locale.ROOT));
        return subject == DeskCommand.Show.Subject.PRESETS
                ? new DeskCommand.Show(subject, ShowWords.presets(arguments))
                : new DeskCommand.Show(subject);
    }

    private static Command rebalance(Arguments arguments) {
        var mode = arguments.word("mode").orElseThrow();
        return switch (mode) {
            case "on", "off" -> new DeskCommand.SetParameters(Map.of(Parameter.REBALANCE.key(), mode));
            default -> new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
        };
    }

    private static @Nullable LayoutName layout(String word) {
        return word.equals("next") ? null : LayoutName.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Command zoom(String word) {
        boolean named = !word.isEmpty() && !word.equals("off");
        return new ScreenCommand.Zoom(
                named ? PaneName.valueOf(word.toUpperCase(Locale.ROOT)) : null, !word.equals("off"));
    }

    static List<String> topics() {
        return Stream.of(all().stream().map(Verb::word), Stream.of(HelpText.SCREEN), Parameter.keys().stream())
                .flatMap(topics -> topics)
                .distinct()
                .toList();
    }
}
