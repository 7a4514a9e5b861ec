package makerdeck.console.theme;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A look for every role. UI thread only: its pens keep what they draw. */
public final class Theme {

    private final String name;
    private final Map<Role, Look> looks = new EnumMap<>(Role.class);
    private final Map<Role, List<Pen>> shades = new EnumMap<>(Role.class);
    /** By ground, then by role. */
    private final @Nullable Pen[][] pens = new Pen[Role.values().length][Role.values().length];

    Theme(String name, Map<Role, Look> looks) {
        this.name = name;
        this.looks.putAll(looks);
        for (var role : Role.values()) {
            this.looks.putIfAbsent(role, Look.PLAIN);
        }
    }

    public String name() {
        return name;
    }

    /** Whether nothing looks different in the other one. */
    public boolean looksLike(Theme other) {
        return looks.equals(other.looks);
    }

    /** The pen of a role on the background of the screen. */
    public Pen pen(Role role) {
        return pen(role, Role.TEXT);
    }

    /** The pen of a role on the background of another one, unless it has a background of its own. */
    public Pen pen(Role role, Role ground) {
        var known = pens[ground.ordinal()];
        var pen = known[role.ordinal()];
        if (pen == null) {
            pen = make(role, ground);
            known[role.ordinal()] = pen;
        }
        return pen;
    }

    /**
     * The pen whose background is so many steps from that of one role to that of another; where a theme has no mixed
     * colours, that of the first.
     */
    public Pen shade(Role from, Role to, int step, int steps) {
        var all = shades.computeIfAbsent(from, role -> shades(role, to, steps));
        return all.get(Math.max(0, Math.min(all.size() - 1, step)));
    }

    private List<Pen> shades(Role from, Role to, int steps) {
        var one = pen(from).background();
        var other = pen(to).background();
        var all = new ArrayList<Pen>();
        for (int step = 0; step < steps; step++) {
            all.add(new Pen(
                    TextColor.ANSI.DEFAULT,
                    Colour.between(one, other, step, Math.max(1, steps - 1)),
                    EnumSet.noneOf(SGR.class)));
        }
        return all;
    }

    /** Whether a role has a background that stands out from the screen's, so that blanks of it can be seen. */
    public boolean fills(Role role) {
        return !pen(role).background().equals(pen(Role.TEXT).background());
    }

    private Pen make(Role role, Role ground) {
        var behind = look(ground).background() == null ? look(Role.TEXT) : look(ground);
        return look(role).on(behind);
    }

    Look look(Role role) {
        return looks.getOrDefault(role, Look.PLAIN);
    }
}
