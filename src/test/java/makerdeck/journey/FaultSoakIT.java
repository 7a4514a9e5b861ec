package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import makerdeck.simulator.faults.Fault;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program on the wall clock with a fault every minute, one kind after the other, each judged by the venue's
 * own books once it is over: {@code -Dit.test=FaultSoakIT -Dcampaign=MINUTES}, 60 at most. Prints a line a minute.
 */
class FaultSoakIT {

    private static final int MINUTES = Math.min(60, Integer.getInteger("campaign", 0));
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Sockets wait up to thirty seconds before they try again, then stand for five. */
    private static final Duration WELL_WITHIN = Duration.ofSeconds(60);

    private static final Duration EQUAL_WITHIN = Duration.ofSeconds(10);
    /** As long as an operator looks at a halt before going on. */
    private static final Duration LOOKS = Duration.ofSeconds(5);
    /** What was under way to the venue when the desk halted may still arrive. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(3);
    /** Silence is noticed after three seconds, orders are gone five later. */
    private static final Duration PULLED_WITHIN = Duration.ofMillis(8500);

    private static final double HEAP_BOUND_MEGABYTES = 3;
    private static final long THREADS_BOUND = 3;

    @TempDir
    private Path home;

    private final List<Row> rows = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private Instant resumedAt = Instant.EPOCH;

    private record Row(
            int minute,
            Fault fault,
            Duration length,
            Duration well,
            DeskTape tape,
            int fills,
            int open,
            Vitals vitals) {}

    @Test
    void anHourOfFaultsBreaksNothingAndNothingGrows() throws IOException, InterruptedException {
        Assumptions.assumeTrue(MINUTES > 0, "skipped: -Dcampaign=MINUTES soaks the desk in faults");
        Files.createDirectories(home.resolve("venue"));
        Files.createDirectories(home.resolve("desk"));
        try (var venue = new VenueProcess(home.resolve("venue"), "--seed", "55", "--commands");
                var desk = new HeadlessDesk(
                        home.resolve("desk"),
                        venue.environment(),
                        "--exchange",
                        "backpack",
                        "--start",
                        "--duration",
                        "0",
                        "--interval",
                        "5",
                        "--max-orders",
                        "4")) {
            var tape = new DeskTape(desk);
            desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
            desk.agree("set spread.mode fixed fee-floor off spread 0.04 threshold 3 band.hard 10 rebalance on");
            print("min  fault            lasts  well  state      fills  open halts  rss MB  heap MB thr  violations");
            for (int minute = 1; minute <= MINUTES; minute++) {
                soak(venue, desk, tape, minute);
            }
            leave(venue, desk, tape);
        }
        print("faults " + rows.size() + ", violations " + violations.size());
        assertEquals(List.of(), violations);
        assertFlat("live heap in MB", row -> row.vitals.liveMegabytes(), HEAP_BOUND_MEGABYTES);
        assertFlat("threads", row -> row.vitals.threads(), THREADS_BOUND);
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private void soak(VenueProcess venue, HeadlessDesk desk, DeskTape tape, int minute)
            throws IOException, InterruptedException {
        var began = Instant.now();
        var fault = Fault.all().get((minute - 1) % Fault.all().size());
        var length = Duration.ofSeconds(new SplittableRandom(minute).nextInt(10, 41));
        violate(
                !venue.tell("venue fault " + fault.word() + " " + length.toSeconds() + "s")
                        .startsWith(fault.word()),
                "the venue does not know " + fault.word());
        var over = began.plus(length);
        var silent = fault == Fault.WS_SILENCE || fault == Fault.PUBLIC_SILENCE;
        if (silent && length.compareTo(PULLED_WITHIN) > 0) {
            operate(desk, tape, PULLED_WITHIN, () -> Instant.now().isAfter(began.plus(PULLED_WITHIN)));
            violate(venue.open() > 0, "I4 orders rest " + PULLED_WITHIN + " into " + fault.word());
        }
        operate(desk, tape, length.plus(MINUTE), () -> Instant.now().isAfter(over));

        var well = operate(desk, tape, WELL_WITHIN, () -> tape.state().equals("QUOTING"));
        violate(!well, "not quoting " + WELL_WITHIN + " after " + fault.word() + " but " + tape.state());
        var wellAfter = Duration.between(over, Instant.now());
        compare(venue, desk, tape, began);
        operate(desk, tape, MINUTE.multipliedBy(2), () -> Instant.now().isAfter(began.plus(MINUTE)));
        var vitals = Vitals.of(desk.pid());
        var row = new Row(
                minute,
                fault,
                length,
                wellAfter,
                tape,
                tape.booked().size(),
                tape.resting().size(),
                vitals);
        rows.add(row);
        print(text(row));
    }

    private String text(Row row) {
        return String.format(
                Locale.ROOT,
                "%3d  %-16s %4ds %4ds  %-10s %5d %5d %5d %7.1f %8.1f %3d  %d",
                row.minute,
                row.fault.word(),
                row.length.toSeconds(),
                row.well.toSeconds(),
                row.tape.state(),
                row.fills,
                row.open,
                row.tape.halts().size(),
                row.vitals.residentMegabytes(),
                row.vitals.liveMegabytes(),
                row.vitals.threads(),
                violations.size());
    }

    /** What an operator does until then: looks at a halt for a moment, and resumes. False when it never comes. */
    private boolean operate(HeadlessDesk desk, DeskTape tape, Duration atMost, BooleanSupplier until) {
        return seen(atMost, () -> {
            tape.update();
            if (tape.isHaltedFor(LOOKS) && resumedAt.plus(LOOKS).isBefore(Instant.now())) {
                resumedAt = Instant.now();
                tape.resumes(resumedAt);
                desk.type("resume");
            }
            return until.getAsBoolean();
        });
    }

    private interface Look {
        boolean look() throws IOException;
    }

    private static boolean seen(Duration atMost, Look look) {
        try {
            Awaitility.await()
                    .atMost(atMost)
                    .pollInterval(Duration.ofMillis(100))
                    .pollDelay(Duration.ZERO)
                    .until(look::look);
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        }
    }

    /** The fault is over and the desk quotes: its books are the venue's. */
    private void compare(VenueProcess venue, HeadlessDesk desk, DeskTape tape, Instant from) throws IOException {
        violate(
                !seen(EQUAL_WITHIN, () -> isOpenEqual(venue, tape)),
                "I1 the desk has " + tape.resting() + ", the venue " + venue.orderIds());
        violate(
                !seen(EQUAL_WITHIN, () -> VenueLedger.fillKeys(venue)
                        .equals(tape.update().booked())),
                "I2 booked and filled differ: " + differences(VenueLedger.fillKeys(venue), tape.booked()));
        tape.sentWhileHalted().forEach(line -> violate(true, "I6 sent while halted: " + line));
        for (var halt : tape.halts()) {
            if (halt.until().isAfter(from)) {
                var made = VenueLedger.ordersMade(venue, halt.from().plus(UNDER_WAY));
                violate(made.stream().anyMatch(at -> at.isBefore(halt.until())), "I6 the venue took orders in " + halt);
            }
        }
        violate(desk.children() != 1, "the desk has " + desk.children() + " processes beside it, not a guardian");
        errors().forEach(line -> violate(true, "in the log: " + line));
    }

    /** The desk may move an order between two looks, not in all of ten seconds. */
    private static boolean isOpenEqual(VenueProcess venue, DeskTape tape) {
        var before = tape.update().resting();
        var open = venue.orderIds();
        return open.equals(before) || open.equals(tape.update().resting());
    }

    private static List<String> differences(List<String> filled, List<String> booked) {
        var all = new ArrayList<>(filled);
        booked.forEach(one -> {
            if (!all.remove(one)) {
                all.add("not filled: " + one);
            }
        });
        return all;
    }

    private List<String> errors() throws IOException {
        try (var files = Files.list(home.resolve("desk/state"))) {
            var lines = new ArrayList<String>();
            for (var file :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.contains(" ERROR "))
                        .forEach(lines::add);
            }
            return lines;
        }
    }

