package makerdeck.console.pane;

import java.util.List;
import java.util.Map;
import makerdeck.command.ChartSpan;
import makerdeck.command.LayoutName;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has made of the screen. Immutable.
 *
 * @param page null while the panes are on the screen
 * @param question null when nothing waits for an answer
 * @param span how much time the market's line shows
 * @param frozen null while everything is live
 * @param preset what the desk's preset says, by parameter
 * @param notices the console's own, oldest first
 * @param strip what a newcomer is told to do next, null when nobody is led
 */
public record ScreenOptions(
        @Nullable Page page,
        @Nullable Question question,
        PaneFocus focus,
        LayoutName layout,
        ChartSpan span,
        @Nullable Frozen frozen,
        Map<String, String> preset,
        List<Notice> notices,
        @Nullable Message strip) {

    public ScreenOptions {
        preset = Map.copyOf(preset);
        notices = List.copyOf(notices);
    }

    /** Of an operator who is not led. */
    public ScreenOptions(
            @Nullable Page page,
            @Nullable Question question,
            PaneFocus focus,
            LayoutName layout,
            ChartSpan span,
            @Nullable Frozen frozen,
            Map<String, String> preset,
            List<Notice> notices) {
        this(page, question, focus, layout, span, frozen, preset, notices, null);
    }
}
