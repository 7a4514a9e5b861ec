package makerdeck.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * How the operator wants the screen. Immutable.
 *
 * @param framesPerSecond painted at most, 1..30
 * @param theme name of a theme; one that cannot be used is reported on the screen and the shipped dark one taken
 * @param history file of the lines typed, readable by its owner only; null: they are forgotten
 * @param themeFolders searched in this order before the shipped themes
 * @param speech in which the console speaks
 * @param environment of the process: {@code TERM}, {@code COLORTERM}, {@code NO_COLOR}, {@code LANG} and the like
 */
public record ConsoleSettings(
        int framesPerSecond,
        String theme,
        @Nullable Path history,
        List<Path> themeFolders,
        Speech speech,
        Map<String, String> environment) {

    public ConsoleSettings {
        if (framesPerSecond < 1 || framesPerSecond > 30) {
            throw new IllegalArgumentException("frames per second must be 1..30, was " + framesPerSecond);
        }
        themeFolders = List.copyOf(themeFolders);
        environment = Map.copyOf(environment);
    }
}
