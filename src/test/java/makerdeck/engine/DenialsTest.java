package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.input.Input;
import makerdeck.message.Denial;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.Health;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever keeps desk or side from quoting is told by its code. */
class DenialsTest {

    private static final Duration MOMENT = Duration.ofMillis(300);

    private static void tell(Bench bench, Book book) {
        bench.venue.faults.add(Fault.PUBLIC_SILENCE);
        bench.venue.tell(new VenueEvent.BookMoved(bench.clock.instant(), book));
        bench.pass(MOMENT);
    }

    private static List<Level> level(long ticks) {
        return List.of(new Level(new Price(ticks), new Quantity(10_000)));
    }

    private static void health(Bench bench, Duration roundTrip, Duration offset, int requests) {
        bench.venue.keepsHealthy = false;
        var now = bench.clock.instant();
        bench.venue.tell(new VenueEvent.HealthChanged(
                now, new Health(true, true, roundTrip, offset, 0, 0, requests, 2000, now)));
        bench.pass(MOMENT);
    }

    private static void fault(Bench bench, Fault fault, Duration length) {
        bench.venue.faults.add(fault);
        bench.pass(length);
    }

    private static Consumer<Bench> command(DeskCommand command) {
        return bench -> {
            bench.command("typed", command);
            bench.pass(MOMENT);
        };
    }

    private static Arguments row(
            String name, Consumer<Bench> happens, @Nullable Denial desk, @Nullable Denial bids, @Nullable Denial asks) {
        return Arguments.of(name, happens, desk, bids, asks);
    }

