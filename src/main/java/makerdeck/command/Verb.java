package makerdeck.command;

import static makerdeck.command.Slot.maybe;
import static makerdeck.command.Slot.one;
import static makerdeck.command.Slot.then;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import makerdeck.command.Vocabularies.Fixed;
import makerdeck.domain.Side;
import makerdeck.strategy.Parameter;
import org.jspecify.annotations.Nullable;

/** The one table of verbs. Parser, completion, hints and help read it, and nothing else. */
enum Verb {
    SET(
            "changes parameters, all or none; +10% is relative to the value now",
            Verb::riskOfSet,
            Verb::set,
            one("key", new ParameterWords.Keys()),
            one("value", new ParameterWords.Values())),
    GET(
            "says what a parameter is, its unit, range and source; without a key all of them",
            always(Risk.READS),
            given -> new DeskCommand.GetParameter(given.word("key").orElse("")),
            maybe("key", new ParameterWords.Keys())),
    PAUSE(
            "takes the quotes of both sides or one away, for a time or until resumed",
            always(Risk.LOWERS),
            given -> new DeskCommand.Pause(given.side(), given.length()),
            maybe("side", Vocabularies.SIDE),
            maybe("for", Vocabularies.FOR),
            then("length", new Vocabularies.Length())),
    RESUME(
            "quotes again",
            always(Risk.STARTS),
            given -> new DeskCommand.Resume(given.side()),
            maybe("side", Vocabularies.SIDE)),
    HALT("cancels all own orders and stops", always(Risk.LOWERS), given -> new DeskCommand.Halt("you typed halt")),
    CANCEL(
            "cancels all own orders, those of a side, or one",
            always(Risk.LOWERS),
            Verb::cancel,
            one("orders", new Vocabularies.Names("order", "all|bid|ask|TAG", Verb::cancellable))),
    REBALANCE(
            "brings the base asset to its target now, only says how, stops doing so, or does it by itself",
            Verb::riskOfRebalance,
            Verb::rebalance,
            one(
                    "mode",
                    Fixed.of(
                            "mode",
                            "now",
                            "trade to the target now",
                            "dry",
                            "only say what now would do",
                            "stop",
                            "end the one that runs",
                            "on",
                            "by itself when off by more than the threshold",
                            "off",
                            "never by itself"))),
    LOAD(
            "changes what a preset says, all or none, for a time or until changed again",
            Verb::riskOfLoad,
            given ->
                    new DeskCommand.LoadPreset(given.word("preset-name").orElseThrow(), given.preset(), given.length()),
            one("preset", Fixed.of("object", "preset", "a named set of parameters")),
            one("preset-name", new ParameterWords.Presets()),
            maybe("for", Vocabularies.FOR),
            then("length", new Vocabularies.Length())),
    SAVE(
            "writes what differs from the defaults as a preset of your own; replace: in place of one of that name",
            always(Risk.READS),
            Verb::save,
            one("preset", Fixed.of("object", "preset", "a named set of parameters")),
            one("preset-name", new ParameterWords.PresetNames()),
            maybe("replace", Fixed.of("word", "replace", "in place of the one there is"))),
    DIFF(
            "says what loading a preset would change, old -> new; nothing is applied",
            always(Risk.READS),
            given -> new DeskCommand.DiffPreset(given.word("preset-name").orElseThrow(), given.preset()),
            one("preset", Fixed.of("object", "preset", "a named set of parameters")),
            one("preset-name", new ParameterWords.Presets())),
    PRESETS("lists the presets and what they change", always(Risk.READS), given -> new ScreenCommand.Help("presets")),
    UNDO(
            "takes back the last parameter change, or lists what can be taken back; trades stay",
            Verb::riskOfUndo,
            given -> given.word("list").isPresent() ? new DeskCommand.UndoList() : new DeskCommand.Undo(),
            maybe("list", Fixed.of("word", "list", "what can be taken back"))),
    REDO("makes an undone parameter change again", Verb::riskOfRedo, given -> new DeskCommand.Redo()),
    SHOW(
            "prints to the log",
            always(Risk.READS),
            given -> new DeskCommand.Show(DeskCommand.Show.Subject.valueOf(
                    given.word("subject").orElseThrow().toUpperCase(Locale.ROOT))),
            one(
                    "subject",
                    Fixed.of(
                            "subject",
                            "orders",
                            "own orders",
                            "fills",
                            "last fills",
                            "params",
                            "all parameters with source",
                            "stats",
                            "sums of the session",
                            "health",
                            "streams and requests",
                            "alerts",
                            "alerts so far"))),
    VENUE(
            "has the simulated venue go wrong or move otherwise, to rehearse; a real venue is never told",
            always(Risk.CHANGES),
            given -> new DeskCommand.Rehearse(
                    DeskCommand.Rehearse.What.valueOf(
                            given.word("what").orElseThrow().toUpperCase(Locale.ROOT)),
                    given.word("name").orElse(""),
                    given.length()),
            one("what", VenueWords.WHAT),
            maybe("name", new VenueWords.Name()),
            maybe("length", new VenueWords.Length())),
    THEME(
            "changes the colours",
            always(Risk.READS),
            given -> new ScreenCommand.UseTheme(given.word("theme").orElseThrow()),
            one("theme", new Vocabularies.Names("theme", "NAME", Surroundings::themeNames))),
    LAYOUT(
            "divides the screen another way, as far as its size allows",
            always(Risk.READS),
            given -> new ScreenCommand.UseLayout(layout(given.word("layout").orElseThrow())),
            one(
                    "layout",
                    Fixed.of(
                            "layout",
                            "auto",
                            "as the size allows",
                            "tiny",
                            "own orders and ratio",
                            "narrow",
                            "book, orders, balances, fills, log",
                            "wide",
                            "with the market, from 100 columns",
                            "full",
                            "with tape, parameters and health, from 160 columns",
                            "next",
                            "the next one, as F9"))),
    ZOOM(
            "shows one pane alone, by its name or the chosen one; off or another zoom goes back",
            always(Risk.READS),
            given -> zoom(given.word("pane").orElse("")),
            maybe("pane", new Vocabularies.Names("pane", "PANE", surroundings -> panes()))),
    FREEZE(
            "stops book, fills and log for 60 s at most; status, alerts and orders stay live",
            always(Risk.READS),
            given -> new ScreenCommand.Freeze(given.word("off").isEmpty()),
            maybe("off", Fixed.of("option", "off", "live again"))),
    MOUSE(
            "lets the mouse choose and scroll panes; off leaves it to the terminal's own selection",
            always(Risk.READS),
            given -> new ScreenCommand.Mouse(given.word("switch").orElseThrow().equals("on")),
            one("switch", Fixed.of("option", "on", "choose and scroll", "off", "select text, as the terminal does"))),
    FPS(
            "how many frames a second are painted at most",
            always(Risk.READS),
            given -> new ScreenCommand.FramesPerSecond(
                    Integer.parseInt(given.word("frames").orElseThrow())),
            one("frames", new Vocabularies.Whole("fps", 1, 30))),
    ACK("acknowledges all alerts", always(Risk.READS), given -> new DeskCommand.Acknowledge()),
    HELP(
            "explains a verb or a parameter",
            always(Risk.READS),
            given -> new ScreenCommand.Help(given.word("topic").orElse("")),
            maybe("topic", new Vocabularies.Names("topic", "TOPIC", surroundings -> Verb.topics()))),
    QUIT(
            "cancels all own orders, verifies that the venue shows none, and leaves; --keep leaves them there",
            Verb::riskOfQuit,
            given -> new DeskCommand.Quit(given.word("keep").isPresent()),
            maybe("keep", Fixed.of("option", "--keep", "leave the orders on the venue")));

