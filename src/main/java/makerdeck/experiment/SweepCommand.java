package makerdeck.experiment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.statistics.Seeds;
import makerdeck.laboratory.sweep.DeskTrial;
import makerdeck.laboratory.sweep.Grid;
import makerdeck.laboratory.sweep.SweepEnd;
import makerdeck.laboratory.sweep.SweepFolder;
import makerdeck.laboratory.sweep.SweepFolder.Purpose;
import makerdeck.laboratory.sweep.SweepPlan;
import makerdeck.laboratory.sweep.SweepWork;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.settings.PresetFile;
import makerdeck.settings.SweepChoice;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/** {@code makerdeck sweep}: which parameters earn most, in one process or in as many as there are cells. */
public final class SweepCommand {

    /** Exit codes, as scripts know them. */
    private static final int OK = 0;

    private static final int USAGE = 2;

    /** Cells are missing. */
    private static final int UNFINISHED = 6;

    private static final int SHORT = 12;

    private final SweepChoice choice;
    private final PresetFile presets;
    private final String version;
    private final Clock clock;
    private final Speech speech;
    private final PrintStream out;
    private final PrintStream errors;

    /** @param version of the program, for the files */
    public SweepCommand(
            SweepChoice choice,
            PresetFile presets,
            String version,
            Clock clock,
            Speech speech,
            PrintStream out,
            PrintStream errors) {
        this.choice = choice;
        this.presets = presets;
        this.version = version;
        this.clock = clock;
        this.speech = speech;
        this.out = out;
        this.errors = errors;
    }

    /** Runs to the end, or until it is interrupted or killed: what is finished stays. Returns the exit code. */
    public int run() throws InterruptedException {
        try {
            if (choice instanceof SweepChoice.Plan plan) {
                return plan(plan);
            }
            if (choice instanceof SweepChoice.OneCell one) {
                return cell(one);
            }
            if (choice instanceof SweepChoice.Collect collect) {
                return collect(SweepFolder.open(collect.folder(), version), collect.jobs(), collect.save());
            }
            if (choice instanceof SweepChoice.Search search) {
                return search(search);
            }
            throw new IllegalStateException("nothing to do: " + choice);
        } catch (MistakeException | IOException wrong) {
            errors.println("makerdeck: " + speech.say(FileErrors.of(wrong)));
            return USAGE;
        }
    }

    private SweepPlan planned(SweepChoice.Question question) throws IOException {
        var run = question.run();
        var worked = RunPlan.of(run, presets);
        var parameters = ((Strategy.Desk) worked.base().strategy()).parameters();
        var grid = Grid.of(question.grid(), parameters);
        var seeds = run.replay().isEmpty() ? worked.seeds() : searched(run.replay());
        return SweepPlan.of(
                version,
                RunTerms.of(run, worked),
                changed(parameters),
                seeds,
                run.replay().isEmpty() ? fresh(question, seeds) : judging(question, seeds),
                question.random() == null ? grid.all() : grid.byLot(question.random()));
    }

    private static Seeds fresh(SweepChoice.Question question, Seeds seeds) {
        return question.fresh() == null ? seeds.following() : Seeds.of(question.fresh());
    }

    /** Of recorded files the earlier half, by their number, the larger one if need be. */
    private static Seeds searched(List<Path> files) {
        if (files.size() < 2) {
            throw new MistakeException(Message.of("laboratory.sweep.one-file"));
        }
        return Seeds.of("1.." + (files.size() + 1) / 2);
    }

    /** The later half. */
    private static Seeds judging(SweepChoice.Question question, Seeds searched) {
        if (question.fresh() != null) {
            throw new MistakeException(Message.of("laboratory.sweep.fresh-files"));
        }
        return Seeds.of((searched.size() + 1) + ".." + question.run().replay().size());
    }

    private static Map<String, String> changed(Parameters parameters) {
        var changed = new LinkedHashMap<String, String>();
        for (var change : Parameters.defaults().changesTo(parameters)) {
            changed.put(change.parameter().key(), change.after());
        }
        return changed;
    }