    private static Arguments row(String name, Consumer<Bench> happens, Denial all) {
        return row(name, happens, all, all, all);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                row("nothing", bench -> {}, null, null, null),
                row("paused", command(new DeskCommand.Pause(null, null)), Denial.PAUSED_BY_OPERATOR),
                row(
                        "asks paused",
                        command(new DeskCommand.Pause(Side.ASK, Duration.ofMinutes(1))),
                        null,
                        null,
                        Denial.PAUSED_BY_OPERATOR),
                row("halted", command(new DeskCommand.Halt(Message.of("command.halt-typed"))), Denial.HALTED),
                row(
                        "streams down",
                        bench -> {
                            bench.venue.streamsDown("closed");
                            bench.pass(MOMENT);
                        },
                        Denial.DOWN),
                row(
                        "streams back",
                        bench -> {
                            bench.venue.streamsDown("closed");
                            bench.pass(Duration.ofSeconds(1));
                            bench.venue.streamsUp();
                            bench.pass(Duration.ofSeconds(1));
                        },
                        Denial.MARKET_STREAM_BACK),
                row("silence", bench -> fault(bench, Fault.WS_SILENCE, Duration.ofSeconds(5)), Denial.BOOK_SILENT),
                row(
                        "book frozen",
                        bench -> {
                            bench.venue.faults.add(Fault.DEPTH_FROZEN);
                            bench.hit(Side.BID);
                            bench.pass(Duration.ofSeconds(6));
                        },
                        Denial.BOOK_OLD),
                row(
                        "book lost",
                        bench -> {
                            bench.venue.faults.add(Fault.PUBLIC_SILENCE);
                            bench.venue.tell(new VenueEvent.BookLost(bench.clock.instant(), Message.plain("gap")));
                            bench.pass(MOMENT);
                        },
                        Denial.BOOK_LOST),
                row(
                        "book lost again and again",
                        bench -> {
                            for (int i = 0; i < 3; i++) {
                                bench.venue.tell(new VenueEvent.BookLost(bench.clock.instant(), Message.plain("gap")));
                            }
                            bench.pass(MOMENT);
                        },
                        Denial.BOOK_BREAKS),
                row(
                        "book crossed",
                        bench -> tell(bench, new Book(level(15_002), level(15_000), 1)),
                        Denial.BOOK_CROSSED),
                row(
                        "book of one side",
                        bench -> tell(bench, new Book(level(15_000), List.of(), 1)),
                        Denial.BOOK_ONE_SIDED),
                row(
                        "absurd price",
                        bench -> tell(bench, new Book(level(150_000), level(150_010), 1)),
                        Denial.PRICE_ABSURD),
                row(
                        "journal fails",
                        bench -> {
                            bench.engine.step(
                                    new Input.JournalReport(bench.clock.instant(), Message.plain("disk full")));
                            bench.pass(MOMENT);
                        },
                        Denial.JOURNAL_FAILED),
                row(
                        "slow venue",
                        bench -> health(bench, Duration.ofMillis(2500), Duration.ZERO, 10),
                        Denial.ROUND_TRIP_SLOW,
                        Denial.ROUND_TRIP_SLOW,
                        Denial.ROUND_TRIP_SLOW),
                row(
                        "clock off",
                        bench -> health(bench, Duration.ofMillis(5), Duration.ofSeconds(31), 10),
                        Denial.CLOCK_OFF),
                row(
                        "many requests",
                        bench -> health(bench, Duration.ofMillis(5), Duration.ZERO, 1_900),
                        Denial.REQUESTS_MANY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theCodeIsTheRightOneUnderEachFault(
            String name, Consumer<Bench> happens, @Nullable Denial desk, @Nullable Denial bids, @Nullable Denial asks) {
        var bench = new Bench().with(Map.of("target", "30")).started();

        happens.accept(bench);

        var seen = bench.snapshot();
        assertEquals(
                bids,
                seen.quoting().bidDenial(),
                () -> name + " " + seen.quoting().bidReason());
        assertEquals(
                asks,
                seen.quoting().askDenial(),
                () -> name + " " + seen.quoting().askReason());
        assertEquals(desk, seen.denial().orElse(null), () -> name + " " + seen.reason());
        assertEquals(Arrays.asList(desk, bids, asks), codesShown(bench), name);
    }

    /** Of the desk, bids and asks, as {@code show why} has them. */
    private static List<@Nullable Denial> codesShown(Bench bench) {
        var before = bench.events.size();
        bench.command("show why", new DeskCommand.Why(DeskCommand.Why.Topic.ALL));
        return bench.events.subList(before, bench.events.size() - 1).stream()
                .map(DeskEvent::text)
                .filter(line -> !line.key().startsWith("engine.why.next"))
                .limit(3)
                .map(Message::toString)
                .map(line -> Stream.of(Denial.values())
                        .filter(denial -> line.contains(", " + denial.code() + "]"))
                        .findFirst()
                        .orElse(null))
                .collect(Collectors.toList());
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of(Map.of("quantity", "0.001"), Denial.QUANTITY_TOO_SMALL),
                Arguments.of(Map.of("max-order", "0.5"), Denial.MAX_ORDER_TOO_SMALL),
                Arguments.of(Map.of("target", "5", "threshold", "1", "band.hard", "1"), Denial.HARD_BAND),
                Arguments.of(Map.of("max-position", "100"), Denial.POSITION_OVER_MAXIMUM));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatParametersForbidHasItsCode(Map<String, String> parameters, Denial expected) {
        var bench = new Bench().with(parameters).started();

        assertEquals(
                expected,
                bench.snapshot().quoting().bidDenial(),
                () -> "" + bench.snapshot().quoting().bidReason());
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(Fault.POST_REFUSED, Denial.REFUSED_ORDER),
                Arguments.of(Fault.POST_LOST, Denial.ON_THE_WAY),
                Arguments.of(Fault.KEY_REFUSED, Denial.HALTED),
                Arguments.of(Fault.MAINTENANCE, Denial.ORDER_UNKNOWN),
                Arguments.of(Fault.RATE_LIMIT, Denial.REFUSED_RATE));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatTheVenueDoesToAnOrderHasItsCode(Fault fault, Denial expected) {
        var bench = new Bench().started();
        command(new DeskCommand.Pause(null, null)).accept(bench);
        bench.venue.faults.add(fault);

        command(new DeskCommand.Resume(null)).accept(bench);

        assertEquals(
                expected,
                bench.snapshot().quoting().bidDenial(),
                () -> "" + bench.snapshot().quoting().bidReason());
    }

    @Test
    void aDeskThatOnlyLooksOnSaysSo() {
        var bench = new Bench().started();
        bench.command("quit --keep", new DeskCommand.Quit(true));
        bench.watch(Parameters.defaults());
        bench.pass(Duration.ofSeconds(10));

        assertEquals(Denial.WATCHING, bench.snapshot().denial().orElseThrow());
        assertEquals(
                Denial.WATCHING,
                Objects.requireNonNull(bench.snapshot().quoting().bidDenial()));
    }
}
