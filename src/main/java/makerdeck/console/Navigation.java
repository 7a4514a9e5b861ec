package makerdeck.console;

import java.time.Clock;
import java.util.List;
import makerdeck.command.ChartSpan;
import makerdeck.command.CommandLanguage;
import makerdeck.command.PaneName;
import makerdeck.command.ScreenName;
import makerdeck.console.keys.Action;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.Page;
import makerdeck.console.pane.PaneFocus;
import makerdeck.console.pane.widget.PaneAreas;
import makerdeck.console.screen.AlertSubject;
import makerdeck.console.screen.FullScreen;
import makerdeck.console.screen.KeysPage;
import makerdeck.console.screen.OpenScreens;
import makerdeck.console.screen.Palette;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.console.screen.ScreenErrands;
import makerdeck.console.tty.MouseReport;
import makerdeck.snapshot.Alert;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/** Where the operator is: which screens are open, which pane is chosen, and where the keys lead from there. UI thread
 * only. */
final class Navigation {

    private final Clock clock;
    private final ScreenCatalogue catalogue;
    private final OpenScreens screens;
    private final Palette palette;
    private final ScreenErrands errands;
    private PaneFocus focus = PaneFocus.NONE;
    private ChartSpan span = ChartSpan.HOUR;

    // Of the last frame.
    private PaneAreas areas = new PaneAreas();
    private @Nullable Alert alert;
    private boolean paletteOpen;

    Navigation(Clock clock, ScreenCatalogue catalogue, Palette palette, OpenScreens screens, ScreenErrands errands) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.palette = palette;
        this.screens = screens;
        this.errands = errands;
    }

    /** Null while the panes are in sight. */
    @Nullable
    Page page() {
        return paletteOpen ? palette : screens.top().orElse(null);
    }

    PaneFocus focus() {
        return focus;
    }

    ChartSpan span() {
        return span;
    }

    void use(ChartSpan wanted) {
        span = wanted;
    }

    /** What the next frame is made of. */
    void see(LineView line) {
        var typed = line.text();
        boolean opens = !paletteOpen && typed.startsWith(LineView.PALETTE);
        paletteOpen = typed.startsWith(LineView.PALETTE);
        if (paletteOpen) {
            palette.see(typed.substring(LineView.PALETTE.length()).strip(), opens);
        }
    }

    /** Where everything was in the last frame, and the alerts that it knew. */
    void painted(PaneAreas where, List<Alert> alerts) {
        areas = where;
        alert = Alert.gravest(alerts).orElse(null);
    }

    /** A command was typed: what was only to be read is done with. */
    void beginCommand() {
        screens.closePassing();
    }

    /** Opens a full screen in place of what is open. */
    void show(ScreenName name) {
        catalogue.open(name).ifPresent(this::show);
    }

    void show(FullScreen screen) {
        screens.show(screen);
    }

    boolean isScreenOpen() {
        return screens.isOpen();
    }

    /** False when it is not a full screen that is in sight. */
    boolean closeScreens() {
        boolean inSight = !paletteOpen && screens.isOpen();
        if (inSight) {
            screens.closeAll();
        }
        return inSight;
    }

    /** A key of the open screen, if there is one still. */
    boolean press(Action.Full key) {
        if (paletteOpen) {
            palette.press(key);
            return true;
        }
        return screens.press(key, errands);
    }

    /** The line that looked for something in the palette was ended. */
    void take(String query) {
        palette.take(query, errands);
    }

    /** All keys and commands, those of the open screen first. */
    void keys(CommandLanguage language, Speech speech) {
        screens.closePassing();
        screens.add(KeysPage.of(screens.top(), language, speech));
    }

    /** Something to be read, over what is open. */
    void read(FullScreen text) {
        screens.closePassing();
        screens.add(text);
    }

    /** A pane alone, by name or the chosen one; or all of them again. In either case it is the panes that are wanted. */
    void zoom(@Nullable PaneName pane, boolean on) {
        screens.closeAll();
        focus = pane == null && on ? focus.toggleZoom() : focus.zoom(pane);
    }

    /** The key that ends a line, on an empty one: opens what the alert is about, or zooms the chosen pane and back. */
    void enter() {
        if (screens.press(Action.Full.OPEN, errands)) {
            return;
        }
        var shown = alert;
        if (focus.chosen() == null && shown != null) {
            show(AlertSubject.screen(shown));
        } else {
            focus = focus.toggleZoom();
        }
    }

    /** One step back to how the screen usually is. */
    void back() {
        if (!screens.back()) {
            focus = focus.back();
        }
    }

    void nextPane(int step) {
        focus = focus.next(step, areas);
    }

    /** Scrolls the open page, or else the chosen pane. */
    void page(int pages) {
        if (!press(pages < 0 ? Action.Full.PAGE_UP : Action.Full.PAGE_DOWN)) {
            focus = focus.page(pages, areas, clock.instant());
        }
    }

    void top() {
        if (!screens.press(Action.Full.TOP, errands)) {
            focus = focus.top(clock.instant());
        }
    }

    void follow() {
        if (!screens.press(Action.Full.BOTTOM, errands)) {
            focus = focus.follow();
        }
    }

    /** To the right for a positive number, where the chosen pane has something to that side. */
    void sideways(int steps) {
        span = focus.chosen() == PaneName.MARKET ? span.by(steps) : span;
    }

    void filter(String text) {
        screens.top().ifPresentOrElse(screen -> screen.filter(text), () -> focus = focus.filter(text));
    }

    void mouse(MouseReport report) {
        if (screens.isOpen()) {
            screens.mouse(report, errands);
            return;
        }
        focus = switch (report.kind()) {
            case PRESS -> focus.click(report.column(), report.row(), areas);
            case WHEEL_UP -> focus.wheel(-1, report.column(), report.row(), areas, clock.instant());
            case WHEEL_DOWN -> focus.wheel(1, report.column(), report.row(), areas, clock.instant());
        };
    }
}
