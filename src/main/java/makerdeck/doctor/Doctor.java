package makerdeck.doctor;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.PlainCalls;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.headless.JsonLine;
import makerdeck.process.FileErrors;
import makerdeck.settings.DoctorSettings;
import makerdeck.settings.Folders;
import makerdeck.settings.PresetFile;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.text.Columns;
import makerdeck.words.Speech;

/** {@code makerdeck doctor}: every check in a line, and the answers in a folder. */
public final class Doctor {

    /** Exit code when a check has failed. */
    public static final int ILL = 7;

    private static final Duration LISTENING = Duration.ofSeconds(10);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final DoctorSettings settings;
    private final Folders folders;
    private final Map<String, String> environment;
    private final Speech speech;
    private final PrintStream out;
    private final Duration listening;

    public Doctor(
            DoctorSettings settings, Folders folders, Map<String, String> environment, Speech speech, PrintStream out) {
        this(settings, folders, environment, speech, out, LISTENING);
    }

    Doctor(
            DoctorSettings settings,
            Folders folders,
            Map<String, String> environment,
            Speech speech,
            PrintStream out,
            Duration listening) {
        this.settings = settings;
        this.folders = folders;
        this.environment = environment;
        this.speech = speech;
        this.out = out;
        this.listening = listening;
    }

    /** The exit code: 0 when no check has failed. */
    public int run(Clock clock, LongSupplier nanos) throws IOException, InterruptedException {
        folders.create();
        var keys = settings.keys();
        var signer = keys == null ? null : new Signer(keys.secret());
        var secrets = new HashSet<String>();
        if (keys != null && signer != null) {
            secrets.addAll(List.of(keys.secret(), keys.key(), signer.publicKey()));
        }
        var raw = new RawAnswers(folders.state().resolve("doctor-" + NAME.format(clock.instant())), secrets);
        try (var calls = new PlainCalls(settings.rest(), settings.socket(), signer, clock, nanos)) {
            var patient = new Patient(settings, calls, parameters(), machine(), raw, clock, listening);
            var findings = new Examination(patient).run();
            findings.forEach(this::print);
            end(findings, raw);
            return findings.stream().anyMatch(each -> each.level() == Finding.Level.FAIL) ? ILL : 0;
        }
    }

    private Parameters parameters() {
        var parameters = Parameters.defaults();
        var name = settings.preset();
        if (name != null) {
            var presets = new PresetFile(folders.search("presets"), speech);
            parameters = presets.applied(name, presets.read(name), parameters);
        }
        return parameters.with(settings.parameters());
    }

    private Machine machine() throws IOException {
        var state = folders.state();
        var secret = new java.util.ArrayList<>(List.of(
                state,
                folders.journal(),
                folders.log(),
                folders.history(),
                folders.config().resolve("notify.properties")));
        if (settings.keyFile() != null) {
            secret.add(settings.keyFile());
        }
        return new Machine(
                environment,
                state,
                folders.config(),
                secret,
                java.nio.file.Files.getFileStore(state).getUsableSpace(),
                Runtime.version().feature());
    }

    private void print(Finding finding) {
        var found = speech.say(finding.found());
        var todo = finding.todo() == null ? "" : speech.say(finding.todo());
        if (settings.json()) {
            var cells = new LinkedHashMap<String, String>();
            cells.put("check", finding.check());
            cells.put("level", finding.level().word());
            cells.put("found", found);
            cells.put("todo", todo);
            out.println(JsonLine.row("finding", cells));
            return;
        }
        var level = speech.say("doctor.level." + finding.level().word());
        out.println(padded(level, 6)
                + padded(finding.check(), 15)
                + found
                + (todo.isEmpty() ? "" : speech.say("doctor.todo", todo)));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - Columns.of(text)));
    }

    private void end(List<Finding> findings, RawAnswers raw) {
        long fails = count(findings, Finding.Level.FAIL);
        long warns = count(findings, Finding.Level.WARN);
        var trouble = raw.trouble();
        if (settings.json()) {
            var cells = new LinkedHashMap<String, String>();
            cells.put("fails", Long.toString(fails));
            cells.put("warns", Long.toString(warns));
            cells.put("folder", trouble == null ? raw.folder().toString() : "");
            out.println(JsonLine.row("doctor", cells));
            return;
        }
        out.println(speech.say("doctor.end", (long) findings.size(), fails, warns));
        out.println(
                trouble == null
                        ? speech.say("doctor.folder", raw.folder())
                        : speech.say("doctor.folder.none", FileErrors.of(trouble)));
    }

    private static long count(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(each -> each.level() == level).count();
    }
}