    private int plan(SweepChoice.Plan asked) throws IOException {
        var folder = SweepFolder.begin(asked.folder(), planned(asked.question()));
        out.println(speech.say(
                "laboratory.sweep.planned",
                folder.path().resolve(SweepFolder.PLAN),
                folder.plan().cells().size(),
                folder.plan().tried(),
                folder.path()));
        return OK;
    }

    private int cell(SweepChoice.OneCell asked) throws IOException, InterruptedException {
        var folder = SweepFolder.open(asked.folder(), version);
        int most = folder.plan().tried();
        if (asked.cell() < 0 || asked.cell() > most) {
            throw new MistakeException(Message.of(
                    "laboratory.sweep.no-cell", most, asked.cell(), Math.max(0, Math.min(most, asked.cell()))));
        }
        if (folder.read(Purpose.SEARCH, asked.cell()).isPresent()) {
            out.println(speech.say("laboratory.sweep.finished-already", asked.cell()));
            return OK;
        }
        work(folder, 1).run(Purpose.SEARCH, List.of(asked.cell()), () -> {});
        out.println(speech.say("laboratory.sweep.finished", asked.cell()));
        return OK;
    }

    private int search(SweepChoice.Search asked) throws IOException, InterruptedException {
        requireFree(asked.save());
        var plan = planned(asked.question());
        var path = asked.out() == null ? Path.of("sweep-" + plan.inputs().substring(0, SHORT)) : asked.out();
        var folder = SweepFolder.begin(path, plan);
        var missing = folder.missing();
        errors.println(speech.say(
                "laboratory.sweep.begins", plan.cells().size(), plan.cells().size() - missing.size(), path));
        run(folder, asked.jobs(), Purpose.SEARCH, missing);
        return collect(folder, asked.jobs(), asked.save());
    }

    private int collect(SweepFolder folder, int jobs, @Nullable String save) throws IOException, InterruptedException {
        requireFree(save);
        var missing = folder.missing();
        if (!missing.isEmpty()) {
            errors.println("makerdeck: "
                    + speech.say(
                            "laboratory.sweep.missing",
                            missing.size(),
                            folder.plan().cells().size(),
                            SweepFolder.spelled(missing),
                            folder.path()));
            return UNFINISHED;
        }
        var end = SweepEnd.of(folder);
        run(folder, jobs, Purpose.JUDGING, end.unjudged());
        out.print(end.write(speech));
        if (save != null) {
            out.println(speech.say("laboratory.sweep.saved", save, presets.write(save, saved(end), false)));
        }
        if (out.checkError()) {
            errors.println("makerdeck: " + speech.say("program.report.cut"));
            return USAGE;
        }
        return OK;
    }

    /** Before hours of work, not after them. */
    private void requireFree(@Nullable String save) {
        if (save != null && presets.names().contains(save)) {
            throw new MistakeException(Message.of("settings.preset.exists", save));
        }
    }

    private static Map<String, String> saved(SweepEnd end) {
        var values = new LinkedHashMap<String, String>();
        end.winner().forEach((key, value) -> {
            if (Parameter.named(key).isForPresets()) {
                values.put(key, value);
            }
        });
        return values;
    }

    private void run(SweepFolder folder, int jobs, Purpose purpose, List<Integer> cells)
            throws IOException, InterruptedException {
        var progress = Progress.of(errors, speech, clock, cells.size());
        var done = new int[1];
        try {
            work(folder, jobs).run(purpose, cells, () -> progress.done(++done[0]));
        } finally {
            progress.end();
        }
    }

    private SweepWork work(SweepFolder folder, int jobs) throws IOException {
        var worked = RunPlan.of(RunTerms.choice(folder.plan().run()), presets);
        if (!worked.market().equals(folder.plan().run().get("market"))) {
            throw new MistakeException(Message.of("laboratory.sweep.files-changed", folder.path(), worked.market()));
        }
        int atATime = jobs == 0 ? Runtime.getRuntime().availableProcessors() : jobs;
        return new SweepWork(folder, DeskTrial.of(worked.base()), atATime, Threads.daemons("cell"));
    }
}
