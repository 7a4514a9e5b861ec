package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;

/**
 * Whole screens as they were looked at and found good, at the sizes that operators have and in both languages. With
 * {@code -Dgoldens=write} they are written anew, to be looked at again.
 */
final class Goldens {

    private static final Path FOLDER = Path.of("src/test/resources/makerdeck/console/screen");
    private static final int[][] SIZES = {{40, 12}, {60, 20}, {80, 24}, {120, 40}, {200, 50}};

    private Goldens() {}

    static void check(String name, ScreenStage stage) throws IOException {
        check(name, stage, speech -> {});
    }

    /** {@code prepare} is told each language before its pictures are made. */
    static void check(String name, ScreenStage stage, Consumer<Speech> prepare) throws IOException {
        var pictures = new StringBuilder();
        for (var speech : new Speech[] {Spoken.ENGLISH, Spoken.CHINESE}) {
            stage.speech = speech;
            prepare.accept(speech);
            for (var size : SIZES) {
                stage.size(size[0], size[1]);
                pictures.append("=== %dx%d %s%n".formatted(size[0], size[1], speech == Spoken.ENGLISH ? "en" : "zh-TW"))
                        .append(stage.picture());
            }
        }
        var file = FOLDER.resolve(name + ".txt");
        if (System.getProperty("goldens", "").equals("write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, pictures);
        }
        assertEquals(Files.readString(file), pictures.toString());
    }
}
