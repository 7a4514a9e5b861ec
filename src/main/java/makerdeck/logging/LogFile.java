package makerdeck.logging;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tinylog.Logger;
import org.tinylog.configuration.Configuration;
import org.tinylog.jul.JulTinylogBridge;

/** The log file, and what libraries print without being asked. */
public final class LogFile {

    private LogFile() {}

    /** Must come before the first line is logged. {@code name} is the file's, without its ending. */
    public static void open(Path folder, String name) {
        Configuration.set("writer", "plain file");
        Configuration.set("writer.file", folder.resolve(name + ".{count}.log").toString());
        Configuration.set("writer.latest", folder.resolve(name + ".log").toString());
        Configuration.set("writer.charset", "UTF-8");
        Configuration.set("writer.level", "info");
        Configuration.set("writer.format", "{date: yyyy-MM-dd HH:mm:ss.SSS} {level} {thread} {class-name}: {message}");
        Configuration.set("writer.policies", "size: 10mb");
        Configuration.set("writer.backups", "5");
        Configuration.set("writingthread", "true");
        // Libraries speak up at startup; only their complaints are wanted.
        Configuration.set("level@io.undertow", "warn");
        Configuration.set("level@org.xnio", "warn");
        Configuration.set("level@org.jboss", "warn");
        Configuration.set("level@org.jline", "warn");
        Configuration.set("level@okhttp3", "warn");
        JulTinylogBridge.activate();
    }

    /** From now on a stray print goes to the log: on the screen it would tear the picture. */
    public static void swallowPrints() {
        System.setOut(new PrintStream(new Lines("stdout"), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Lines("stderr"), true, StandardCharsets.UTF_8));
    }

    /** Collects UTF-8 to lines. PrintStream holds its lock around every write. */
    private static final class Lines extends OutputStream {

        private static final int LONGEST = 4096;

        private final String name;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        private Lines(String name) {
            this.name = name;
        }

        @Override
        public void write(int character) {
            if (character != '\n' && line.size() < LONGEST) {
                line.write(character);
            } else {
                Logger.warn("{}: {}", name, line.toString(StandardCharsets.UTF_8));
                line.reset();
            }
        }
    }
}
