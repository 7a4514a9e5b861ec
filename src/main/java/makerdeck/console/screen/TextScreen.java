package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.KeyHint;
import makerdeck.console.pane.TitleRow;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Scrolling;
import makerdeck.console.pane.widget.Wrapped;

/** A page of text, such as help or what there is to say of one row; asked for anew with every frame. */
public final class TextScreen implements FullScreen {

    private final String title;
    private final Function<View, List<TextLine>> lines;
    private final boolean passing;
    private final Scrolling scrolling = new Scrolling();

    private TextScreen(String title, Function<View, List<TextLine>> lines, boolean passing) {
        this.title = title;
        this.lines = lines;
        this.passing = passing;
    }

    /** Text that stays as it is and goes with the next command. */
    public static TextScreen fixed(String title, List<String> text) {
        var lines = text.stream().map(TextLine::of).toList();
        return new TextScreen(title, view -> lines, true);
    }

    /** Text that goes with the next command, asked for anew with every frame. */
    public static TextScreen read(String title, Function<View, List<TextLine>> lines) {
        return new TextScreen(title, lines, true);
    }

    /** Text that follows the desk and stays until it is closed. */
    public static TextScreen live(String title, Function<View, List<TextLine>> lines) {
        return new TextScreen(title, lines, false);
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var rows = new ArrayList<TextLine>();
        for (var line : lines.apply(view)) {
            Wrapped.table(line.text(), area.width() - 2).forEach(row -> rows.add(new TextLine(line.role(), row)));
        }
        var body = area.below(1);
        scrolling.fit(rows.size(), body.height());
        TitleRow.paint(canvas, area, title, position(rows.size(), view));
        for (int i = 0; i < body.height(); i++) {
            var strip = canvas.strip(body, i);
            if (scrolling.skipped() + i < rows.size()) {
                var row = rows.get(scrolling.skipped() + i);
                strip.put(row.role(), " " + row.text());
            }
            strip.end();
        }
    }

    private String position(int rows, View view) {
        var closes = KeyBinding.BACK.key();
        return rows <= scrolling.page()
                ? view.say("console.page.whole", closes)
                : view.say(
                        "console.page.part",
                        scrolling.skipped() + 1,
                        Math.min(rows, scrolling.skipped() + scrolling.page()),
                        rows,
                        KeyBinding.PAGE_UP.key(),
                        KeyBinding.PAGE_DOWN.key(),
                        closes);
    }

    @Override
    public List<KeyHint> hints(View view) {
        var hints = new ArrayList<KeyHint>();
        hints.add(KeyHint.of(KeyBinding.BACK, "console.key.back"));
        if (scrolling.moves()) {
            hints.add(KeyHint.of(KeyBinding.PAGE_DOWN, "console.key.scroll"));
            hints.add(KeyHint.of(KeyBinding.FIRST_ROW, "console.key.first"));
            hints.add(KeyHint.of(KeyBinding.LAST_ROW, "console.key.last"));
        }
        hints.add(KeyHint.of(KeyBinding.HALT, "console.key.halt"));
        return hints;
    }

    @Override
    public void press(Action.Full key, ScreenErrands errands) {
        scrolling.press(key);
        if (key == Action.Full.COPY) {
            errands.copy(title);
        }
    }

    @Override
    public boolean isPassing() {
        return passing;
    }
}
