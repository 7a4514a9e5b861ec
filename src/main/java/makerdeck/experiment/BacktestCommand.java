package makerdeck.experiment;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import makerdeck.headless.JsonLine;
import makerdeck.laboratory.backtest.BacktestReport;
import makerdeck.laboratory.backtest.Comparison;
import makerdeck.laboratory.backtest.Finished;
import makerdeck.laboratory.backtest.ResultTables;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.report.HtmlReport;
import makerdeck.laboratory.report.TextReport;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.settings.BacktestSettings;
import makerdeck.settings.PresetFile;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/** {@code makerdeck backtest}: the desk in virtual time, beside those it is held against. */
public final class BacktestCommand {

    /** Exit codes, as scripts know them. */
    private static final int OK = 0;

    private static final int USAGE = 2;

    private final BacktestSettings settings;
    private final PresetFile presets;
    private final String version;
    private final Clock clock;
    private final Speech speech;
    private final PrintStream out;
    private final PrintStream errors;

    /** @param version of the program, for the files */
    public BacktestCommand(
            BacktestSettings settings,
            PresetFile presets,
            String version,
            Clock clock,
            Speech speech,
            PrintStream out,
            PrintStream errors) {
        this.settings = settings;
        this.presets = presets;
        this.version = version;
        this.clock = clock;
        this.speech = speech;
        this.out = out;
        this.errors = errors;
    }

    /**
     * Runs to the end, or until the process is told to stop; returns the exit code.
     *
     * @param last what is to be done before a process that was told to stop ends
     */
    public int run(Runnable last) throws InterruptedException {
        var interruption = new Interruption(last);
        try {
            return run(interruption);
        } catch (MistakeException | IOException wrong) {
            return refused(FileErrors.of(wrong));
        } catch (ExecutionException failed) {
            return refused(
                    failed.getCause() instanceof Exception why
                            ? FileErrors.of(why)
                            : Message.of("program.ending.internal-error", failed.getCause()));
        } finally {
            interruption.over();
        }
    }

    private int refused(Message why) {
        errors.println("makerdeck: " + speech.say(why));
        return USAGE;
    }

    private int run(Interruption interruption) throws IOException, ExecutionException, InterruptedException {
        var plan = RunPlan.of(settings.run(), presets);
        var desk = ((Strategy.Desk) plan.base().strategy()).parameters();
        var comparison = new Comparison(
                version, plan.market(), plan.base(), plan.seeds(), Contenders.of(desk, settings.against(), presets));
        var folder = settings.out() == null ? null : ResultFolder.open(settings.out(), comparison.heading());
        var progress = Progress.of(errors, speech, clock, comparison.size());
        var finished = new Backtesting(
                        comparison, jobs(), clock, all -> keep(all, folder), interruption::isAsked, progress::done)
                .run();
        progress.end();
        tell(finished);
        if (out.checkError()) {
            errors.println("makerdeck: " + speech.say("program.report.cut"));
            return USAGE;
        }
        return OK;
    }

    private int jobs() {
        return settings.jobs() == 0 ? Runtime.getRuntime().availableProcessors() : settings.jobs();
    }

    private void keep(Finished finished, @Nullable ResultFolder folder) throws IOException {
        if (folder == null) {
            return;
        }
        var heading = finished.comparison().heading();
        var report = BacktestReport.of(finished);
        var files = new LinkedHashMap<String, String>();
        files.put("runs.csv", ResultTables.runs(finished).csv(heading));
        files.put("fills.csv", ResultTables.fills(finished).csv(heading));
        files.put("curve.csv", ResultTables.curve(finished).csv(heading));
        files.put("report.txt", TextReport.of(report, speech));
        files.put("report.html", HtmlReport.of(report, speech));
        folder.keep(finished.runs().size(), files);
    }

    private void tell(Finished finished) {
        if (settings.json()) {
            ResultTables.runs(finished).rows().forEach(row -> out.println(JsonLine.row("run", row)));
        } else {
            out.print(TextReport.of(BacktestReport.of(finished), speech));
        }
    }
}