    /** In order: nothing is left, and the report's totals are the venue's to the last digit. */
    private void leave(VenueProcess venue, HeadlessDesk desk, DeskTape tape) throws IOException, InterruptedException {
        desk.type("quit");
        violate(desk.exitCode(SOON) != 0, "did not leave in order");
        violate(venue.open() != 0, "left " + venue.orderIds());
        tape.update();
        var ledger = VenueLedger.read(venue);
        var report = desk.all("report").get(0);
        total(report, "fills", BigDecimal.valueOf(ledger.fills()));
        total(report, "volumeBase", ledger.base());
        total(report, "volumeQuote", ledger.quote());
        total(report, "fees", ledger.fees());
    }

    private void total(HeadlessDesk.Line report, String name, BigDecimal venues) {
        var desks = new BigDecimal(report.text(name));
        print(name + ": " + desks + " by the desk, " + venues + " by the venue");
        violate(desks.compareTo(venues) != 0, name + " differ");
    }

    private void violate(boolean broken, String what) {
        if (broken && !violations.contains(what)) {
            violations.add(what);
            print("VIOLATION " + what);
        }
    }

    /** The last third is not above the middle one by more than a bound. */
    private void assertFlat(String what, ToDoubleFunction<Row> value, double bound) {
        int third = rows.size() / 3;
        if (third == 0) {
            return;
        }
        var middle = average(rows.subList(third, 2 * third), value);
        var last = average(rows.subList(rows.size() - third, rows.size()), value);
        print(String.format(Locale.ROOT, "%s: %.2f in the middle third, %.2f in the last", what, middle, last));
        assertTrue(last <= middle + bound, () -> what + " grew from " + middle + " to " + last);
    }

    private static double average(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).average().orElseThrow();
    }
}
