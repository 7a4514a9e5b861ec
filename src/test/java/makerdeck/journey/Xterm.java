package makerdeck.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * Makes pictures of terminal screens: xterm.js of Debian's package node-xterm in Debian's chromium, from files alone.
 * Where one of them is missing the test is skipped, saying so.
 */
final class Xterm {

    private static final Path LIBRARY = Path.of("/usr/share/nodejs/xterm/lib");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int CELL_WIDTH = 9;
    private static final int CELL_HEIGHT = 18;
    /** A cell is a little wider than that. */
    private static final int EDGE = 12;

    private static final long SECONDS = 60;

    private final Path folder;

    /** @param folder for what chromium leaves behind */
    Xterm(Path folder) {
        Assumptions.assumeTrue(
                Files.isDirectory(LIBRARY), LIBRARY + " is not there (Debian: apt install node-xterm): no pictures");
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), CHROMIUM + " is not there (Debian: apt install chromium): no pictures");
        this.folder = folder;
    }

    /**
     * Draws a screen into a PNG file.
     *
     * @param screen rows with the sequences of their colours
     * @param light whether the terminal is black on white
     */
    void draw(String screen, int columns, int rows, boolean light, Path png) throws IOException {
        var page = folder.resolve("page.html");
        Files.writeString(page, page(screen.replaceFirst("\n$", "").replace("\n", "\r\n"), columns, rows, light));
        var log = folder.resolve("chromium.log");
        var process = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--proxy-server=127.0.0.1:9",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=2000",
                        "--screenshot=" + png.toAbsolutePath(),
                        "--window-size=" + (columns * CELL_WIDTH + EDGE) + "," + rows * CELL_HEIGHT,
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("chromium made no picture: " + Files.readString(log));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The library as it is installed is a folder of modules: all of them go into the page, which loads what it needs. */
    private static String page(String screen, int columns, int rows, boolean light) throws IOException {
        var ground = light ? "#ffffff" : "#000000";
        var text = light ? "#000000" : "#e5e5e5";
        return """
                <!doctype html><meta charset="utf-8"><style>%s
                body { margin: 0; background: %s }
                .xterm-viewport { overflow: hidden !important }</style><div id="screen"></div><script>
                const modules = {%s}, loaded = {};
                function load(path) {
                  if (!loaded[path]) {
                    const module = loaded[path] = { exports: {} };
                    modules[path](name => {
                      const at = path.split('/').slice(0, -1);
                      name.split('/').forEach(step => step === '..' ? at.pop() : step !== '.' && at.push(step));
                      return load(at.join('/') + '.js');
                    }, module, module.exports);
                  }
                  return loaded[path].exports;
                }
                const terminal = new (load('public/Terminal.js').Terminal)({
                  cols: %d, rows: %d, rendererType: 'dom', fontSize: 15, cursorBlink: false,
                  fontFamily: '"DejaVu Sans Mono", "Noto Sans Mono CJK TC", monospace',
                  theme: { background: '%s', foreground: '%s', black: '#000000', cursor: '%s' } });
                terminal.open(document.getElementById('screen'));
                terminal.write(%s);
                </script>
                """.formatted(
                        Files.readString(LIBRARY.resolve("xterm.css")),
                        ground,
                        modules(),
                        columns,
                        rows,
                        ground,
                        text,
                        ground,
                        quoted(screen));
    }

    private static String modules() throws IOException {
        List<Path> sources;
        try (var files = Files.walk(LIBRARY)) {
            sources = files.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.toString().contains(".test.")
                            && !file.toString().contains("/addons/"))
                    .filter(file -> !file.endsWith("xterm.js"))
                    .toList();
        }
        var modules = new StringBuilder();
        for (var source : sources) {
            modules.append(quoted(LIBRARY.relativize(source).toString()))
                    .append(": function (require, module, exports) {")
                    .append(Files.readString(source).replace("</script", "<\\/script"))
                    .append("\n},\n");
        }
        return modules.toString();
    }

    /** As a string of the page's language. */
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c == '"' || c == '\\' || c == '<' || c > '~'
                        ? String.format("\\u%04x", c)
                        : Character.toString(c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** For files whose names say what is on them. */
    static Path pictures() throws IOException {
        var base = Path.of(System.getProperty("basedir", "."));
        return Files.createDirectories(base.resolve("target").resolve("pictures"));
    }
}
