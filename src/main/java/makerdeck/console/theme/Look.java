package makerdeck.console.theme;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a theme file wants a role to look. Immutable.
 *
 * @param background null: whatever is behind it
 */
record Look(TextColor foreground, @Nullable TextColor background, Set<SGR> attributes) {

    static final Look PLAIN = new Look(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, Set.of());

    Look {
        attributes = Set.copyOf(attributes);
    }

    /** With a background for certain: its own or the one behind it. */
    Pen on(Look ground) {
        var behind = background;
        if (behind == null) {
            behind = ground.background == null ? TextColor.ANSI.DEFAULT : ground.background;
        }
        var modifiers = EnumSet.noneOf(SGR.class);
        modifiers.addAll(attributes);
        return new Pen(foreground, behind, modifiers);
    }
}
