package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import makerdeck.command.CommandLanguage;
import makerdeck.command.Completion;
import makerdeck.command.Parsed;
import makerdeck.console.keys.Action;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.KeyHint;
import makerdeck.console.pane.Page;
import makerdeck.console.pane.TitleRow;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Cut;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.message.Message;
import makerdeck.words.Speech;

/**
 * Everything that can be typed, found by a few letters of it: commands, screens, panes, presets, themes, parameters.
 * Open while the line begins with its sign. UI thread only.
 */
public final class Palette implements Page {

    private static final String COMMAND = "console.palette.command";

    /** Explanations have the words of all that they explain: what they explain comes first. */
    private static final int EXPLANATION = 80;

    private static final int BY_LINE = 1000;

    /** Words that begin commands whose next word is offered too, and what kind of thing that is. */
    private static final List<Offered> OFFERED = List.of(
            new Offered("console.palette.screen", "show"),
            new Offered("console.palette.pane", "zoom"),
            new Offered("console.palette.preset", "load", "preset"),
            new Offered("console.palette.theme", "theme"),
            new Offered("console.palette.layout", "layout"),
            new Offered("console.palette.parameter", "set"),
            new Offered("console.palette.fault", "venue", "fault"),
            new Offered(COMMAND, "why"),
            new Offered(COMMAND, "chart"),
            new Offered(COMMAND, "rebalance"),
            new Offered(COMMAND, "pause"),
            new Offered(COMMAND, "resume"),
            new Offered(COMMAND, "cancel"),
            new Offered("console.palette.help", "help"));

    private record Offered(String kind, String... words) {

        String beginning() {
            return String.join(" ", words) + " ";
        }
    }

    /** @param line as it is typed; with a blank at its end where something is still wanted */
    private record Entry(String line, String kind, String about) {

        String found() {
            return line + " " + about;
        }
    }

    private final CommandLanguage language;
    private final Speech speech;
    private List<Entry> entries = List.of();
    private String query = "";
    private List<Entry> matching = List.of();
    private int chosen;
    private int page = 1;

    public Palette(CommandLanguage language, Speech speech) {
        this.language = language;
        this.speech = speech;
    }

    /** What is typed behind the sign; what there is to find is looked up anew when the palette opens. */
    public void see(String typed, boolean opens) {
        if (opens) {
            entries = entries();
        }
        if (opens || !typed.equals(query)) {
            query = typed;
            chosen = 0;
            matching = matching(typed);
        }
    }

    private List<Entry> entries() {
        var all = new ArrayList<Entry>();
        for (var verb : language.complete("", 0)) {
            all.add(new Entry(ended(verb.value()), COMMAND, speech.say(verb.description())));
        }
        for (var offered : OFFERED) {
            var before = offered.beginning();
            language.complete(before, before.length()).forEach(next -> all.add(entry(before, offered.kind(), next)));
        }
        all.sort(Comparator.comparing(Entry::line));
        return all;
    }

    private Entry entry(String before, String kind, Completion next) {
        return new Entry(ended(before + next.value()), kind, speech.say(next.description()));
    }

    /** With a blank behind it where the command is not complete. */
    private String ended(String line) {
        return language.parse(line) instanceof Parsed.Commands ? line : line + " ";
    }

    private List<Entry> matching(String typed) {
        record Found(Entry entry, int score) {}

        var found = new ArrayList<Found>();
        for (var entry : entries) {
            int less = entry.kind().equals(OFFERED.get(OFFERED.size() - 1).kind()) ? EXPLANATION : 0;
            // What is typed counts more than what is said of it.
            var byLine = Fuzzy.score(entry.line(), typed);
            if (byLine.isPresent()) {
                found.add(new Found(entry, byLine.getAsInt() + BY_LINE - less));
            } else if (typed.length() > 2 && Filter.matches(entry.found() + " " + speech.say(entry.kind()), typed)) {
                found.add(new Found(entry, -less));
            }
        }
        if (!typed.isBlank()) {
            found.sort(Comparator.comparingInt(Found::score).reversed());
        }
        return found.stream().map(Found::entry).toList();
    }

    /** Puts what is chosen on the line, or runs it where that costs nothing. */
    public void take(String typed, ScreenErrands errands) {
        see(typed, entries.isEmpty());
        if (matching.isEmpty()) {
            errands.say(Message.of("console.palette.none", typed));
        } else {
            errands.command(matching.get(chosen).line());
        }
    }

    public void press(Action.Full key) {
        chosen = switch (key) {
            case UP -> Math.floorMod(chosen - 1, Math.max(1, matching.size()));
            case DOWN -> Math.floorMod(chosen + 1, Math.max(1, matching.size()));
            case PAGE_UP -> Math.max(0, chosen - page);
            case PAGE_DOWN -> Math.max(0, Math.min(matching.size() - 1, chosen + page));
            default -> chosen;
        };
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var body = area.below(1);
        page = Math.max(1, body.height());
        TitleRow.paint(
                canvas,
                area,
                view.say("console.palette.title") + " " + LineView.PALETTE + query,
                view.say("console.of", matching.isEmpty() ? 0 : chosen + 1, matching.size()));
        canvas.blank(body);
        if (matching.isEmpty()) {
            TextRows.paint(canvas, body, view.say("console.palette.none", query), Role.DIM);
            return;
        }
        int first = Math.max(0, Math.min(matching.size() - page, chosen - page / 2));
        int kinds =
                widest(matching.stream().map(entry -> view.say(entry.kind())).toList());
        int lines =
                Math.min(widest(matching.stream().map(Entry::line).toList()), Math.max(8, area.width() / 2 - kinds));
        for (int i = 0; i < Math.min(page, matching.size() - first); i++) {
            var entry = matching.get(first + i);
            boolean here = first + i == chosen;
            var ground = here ? Role.POPUP_CHOSEN : Role.TEXT;
            var strip = canvas.strip(body, i, ground)
                    .put(ground, here ? "> " : "  ")
                    .left(here ? ground : Role.KEY, Cut.name(entry.line().strip(), lines), lines)
                    .skip(2)
                    .left(here ? ground : Role.LABEL, view.say(entry.kind()), kinds)
                    .skip(2);
            strip.put(here ? ground : Role.DIM, Cut.to(entry.about(), strip.room()))
                    .end();
        }
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(Widths::of).max().orElse(0);
    }

    @Override
    public List<KeyHint> hints(View view) {
        return List.of();
    }
}
