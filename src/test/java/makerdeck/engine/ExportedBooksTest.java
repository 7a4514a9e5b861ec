package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import makerdeck.accounting.ExportCommand;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Fill;
import makerdeck.domain.Side;
import makerdeck.settings.ExportChoice;
import makerdeck.settings.ExportChoice.Format;
import makerdeck.settings.ExportChoice.What;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported adds up to what the venue says is on the account, to the last digit, however often the desk died. */
class ExportedBooksTest {

    private static final int SEEDS = 2;
    private static final int LIVES = 6;

    @TempDir
    private Path folder;

    /** {@code -Dcampaign=98} makes a hundred of them. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS + Integer.getInteger("campaign", 0));
    }

    private List<Map<String, String>> export(What what, Format format) {
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var choice = new ExportChoice(what, format, LocalDate.parse("2000-01-01"), LocalDate.parse("2199-12-31"), true);
        int code = new ExportCommand(choice, new Speech(Language.ENGLISH))
                .run(folder.resolve("journal.db"), new PrintStream(out), new PrintStream(errors));
        assertEquals("", errors.toString(StandardCharsets.UTF_8));
        assertEquals(0, code);
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        var names = columns(lines.get(0));
        return lines.stream().skip(1).map(line -> row(names, line)).toList();
    }

    /** Three of CoinTracking's have one name. */
    private static List<String> columns(String line) {
        var names = new ArrayList<String>();
        for (var name : line.split(",")) {
            names.add(names.contains(name) || name.equals("Cur.") ? names.get(names.size() - 1) + name : name);
        }
        return names;
    }

