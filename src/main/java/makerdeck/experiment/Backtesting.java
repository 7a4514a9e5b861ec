package makerdeck.experiment;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import makerdeck.laboratory.backtest.Comparison;
import makerdeck.laboratory.backtest.Finished;
import makerdeck.laboratory.model.RunResult;
import makerdeck.laboratory.run.VirtualRun;
import makerdeck.process.Threads;

/** Runs a comparison on several threads, and has what is finished kept. The thread that made it. */
final class Backtesting {

    private static final Duration KEEPS_EVERY = Duration.ofSeconds(2);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);

    /** Where what is finished is kept. */
    interface Keeper {
        void keep(Finished finished) throws IOException;
    }

    private record Done(int run, RunResult result) {}

    private final Comparison comparison;
    private final int jobs;
    private final Clock clock;
    private final Keeper keeper;
    private final BooleanSupplier stops;
    private final IntConsumer progress;
    private final TreeMap<Integer, RunResult> finished = new TreeMap<>();

    /**
     * @param stops whether to stop with what is finished
     * @param progress told how many runs are finished
     */
    Backtesting(
            Comparison comparison, int jobs, Clock clock, Keeper keeper, BooleanSupplier stops, IntConsumer progress) {
        this.comparison = comparison;
        this.jobs = jobs;
        this.clock = clock;
        this.keeper = keeper;
        this.stops = stops;
        this.progress = progress;
    }

    /**
     * Until all are finished or it is to stop; whatever is finished by then has been kept.
     *
     * @throws IOException when it cannot be kept
     * @throws ExecutionException when a run failed, for its cause
     */
    Finished run() throws IOException, ExecutionException, InterruptedException {
        var pool = Executors.newFixedThreadPool(Math.min(jobs, comparison.size()), Threads.daemons("run"));
        try {
            collect(pool);
        } finally {
            pool.shutdownNow();
            keeper.keep(finished());
        }
        return finished();
    }

    private void collect(ExecutorService pool) throws IOException, ExecutionException, InterruptedException {
        var service = new ExecutorCompletionService<Done>(pool);
        for (int run = 0; run < comparison.size(); run++) {
            int number = run;
            service.submit(() -> new Done(number, VirtualRun.of(comparison.settings(number))));
        }
        var keepDue = clock.instant();
        while (finished.size() < comparison.size() && !stops.getAsBoolean()) {
            var done = service.poll(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (done == null) {
                continue;
            }
            finished.put(done.get().run(), done.get().result());
            progress.accept(finished.size());
            if (!clock.instant().isBefore(keepDue)) {
                keeper.keep(finished());
                keepDue = clock.instant().plus(KEEPS_EVERY);
            }
        }
    }

    private Finished finished() {
        return new Finished(comparison, finished);
    }
}
