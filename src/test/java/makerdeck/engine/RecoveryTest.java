package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import makerdeck.command.DeskCommand;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.snapshot.DeskState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After every fault that ends by itself the desk quotes again by itself, soon. */
class RecoveryTest {

    private static final int SEEDS = 6;
    private static final int FAULTS_EACH = 24;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(30);

    /** What the desk halts over, which only its operator ends: cancels refused three times, a ban. */
    private static final Set<Fault> HALTING = EnumSet.of(Fault.CANCEL_REFUSED, Fault.BAN);

    /** How often, how long at worst, and how often the operator had to. */
    private record Recoveries(int count, Duration worst, int halts) {

        Recoveries plus(Recoveries other) {
            return new Recoveries(
                    count + other.count, worst.compareTo(other.worst) > 0 ? worst : other.worst, halts + other.halts);
        }
    }

    private static final Map<Fault, Recoveries> SEEN = new ConcurrentHashMap<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS + Integer.getInteger("campaign", 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theDeskQuotesAgainByItself(long seed) {
        var random = new SplittableRandom(seed);
        var bench = new Bench(new MarketSource.Agents(MarketPreset.DEMO), seed).started();
        bench.keepsOrderNews = false;
        bench.pass(Duration.ofSeconds(30));
        var missed = new ArrayList<String>();
        for (int i = 0; i < FAULTS_EACH; i++) {
            // Each in its turn, from another one on for each seed.
            var fault = RandomFaultsTest.FAULTS.get((int) ((seed * FAULTS_EACH + i) % RandomFaultsTest.FAULTS.size()));
            missed.addAll(after(bench, fault, Duration.ofMillis(random.nextLong(500, 15_000))));
        }
        assertEquals(List.of(), missed);
        bench.assertInvariants();
    }

    /** What was not as it must be. */
    private static List<String> after(Bench bench, Fault fault, Duration length) {
        bench.venue.plan.begin(fault, bench.exchange.now(), length);
        bench.pass(length);
        var ended = bench.clock.instant();
        var halts = 0;
        while (!isQuoting(bench)) {
            if (bench.snapshot().state() == DeskState.HALTED) {
                if (!HALTING.contains(fault)) {
                    return List.of(told(bench, fault, length, ended));
                }
                halts++;
                ended = bench.clock.instant();
                bench.command("resume", new DeskCommand.Resume(null));
            }
            if (since(ended, bench).compareTo(SOON) > 0) {
                return List.of(told(bench, fault, length, ended));
            }
            bench.pass(SECOND);
        }
        SEEN.merge(fault, new Recoveries(1, since(ended, bench), halts), Recoveries::plus);
        bench.pass(Duration.ofSeconds(5));
        return List.of();
    }

    private static boolean isQuoting(Bench bench) {
        return bench.snapshot().state() == DeskState.QUOTING && !bench.resting().isEmpty();
    }

    private static Duration since(Instant at, Bench bench) {
        return Duration.between(at, bench.clock.instant());
    }

    private static String told(Bench bench, Fault fault, Duration length, Instant ended) {
        var shown = bench.snapshot();
        return fault.word() + " for " + length + ", over since " + since(ended, bench) + ": " + shown.state() + " "
                + shown.reason();
    }

    @AfterAll
    static void print() {
        var text = new StringBuilder(
                String.format(Locale.ROOT, "%-18s %10s %8s %6s%n", "fault", "recoveries", "worst s", "halts"));
        SEEN.forEach((fault, seen) -> text.append(String.format(
                Locale.ROOT,
                "%-18s %10d %8d %6d%n",
                fault.word(),
                seen.count(),
                seen.worst().toSeconds(),
                seen.halts())));
        System.out.print(text);
    }
}
