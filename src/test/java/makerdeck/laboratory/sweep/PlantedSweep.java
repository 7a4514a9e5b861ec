package makerdeck.laboratory.sweep;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import makerdeck.laboratory.statistics.Seeds;
import makerdeck.laboratory.sweep.SweepFolder.Purpose;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.words.Spoken;

/** A sweep of planted desks as a process of its own, to be killed: a line for each finished cell, {@code end} at last. */
final class PlantedSweep {

    static final String VERSION = "0.0.0-test";
    static final String END = "end";
    private static final Trial PLANTED = new PlantedTrial("0.2/0.04", 1.5, 1, 1);
    private static final int EFFORT = 5_000;

    /** Takes a moment, so that there is one to be killed in. */
    static final Trial TRIAL = (parameters, seed) -> {
        double dust = new SplittableRandom(seed).doubles(EFFORT).sum();
        var figures = PLANTED.run(parameters, seed);
        return new Trial.Figures(figures.alpha(), figures.edge(), figures.fills(), figures.drawdown() + dust * 1e-12);
    };

    private PlantedSweep() {}

    /** 2,000 combinations and the base. */
    static SweepPlan plan() {
        return plan(List.of("spread=0.1..0.49:0.01", "skew=0..0.98:0.02"), "1..10");
    }

    static SweepPlan plan(List<String> grid, String seeds) {
        var tried = Grid.of(grid, Parameters.defaults()).all();
        var search = Seeds.of(seeds);
        return SweepPlan.of(VERSION, Map.of("market", "planted"), Map.of(), search, search.following(), tried);
    }

    static void complete(SweepFolder folder, int jobs, Runnable finished) throws IOException, InterruptedException {
        var work = new SweepWork(folder, TRIAL, jobs, Executors.defaultThreadFactory());
        work.run(Purpose.SEARCH, folder.missing(), finished);
        var end = SweepEnd.of(folder);
        work.run(Purpose.JUDGING, end.unjudged(), finished);
        end.write(Spoken.ENGLISH);
    }

    /** @param arguments the folder, how many cells side by side, after how many told cells it waits to be killed */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        endWithWhoStartedIt();
        var folder = SweepFolder.begin(Path.of(arguments[0]), plan());
        var more = new Semaphore(Integer.parseInt(arguments[2]));
        complete(folder, Integer.parseInt(arguments[1]), () -> {
            more.acquireUninterruptibly();
            out.println("cell");
        });
        out.println(END);
    }

    /** Nobody else would kill what waits to be killed. */
    private static void endWithWhoStartedIt() {
        var watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    continue;
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            } finally {
                Runtime.getRuntime().halt(1);
            }
        });
        watch.setDaemon(true);
        watch.start();
    }
}
