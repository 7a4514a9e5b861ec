package makerdeck.embedded;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServedVenue;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.clock.Waiting;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Side;
import makerdeck.message.MistakeException;
import makerdeck.settings.PublicAddress;
import makerdeck.settings.SimulatedVenue;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.marketdata.CandleInterval;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.OrderRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An embedded venue whose market is that of another venue, heard through its public streams alone. */
@Waiting
class PaperMarketTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final AccountId DESK = new AccountId(0);

    private BackpackServer real;
    private AccountId others;
    private AccountId takers;

    @BeforeEach
    void open() throws IOException {
        real = ServedVenue.quiet();
        others = rich();
        takers = rich();
        rest(others, Side.BID, "149.99", "10");
        rest(others, Side.BID, "149.90", "20");
        rest(others, Side.ASK, "150.01", "10");
    }

    private AccountId rich() {
        return real.look(exchange -> exchange.open(
                Map.of("SOL", new BigDecimal("1000"), "USDC", new BigDecimal("100000")),
                ExchangeSettings.STANDARD_FEES));
    }

    @AfterEach
    void close() {
        real.close();
    }

    private void rest(AccountId account, Side side, String price, String quantity) {
        var order = OrderRequest.limit(side, new BigDecimal(price), new BigDecimal(quantity));
        var unused = real.look(exchange -> exchange.submit(account, order));
    }

    private OpenVenue paper(String symbol, @Nullable Fees fees) throws IOException {
        var asked = new SimulatedVenue(
                symbol,
                "demo",
                OptionalLong.empty(),
                List.of(),
                1,
                "risk-averse",
                new PublicAddress(URI.create(real.apiUrl()), URI.create(real.wsUrl()), true),
                fees,
                Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000")),
                false);
        return EmbeddedVenue.of(asked).open(0, Clock.systemUTC(), ServerListener.NONE, LONG);
    }

    private static List<List<Level>> levels(Exchange exchange) {
        var book = exchange.depth(10);
        return List.of(book.levels(Side.BID), book.levels(Side.ASK));
    }

    private void awaitSameBook(OpenVenue paper) {
        await().atMost(LONG).until(() -> real.look(PaperMarketTest::levels)
                .equals(paper.server().look(PaperMarketTest::levels)));
    }

    private static List<Execution> fills(OpenVenue paper) {
        return paper.server().look(exchange -> exchange.fillHistory(DESK));
    }

    @Test
    void theRealMarketFillsOrdersThatNobodyThereSees() throws IOException {
        try (var paper = paper("SOL_USDC", new Fees(BigDecimal.ONE, BigDecimal.TEN))) {
            awaitSameBook(paper);
            var bid = OrderRequest.limit(Side.BID, new BigDecimal("149.99"), new BigDecimal("2"));
            var unused = paper.server().look(exchange -> exchange.submit(DESK, bid));

            // Six of the ten in front are traded, then four more and one of the two.
            sell("6");
            awaitSameBook(paper);
            assertEquals(List.of(), fills(paper));
            rest(others, Side.BID, "149.99", "1");
            awaitSameBook(paper);
            sell("5");
            await().atMost(LONG).until(() -> fills(paper).size() == 1);
            awaitSameBook(paper);
            // The other side comes to its price: the rest.
            rest(takers, Side.ASK, "149.99", "3");
            await().atMost(LONG).until(() -> fills(paper).size() == 2);

            assertEquals(
                    List.of("1.00", "1.00"),
                    fills(paper).stream()
                            .map(fill -> paper.server().look(exchange -> exchange.market()
                                    .rules()
                                    .decimal(fill.quantity())
                                    .toPlainString()))
                            .toList());
            assertTrue(fills(paper).stream().allMatch(Execution::maker));
            // One basis point of what was received.
            assertEquals(0, fills(paper).get(0).fee().compareTo(new BigDecimal("0.0001")));
            assertEquals(List.of(), real.look(exchange -> exchange.openOrders(DESK)));
            assertEquals(List.of(), real.look(exchange -> exchange.fillHistory(DESK)));
        }
    }

    /** Into the best bid. */
    private void sell(String quantity) {
        rest(takers, Side.ASK, "149.99", quantity);
    }

    @Test
    void anOutageOfTheRealStreamsIsOneOfThePaperDesksToo() throws IOException {
        try (var paper = paper("SOL_USDC", null)) {
            awaitSameBook(paper);
            real.faults().begin(Fault.WS_CLOSE, nanos(), Duration.ofDays(1));

            await().atMost(LONG).until(() -> paper.server().faults().isOn(Fault.WS_CLOSE, nanos()));
            rest(others, Side.BID, "149.95", "3");
            real.faults().end();

            await().atMost(LONG).until(() -> !paper.server().faults().isOn(Fault.WS_CLOSE, nanos()));
            awaitSameBook(paper);
        }
    }

    @Test
    void aPaperDeskFindsTheMinutesThatTheMarketHadBeforeIt() throws IOException {
        var busy = new SimulatedVenue(
                "SOL_USDC", "normal", OptionalLong.of(3), List.of(), 1, "log", null, null, Map.of(), false);
        try (var market = EmbeddedVenue.of(busy).open(0, Clock.systemUTC(), ServerListener.NONE, LONG)) {
            real.close();
            real = market.server();
            long now = nanos();

            try (var paper = paper("SOL_USDC", null)) {
                var past = minutes(paper.server(), now);
                assertTrue(past.size() >= 29, () -> "minutes " + past);
                assertEquals(minutes(real, now), past);
            }
        }
    }

    /** Those that were over by then, without what they say of volume. */
    private static List<List<Object>> minutes(BackpackServer venue, long nowNanos) {
        long from = nowNanos - Duration.ofMinutes(40).toNanos();
        return venue.look(exchange -> exchange.candles(CandleInterval.MINUTE_1, from, nowNanos)).stream()
                .filter(minute -> minute.endNanos() <= nowNanos)
                .map(minute -> Arrays.<Object>asList(
                        minute.startNanos(),
                        minute.open(),
                        minute.high(),
                        minute.low(),
                        minute.close(),
                        minute.trades()))
                .toList();
    }

    @Test
    void aMarketThatIsNotThereIsNamed() {
        var refused = assertThrows(
                MistakeException.class, () -> paper("SOL_EURC", null).close());

        assertTrue(refused.said().toString().contains("SOL_EURC"), refused.toString());
    }

    private static long nanos() {
        return EmbeddedVenue.nanos(Instant.now());
    }
}
