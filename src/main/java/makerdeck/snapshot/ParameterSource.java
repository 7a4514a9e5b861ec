package makerdeck.snapshot;

import java.util.Locale;
import makerdeck.message.Message;

/**
 * Where a parameter's value comes from, or what changes it.
 *
 * @param preset its name where a preset is the source, else empty
 */
public record ParameterSource(Kind kind, String preset) {

    public static final ParameterSource DEFAULT = new ParameterSource(Kind.DEFAULT, "");
    public static final ParameterSource FLAG = new ParameterSource(Kind.FLAG, "");
    public static final ParameterSource COMMAND = new ParameterSource(Kind.COMMAND, "");
    public static final ParameterSource START = new ParameterSource(Kind.START, "");
    public static final ParameterSource UNDO = new ParameterSource(Kind.UNDO, "");
    public static final ParameterSource REDO = new ParameterSource(Kind.REDO, "");

    /** What it is that sets a value. */
    public enum Kind {
        DEFAULT,
        FLAG,
        COMMAND,
        PRESET,
        /** The end of a preset's time. */
        PRESET_OVER,
        START,
        UNDO,
        REDO
    }

    public static ParameterSource preset(String name) {
        return new ParameterSource(Kind.PRESET, name);
    }

    public static ParameterSource presetOver(String name) {
        return new ParameterSource(Kind.PRESET_OVER, name);
    }

    /** Whether somebody has set this very value: by a flag or a command. */
    public boolean isByHand() {
        return kind == Kind.FLAG || kind == Kind.COMMAND;
    }

    /** For programs: {@code flag}, {@code preset NAME}. */
    public String word() {
        return preset.isEmpty() ? kindWord() : kindWord() + " " + preset;
    }

    /** For people. */
    public Message text() {
        var key = "snapshot.source." + kindWord();
        return preset.isEmpty() ? Message.of(key) : Message.of(key, preset);
    }

    private String kindWord() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
