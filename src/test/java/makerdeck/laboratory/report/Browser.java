package makerdeck.laboratory.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/** Debian's chromium, without a window. The test is skipped, saying so, where it is not installed. */
final class Browser {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final long SECONDS = 60;
    private static final int HEIGHT = 2200;

    private final Path folder;

    /** @param folder for what it leaves behind */
    Browser(Path folder) {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), CHROMIUM + " is not there (Debian: apt install chromium): no browser");
        this.folder = folder;
    }

    /**
     * A page as it came out.
     *
     * @param width of the window
     * @param scrollWidth over which it could be scrolled
     * @param beyond elements that reach out of the window
     * @param text as it is seen
     */
    record Seen(int width, int scrollWidth, String beyond, String text) {}

    /** In a frame of that width: a window of chromium's is never narrower than 500. */
    Seen open(String html, int width) throws IOException {
        var wrapper = """
                <!doctype html><meta charset="utf-8"><body style="margin:0">
                <iframe id="page" style="border:0;width:%dpx;height:900px"></iframe><pre id="out"></pre><script>
                const frame = document.getElementById('page');
                frame.onload = () => {
                  const page = frame.contentDocument, root = page.documentElement;
                  const beyond = [...page.querySelectorAll('body *')]
                    .filter(e => { const b = e.getBoundingClientRect();
                      return b.width > 1 && (b.right > root.clientWidth + .5 || b.left < -.5); })
                    .map(e => e.tagName + '.' + e.getAttribute('class') + ' ' + e.textContent.slice(0, 40)).slice(0, 5);
                  const seen = [root.clientWidth, Math.max(root.scrollWidth, page.body.scrollWidth),
                    beyond.join('; '), page.body.innerText];
                  page.querySelectorAll('svg text').forEach(e => seen[3] += ' ' + e.textContent);
                  document.getElementById('out').textContent = seen.map(
                    each => btoa(String.fromCharCode(...new TextEncoder().encode(each)))).join(':') + ';';
                };
                frame.srcdoc = decodeURIComponent(escape(atob('%s')));
                </script>
                """.formatted(width, Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8)));
        var dumped = run(wrapper, List.of("--dump-dom", "--window-size=" + Math.max(500, width) + ",1000"));
        var found = Pattern.compile("<pre id=\"out\">([A-Za-z0-9+/=:]+);</pre>").matcher(dumped);
        if (!found.find()) {
            throw new IllegalStateException("chromium told nothing: " + dumped);
        }
        var parts = found.group(1).split(":", -1);
        return new Seen(
                Integer.parseInt(decoded(parts[0])),
                Integer.parseInt(decoded(parts[1])),
                decoded(parts[2]),
                decoded(parts[3]));
    }

    private static String decoded(String part) {
        return new String(Base64.getDecoder().decode(part), StandardCharsets.UTF_8);
    }

    /** How often it wanted something of a network while it showed the page. */
    long requests(String html) throws IOException {
        var log = folder.resolve("net.json");
        Files.deleteIfExists(log);
        run(html, List.of("--dump-dom", "--window-size=800,900", "--log-net-log=" + log));
        return Pattern.compile("\"url\":\"(?!file:|data:|chrome|about:)([^\"]*)\"")
                .matcher(Files.readString(log))
                .results()
                .map(found -> found.group(1))
                .filter(url -> !url.contains("google"))
                .count();
    }

    /** Draws it into a PNG file; tells how light its first corner is, of 255. */
    int picture(String html, int width, boolean dark, Path png) throws IOException {
        run(
                html,
                List.of(
                        "--screenshot=" + png.toAbsolutePath(),
                        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                        "--window-size=" + width + "," + HEIGHT));
        var corner = ImageIO.read(png.toFile()).getRGB(2, 2);
        return ((corner >> 16 & 255) + (corner >> 8 & 255) + (corner & 255)) / 3;
    }

    /** Its standard output. */
    private String run(String html, List<String> flags) throws IOException {
        var page = folder.resolve("page.html");
        Files.writeString(page, html);
        var out = folder.resolve("chromium.out");
        var log = folder.resolve("chromium.log");
        var command = new ArrayList<>(List.of(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                // Nobody listens there.
                "--proxy-server=127.0.0.1:9",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=3000"));
        command.addAll(flags);
        command.add(page.toUri().toString());
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("chromium failed: " + Files.readString(log));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out);
    }
}
