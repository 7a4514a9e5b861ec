package makerdeck.console.pane.widget;

import makerdeck.console.theme.Role;
import makerdeck.console.theme.Theme;
import makerdeck.console.tty.FrameScreen;

/** Where panes draw: cells, colours and characters together. UI thread only. */
public final class Canvas {

    private final FrameScreen screen;
    private final Theme theme;
    private final Glyphs glyphs;
    private final PaneAreas areas = new PaneAreas();

    public Canvas(FrameScreen screen, Theme theme, Glyphs glyphs) {
        this.screen = screen;
        this.theme = theme;
        this.glyphs = glyphs;
    }

    public Area whole() {
        var size = screen.getTerminalSize();
        return new Area(0, 0, size.getColumns(), size.getRows());
    }

    /** Where the panes of this frame are. */
    public PaneAreas places() {
        return areas;
    }

    /** What stands for all that was drawn: another one means that it is lost. */
    public Object paper() {
        return screen.paper();
    }

    public Theme theme() {
        return theme;
    }

    public Glyphs glyphs() {
        return glyphs;
    }

    /** A row of an area, counted from its top; a row outside draws nothing. */
    public Strip strip(Area area, int row) {
        return strip(area, row, Role.TEXT);
    }

    /** A row with the background of a role. */
    public Strip strip(Area area, int row, Role ground) {
        boolean inside = row >= 0 && row < area.height();
        return new Strip(screen, theme, ground, area.x(), area.y() + row, inside ? area.width() : 0);
    }

    /** Empties an area. */
    public void blank(Area area) {
        for (int row = 0; row < area.height(); row++) {
            strip(area, row).end();
        }
    }
}
