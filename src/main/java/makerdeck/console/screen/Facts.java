package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.List;
import makerdeck.console.pane.View;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** What there is to say of one row: names in a column, what they stand for behind them. UI thread only. */
final class Facts {

    private static final int NAMES = 14;

    private final View view;
    private final List<TextLine> lines = new ArrayList<>();

    Facts(View view) {
        this.view = view;
    }

    /** {@code name} is a key of the bundles; what is empty or null is left out. */
    Facts add(String name, @Nullable String value) {
        return add(name, Role.TEXT, value);
    }

    Facts add(String name, Role role, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            line(role, view.say(name), value);
        }
        return this;
    }

    Facts add(String name, Message value) {
        return add(name, view.say(value));
    }

    /** With a name that is none of the bundles'. */
    Facts line(Role role, String name, String value) {
        lines.add(new TextLine(role, name + " ".repeat(Math.max(2, NAMES - Widths.of(name))) + value));
        return this;
    }

    Facts heading(String name) {
        if (!lines.isEmpty()) {
            lines.add(TextLine.of(""));
        }
        lines.add(new TextLine(Role.TITLE, view.say(name)));
        return this;
    }

    Facts sentence(Role role, String text) {
        lines.add(new TextLine(role, text));
        return this;
    }

    List<TextLine> lines() {
        return List.copyOf(lines);
    }
}
