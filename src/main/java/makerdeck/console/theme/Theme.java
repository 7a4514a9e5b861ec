package makerdeck.console.theme;

import java.util.EnumMap;
import java.util.Map;

/** A look for every role. UI thread only: its pens keep what they draw. */
public final class Theme {

    private final String name;
    private final Map<Role, Look> looks = new EnumMap<>(Role.class);
    private final Map<Role, Map<Role, Pen>> pens = new EnumMap<>(Role.class);

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
        return pens.computeIfAbsent(ground, g -> new EnumMap<>(Role.class)).computeIfAbsent(role, r -> make(r, ground));
    }

    private Pen make(Role role, Role ground) {
        var behind = look(ground).background() == null ? look(Role.TEXT) : look(ground);
        return look(role).on(behind);
    }

    Look look(Role role) {
        return looks.getOrDefault(role, Look.PLAIN);
    }
}
