package makerdeck.laboratory.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import makerdeck.laboratory.sweep.SweepFolder.Purpose;
import makerdeck.laboratory.sweep.Trial.Figures;
import makerdeck.message.MistakeException;

/** Runs cells, several at a time, and leaves a file of each. One thread; cells run on threads of their own. */
public final class SweepWork {

    private final SweepFolder folder;
    private final Trial trial;
    private final int jobs;
    private final ThreadFactory threads;

    /** @param jobs how many cells run side by side */
    public SweepWork(SweepFolder folder, Trial trial, int jobs, ThreadFactory threads) {
        this.folder = folder;
        this.trial = trial;
        this.jobs = jobs;
        this.threads = threads;
    }

    /**
     * Runs cells to their end; when one fails nothing more is begun, and what is finished stays.
     *
     * @param finished is called on this thread after each
     */
    public void run(Purpose purpose, List<Integer> cells, Runnable finished) throws IOException, InterruptedException {
        var pool = Executors.newFixedThreadPool(jobs, threads);
        try {
            var working = new ExecutorCompletionService<Integer>(pool);
            for (int cell : cells) {
                working.submit(() -> run(purpose, cell));
            }
            for (int i = 0; i < cells.size(); i++) {
                working.take().get();
                finished.run();
            }
        } catch (ExecutionException failed) {
            pool.shutdownNow();
            // Those that have begun are worth their files.
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            throw cause(failed);
        } finally {
            pool.shutdownNow();
        }
    }

    private Integer run(Purpose purpose, int cell) throws IOException {
        var parameters = folder.plan().parameters(cell);
        var figures = new ArrayList<Figures>();
        try {
            for (long seed : purpose.seeds(folder.plan()).list()) {
                figures.add(trial.run(parameters, seed));
            }
        } catch (MistakeException told) {
            throw told;
        } catch (RuntimeException defect) {
            throw new IllegalStateException(
                    "cell " + cell + " failed: "
                            + SweepPlan.spelled(folder.plan().cells().get(cell)),
                    defect);
        }
        folder.write(purpose, cell, figures);
        return cell;
    }

    private static IOException cause(ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException defect) {
            throw defect;
        }
        return failed.getCause() instanceof IOException file ? file : new IOException(failed.getCause());
    }
}