    private static Map<String, String> row(List<String> names, String line) {
        assertTrue(!line.contains("\""), line);
        var cells = line.split(",", -1);
        assertEquals(names.size(), cells.length, line);
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.length; i++) {
            row.put(names.get(i), cells[i]);
        }
        return row;
    }

    private static void add(
            Map<String, BigDecimal> sums, Map<String, String> row, String asset, String amount, int sign) {
        var number = row.getOrDefault(amount, "");
        if (!number.isEmpty()) {
            var change = new BigDecimal(number).multiply(BigDecimal.valueOf(sign));
            sums.merge(row.getOrDefault(asset, ""), change, BigDecimal::add);
        }
    }

    /** What each asset comes to, by the rules of who reads the format. */
    private Map<String, BigDecimal> held(Format format) {
        var sums = new HashMap<String, BigDecimal>();
        for (var row : export(What.LEDGER, format)) {
            switch (format) {
                case KOINLY -> {
                    add(sums, row, "Received Currency", "Received Amount", 1);
                    add(sums, row, "Sent Currency", "Sent Amount", -1);
                    add(sums, row, "Fee Currency", "Fee Amount", -1);
                }
                case COINTRACKING -> {
                    add(sums, row, "BuyCur.", "Buy", 1);
                    add(sums, row, "SellCur.", "Sell", -1);
                }
                case ROTKI ->
                    add(
                            sums,
                            row,
                            "Currency",
                            "Amount",
                            List.of("Deposit", "Income").contains(row.get("Type")) ? 1 : -1);
                default -> add(sums, row, "asset", "amount", 1);
            }
        }
        if (format == Format.ROTKI) {
            for (var row : export(What.FILLS, format)) {
                add(sums, row, "Receive Currency", "Receive Amount", 1);
                add(sums, row, "Spend Currency", "Spend Amount", -1);
                add(sums, row, "Fee Currency", "Fee", -1);
            }
        }
        return stripped(sums);
    }

    private static Map<String, BigDecimal> stripped(Map<String, BigDecimal> sums) {
        var stripped = new TreeMap<String, BigDecimal>();
        sums.forEach((asset, sum) -> {
            if (sum.signum() != 0) {
                stripped.put(asset, sum.stripTrailingZeros());
            }
        });
        return stripped;
    }

    private Bench lived(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var bench = new Bench(new MarketSource.Agents(MarketPreset.DEMO), seed);
        bench.keepsOrderNews = false;
        var lives = new Lives(bench, folder).with(Map.of("spread.mode", "fixed", "spread", "0.02", "fee-floor", "off"));
        bench.startedAsItIs();
        bench.pass(Duration.ofSeconds(2));
        for (int life = 0; life < LIVES; life++) {
            bench.venue.books().payFeesInThirdAsset(random.nextBoolean());
            bench.pass(Duration.ofMillis(random.nextInt(1, 8000)));
            if (life == LIVES / 2) {
                bench.venue.books().deposit("USDC", Integer.toString(random.nextInt(100, 900)));
                bench.pass(Duration.ofSeconds(10));
            }
            if (random.nextBoolean()) {
                lives.stopWriting();
                bench.pass(Duration.ofMillis(random.nextInt(10, 200)));
            }
            lives.kill(Duration.ofMillis(random.nextInt(10, 5000)));
            lives.restart(Duration.ofSeconds(10));
        }
        // A deposit is believed once balances have stood still for a while.
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(40));
        lives.close();
        return bench;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachFormatAddsUpToWhatTheVenueHolds(long seed) throws IOException {
        var bench = lived(seed);
        var fills = bench.venue.books().fills(Bench.START);
        var balances = bench.venue.books().balances();
        var venue = new HashMap<String, BigDecimal>();
        venue.put("SOL", balances.base().total());
        venue.put("USDC", balances.quote().total());
        fills.stream()
                .filter(fill -> !List.of("SOL", "USDC").contains(fill.feeAsset()))
                .forEach(fill -> venue.merge(fill.feeAsset(), fill.fee().negate(), BigDecimal::add));

        assertTrue(fills.size() > 5, () -> "too few fills to tell anything: " + fills.size());
        for (var format : Format.values()) {
            if (format != Format.JSONL) {
                assertEquals(stripped(venue), held(format), format.name());
            }
        }
        assertFills(fills);
        assertTaxes(fills);
    }

    private void assertFills(List<Fill> fills) {
        var told = export(What.FILLS, Format.CSV);
        assertEquals(fills.size(), told.size());
        for (int i = 0; i < fills.size(); i++) {
            var fill = fills.get(i);
            var row = told.stream()
                    .filter(each -> Long.toString(fill.tradeId()).equals(each.get("trade_id"))
                            && fill.orderId().equals(each.get("order_id")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(fill.side() == Side.BID ? "buy" : "sell", row.get("side"));
            for (var figure : Map.of("price", fill.price(), "quantity", fill.quantity(), "fee", fill.fee())
                    .entrySet()) {
                var number = new BigDecimal(row.getOrDefault(figure.getKey(), ""));
                assertEquals(0, number.compareTo(figure.getValue()), () -> figure + " was " + number);
            }
            assertEquals(fill.feeAsset(), row.get("fee_asset"));
        }
    }

    /** What was sold, by either method, is what the venue has sold. */
    private void assertTaxes(List<Fill> fills) {
        var sold = BigDecimal.ZERO;
        for (var fill : fills) {
            if (fill.side() == Side.ASK) {
                sold = sold.add(fill.quantity()).add(fill.feeAsset().equals("SOL") ? fill.fee() : BigDecimal.ZERO);
            }
        }
        var proceeds = new TreeMap<String, BigDecimal>();
        var quantities = new TreeMap<String, BigDecimal>();
        for (var row : export(What.TAX, Format.CSV)) {
            if ("sale".equals(row.get("kind"))) {
                add(proceeds, row, "method", "proceeds", 1);
                add(quantities, row, "method", "quantity", 1);
            }
        }
        assertEquals(
                stripped(Map.of("both", quantities.getOrDefault("average", BigDecimal.ZERO))),
                stripped(Map.of("both", quantities.getOrDefault("fifo", BigDecimal.ZERO))));
        assertEquals(
                stripped(Map.of("both", proceeds.getOrDefault("average", BigDecimal.ZERO))),
                stripped(Map.of("both", proceeds.getOrDefault("fifo", BigDecimal.ZERO))));
        var told = quantities.getOrDefault("fifo", BigDecimal.ZERO);
        assertEquals(0, sold.compareTo(told), sold + " was " + told);
    }
}
