package makerdeck.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import makerdeck.message.Message;

/** Terminal, language, disk, modes of files, Java, and whether a guardian can live. */
final class MachineChecks {

    private static final long FULL = 50L << 20;
    private static final long NEARLY_FULL = 1L << 30;
    private static final int LEAST_JAVA = 17;
    private static final EnumSet<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Machine machine;

    MachineChecks(Machine machine) {
        this.machine = machine;
    }

    List<Finding> run() {
        return List.of(terminal(), locale(), disk(), modes(), java());
    }

    private String variable(String name) {
        return machine.environment().getOrDefault(name, "");
    }

    private Finding terminal() {
        var term = variable("TERM");
        if (term.isEmpty() || term.equals("dumb")) {
            return Finding.warn(
                    "terminal", Message.of("doctor.terminal.none"), Message.of("doctor.terminal.none.todo"));
        }
        return Finding.ok(
                "terminal",
                Message.of(variable("TMUX").isEmpty() ? "doctor.terminal.ok" : "doctor.terminal.tmux", term));
    }

    /** The first that is set counts. */
    private Finding locale() {
        for (var name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            var value = variable(name);
            if (!value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8")
                        ? Finding.ok("locale", Message.of("doctor.locale.ok", value))
                        : Finding.warn(
                                "locale",
                                Message.of("doctor.locale.other", name, value),
                                Message.of("doctor.locale.todo"));
            }
        }
        return Finding.warn("locale", Message.of("doctor.locale.none"), Message.of("doctor.locale.todo"));
    }

    private Finding disk() {
        var found = Message.of("doctor.disk.found", machine.free() >> 20, machine.state());
        if (machine.free() < FULL) {
            return Finding.fail("disk", found, Message.of("doctor.disk.todo"));
        }
        return machine.free() < NEARLY_FULL
                ? Finding.warn("disk", found, Message.of("doctor.disk.todo"))
                : Finding.ok("disk", found);
    }

    private Finding modes() {
        var open = new ArrayList<String>();
        try {
            for (var file : machine.secret()) {
                if (Files.exists(file) && isOpen(file)) {
                    open.add(file + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
        } catch (IOException unreadable) {
            return Finding.warn("modes", Message.of("doctor.modes.unknown"), Message.of("doctor.modes.todo"));
        }
        return open.isEmpty()
                ? Finding.ok("modes", Message.of("doctor.modes.ok"))
                : Finding.fail(
                        "modes",
                        Message.of("doctor.modes.open", String.join(", ", open)),
                        Message.of("doctor.modes.todo"));
    }

    private static boolean isOpen(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }

    /** A guardian is a process of the same Java. */
    private Finding java() {
        var program = Path.of(System.getProperty("java.home"), "bin", "java");
        if (machine.java() < LEAST_JAVA || !Files.isExecutable(program)) {
            return Finding.fail(
                    "java", Message.of("doctor.java.wrong", (long) machine.java()), Message.of("doctor.java.todo"));
        }
        return Finding.ok("java", Message.of("doctor.java.ok", (long) machine.java()));
    }
}