    private final String help;
    private final Function<Given, Risk> risk;
    private final Function<Given, Command> build;
    private final List<Slot> slots;

    Verb(String help, Function<Given, Risk> risk, Function<Given, Command> build, Slot... slots) {
        this.help = help;
        this.risk = risk;
        this.build = build;
        this.slots = List.of(slots);
    }

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line for the operator. */
    String help() {
        return help;
    }

    List<Slot> slots() {
        return slots;
    }

    /** Whether all slots may be filled again and again. */
    boolean repeats() {
        return this == SET;
    }

    /** What the command may cost. */
    Risk risk(Given given) {
        return risk.apply(given);
    }

    /** Words that are legal one by one may not be so together: {@link IllegalArgumentException} with one line. */
    void check(Given given) {
        if (this == SET) {
            given.parameters().with(given.changes());
        } else if (this == SAVE) {
            given.requireFreeName();
        }
    }

    Command build(Given given) {
        return build.apply(given);
    }

    /** {@code pause [bid|ask] [for LENGTH]}. */
    String usage() {
        var text = new StringBuilder(word());
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            boolean opens = slot.presence() == Slot.Presence.OPTIONAL;
            boolean more = i + 1 < slots.size() && slots.get(i + 1).presence() == Slot.Presence.WITH_PREVIOUS;
            text.append(opens ? " [" : " ").append(slot.vocabulary().usage());
            text.append(more || slot.presence() == Slot.Presence.ALWAYS ? "" : "]");
        }
        return text + (repeats() ? "..." : "");
    }

    static Verb named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static List<Verb> all() {
        return List.of(values());
    }

    private static Function<Given, Risk> always(Risk risk) {
        return given -> risk;
    }

    private static Risk riskOfSet(Given given) {
        return riskOf(given, given.changes());
    }

    private static Risk riskOf(Given given, Map<String, String> changes) {
        var now = given.parameters();
        return Risk.of(now, now.with(changes));
    }

    private static Risk riskOfLoad(Given given) {
        return riskOf(given, given.preset());
    }

    private static Risk riskOfUndo(Given given) {
        return given.word("list").isPresent()
                ? Risk.READS
                : riskOf(given, given.surroundings().undoValues());
    }

    private static Risk riskOfRedo(Given given) {
        return riskOf(given, given.surroundings().redoValues());
    }

    private static Risk riskOfRebalance(Given given) {
        return switch (given.word("mode").orElseThrow()) {
            case "now" -> Risk.RAISES;
            case "stop" -> Risk.LOWERS;
            case "dry" -> Risk.READS;
            default -> Risk.CHANGES;
        };
    }

    private static Risk riskOfQuit(Given given) {
        return given.word("keep").isPresent() ? Risk.ABANDONS : Risk.LOWERS;
    }

    private static Command set(Given given) {
        return new DeskCommand.SetParameters(given.changes());
    }

    private static Command save(Given given) {
        return new DeskCommand.SavePreset(
                given.word("preset-name").orElseThrow(), given.word("replace").isPresent());
    }

    private static Command cancel(Given given) {
        var which = given.word("orders").orElseThrow();
        return switch (which) {
            case "all" -> new DeskCommand.Cancel(null, null);
            case "bid" -> new DeskCommand.Cancel(Side.BID, null);
            case "ask" -> new DeskCommand.Cancel(Side.ASK, null);
            default -> new DeskCommand.Cancel(null, which);
        };
    }

    private static Command rebalance(Given given) {
        var mode = given.word("mode").orElseThrow();
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

    private static List<String> panes() {
        return Stream.concat(PaneName.words().stream(), Stream.of("off")).toList();
    }

    private static List<String> cancellable(Surroundings surroundings) {
        return Stream.concat(Stream.of("all", "bid", "ask"), surroundings.orderTags().stream())
                .toList();
    }

    static List<String> topics() {
        return Stream.concat(all().stream().map(Verb::word), Parameter.keys().stream())
                .distinct()
                .toList();
    }
}
