package makerdeck.console.pane;

import java.util.List;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;

/** What takes the place of all panes. It draws every cell of its area. UI thread only. */
public interface Page {

    void paint(Canvas canvas, Area area, View view);

    /** The keys that do something here, the more needed ones first: the row of hints tells as many as fit. */
    List<KeyHint> hints(View view);
}
