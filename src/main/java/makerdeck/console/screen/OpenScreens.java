package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import makerdeck.console.keys.Action;
import makerdeck.console.tty.MouseReport;

/** The screens that are open, each over the one it was opened from. UI thread only. */
public final class OpenScreens {

    private static final int WHEEL = 3;

    private final List<FullScreen> open = new ArrayList<>();

    public boolean isOpen() {
        return !open.isEmpty();
    }

    /** The one in sight. */
    public Optional<FullScreen> top() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    /** Over what is open. */
    public void add(FullScreen screen) {
        open.add(screen);
    }

    /** In place of all that is open. */
    public void show(FullScreen screen) {
        open.clear();
        open.add(screen);
    }

    /** A command was given: what was only to be read is done with. */
    public void closePassing() {
        while (top().filter(FullScreen::isPassing).isPresent()) {
            close();
        }
    }

    /** The panes are wanted. */
    public void closeAll() {
        open.clear();
    }

    /** One step back; false when nothing is open. */
    public boolean back() {
        var top = top();
        if (top.isPresent() && !top.get().back()) {
            close();
        }
        return top.isPresent();
    }

    private void close() {
        open.remove(open.size() - 1);
    }

    /** The wheel moves the cursor, a click puts it on a row. */
    public void mouse(MouseReport report, ScreenErrands errands) {
        top().ifPresent(screen -> {
            switch (report.kind()) {
                case PRESS -> screen.click(report.row());
                case WHEEL_UP -> screen.wheel(-WHEEL, errands);
                case WHEEL_DOWN -> screen.wheel(WHEEL, errands);
            }
        });
    }

    /** False when nothing is open that could take the key. What is only to be read is closed by what opens. */
    public boolean press(Action.Full key, ScreenErrands errands) {
        var top = top();
        if (key == Action.Full.OPEN && top.filter(FullScreen::isPassing).isPresent()) {
            close();
        } else {
            top.ifPresent(screen -> screen.press(key, errands));
        }
        return top.isPresent();
    }
}
