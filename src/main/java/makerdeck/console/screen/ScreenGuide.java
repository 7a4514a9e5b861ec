package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.List;
import makerdeck.command.PaneName;
import makerdeck.console.keys.Action;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.KeyHint;
import makerdeck.console.pane.PanePicture;
import makerdeck.console.pane.TitleRow;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** Explains the screen, part by part: each as it is at that moment, and below it what it means. UI thread only. */
public final class ScreenGuide implements FullScreen {

    private static final int TALLEST = 14;

    /** @param pane null for the parts that are none */
    private record Part(Message title, @Nullable PaneName pane, List<Message> about) {}

    private final List<Part> parts = parts();
    private final PanePicture picture = new PanePicture();
    private int at;
    private int skipped;
    private int page = 1;
    private int deepest;

    private static List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Part(Message.of("command.about.status"), null, PaneName.about("status")));
        for (var pane : PaneName.values()) {
            parts.add(new Part(pane.title(), pane, pane.about()));
        }
        parts.add(new Part(Message.of("command.about.line"), null, PaneName.about("line")));
        return List.copyOf(parts);
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var part = parts.get(at);
        TitleRow.paint(
                canvas,
                area,
                view.say("console.guide.title", part.title()),
                view.say("console.of", at + 1, parts.size()));
        var body = area.below(1);
        int tall = part.pane() == null ? 1 : Math.min(TALLEST, body.height() / 2);
        var shown = body.top(tall);
        canvas.blank(shown);
        if (part.pane() != null) {
            picture.paint(canvas, part.pane(), shown, view);
        } else if (at == 0) {
            picture.status(canvas, shown, view);
        }
        text(canvas, body.below(tall), part, view);
    }

    private void text(Canvas canvas, Area area, Part part, View view) {
        var rows = new ArrayList<String>();
        for (var about : part.about()) {
            rows.add("");
            rows.addAll(Wrapped.rows(view.say(about), Math.max(1, area.width() - 4), 2));
        }
        page = Math.max(1, area.height());
        deepest = Math.max(0, rows.size() - page);
        skipped = Math.min(skipped, deepest);
        for (int i = 0; i < area.height(); i++) {
            var strip = canvas.strip(area, i);
            if (skipped + i < rows.size()) {
                strip.put(Role.TEXT, "  " + rows.get(skipped + i));
            }
            strip.end();
        }
    }

    @Override
    public List<KeyHint> hints(View view) {
        return List.of(
                KeyHint.of(KeyBinding.NEXT_COLUMN, "console.key.next"),
                KeyHint.of(KeyBinding.PREVIOUS_COLUMN, "console.key.previous"),
                KeyHint.of(KeyBinding.BACK, "console.key.back"),
                KeyHint.of(KeyBinding.PAGE_DOWN, "console.key.scroll"),
                KeyHint.of(KeyBinding.HALT, "console.key.halt"));
    }

    @Override
    public void press(Action.Full key, ScreenErrands errands) {
        switch (key) {
            case RIGHT, OPEN -> turn(1);
            case LEFT -> turn(-1);
            case DOWN -> scroll(1);
            case UP -> scroll(-1);
            case PAGE_DOWN -> scroll(page);
            case PAGE_UP -> scroll(-page);
            case TOP -> turn(-at);
            case BOTTOM -> turn(parts.size() - 1 - at);
            default -> {}
        }
    }

    private void turn(int steps) {
        at = Math.floorMod(at + steps, parts.size());
        skipped = 0;
    }

    private void scroll(int rows) {
        skipped = Math.max(0, Math.min(deepest, skipped + rows));
    }
}
