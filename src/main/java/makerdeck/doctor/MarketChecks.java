package makerdeck.doctor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import org.jspecify.annotations.Nullable;

/** Whether the market trades, takes the prices and sizes of the parameters, and what the account can pay for. */
final class MarketChecks {

    private static final MathContext PRECISE = MathContext.DECIMAL64;
    private static final BigDecimal HALF_OF_A_PERCENT = new BigDecimal("0.005");

    /** What the venue takes in a minute, of which a desk plans with 95 %. */
    private static final long REQUESTS = 2000;

    /** Reads of a quiet desk in a minute. */
    private static final long READS = 30;

    private final Patient patient;
    private Markets.@Nullable MarketInfo market;
    private @Nullable BigDecimal bid;
    private @Nullable BigDecimal ask;

    MarketChecks(Patient patient) {
        this.patient = patient;
    }

    /** Null until it was read. */
    Markets.@Nullable MarketInfo market() {
        return market;
    }

    /** Best bid, null until it was read. */
    @Nullable
    BigDecimal bid() {
        return bid;
    }

    List<Finding> run() {
        var findings = new ArrayList<Finding>();
        try {
            var query = List.of(Map.entry("symbol", patient.symbol()));
            var answer = patient.calls().open("/api/v1/market", query);
            patient.raw().keep("market", answer);
            if (!answer.isGood()) {
                findings.add(Finding.fail(
                        "market",
                        Message.of("doctor.market.none", patient.symbol(), answer.refusal()),
                        Message.of("doctor.market.none.todo")));
                return findings;
            }
            var read = patient.calls().codec().decode(Markets.MarketInfo.class, answer.body());
            market = read;
            findings.add(state(read));
            readBook();
            findings.add(band(read));
        } catch (UnavailableException failed) {
            findings.add(Finding.fail(
                    "market", Message.of("doctor.no-answer", failed.said()), Message.of("doctor.unreadable.todo")));
        } catch (MalformedMessageException odd) {
            findings.add(Finding.fail("market", Message.of("doctor.malformed"), Message.of("doctor.unreadable.todo")));
        }
        return findings;
    }

    private static Finding state(Markets.MarketInfo market) {
        var state = String.valueOf(market.orderBookState());
        return state.equals("Open")
                ? Finding.ok("market", Message.of("doctor.market.open"))
                : Finding.fail(
                        "market", Message.of("doctor.market.closed", state), Message.of("doctor.market.closed.todo"));
    }

    private void readBook() throws UnavailableException, MalformedMessageException {
        var answer = patient.calls()
                .open("/api/v1/depth", List.of(Map.entry("symbol", patient.symbol()), Map.entry("limit", "1000")));
        patient.raw().keep("depth", answer);
        if (answer.isGood()) {
            var book = patient.calls().codec().decode(Markets.DepthSnapshot.class, answer.body());
            bid = prices(book.bids()).stream().max(BigDecimal::compareTo).orElse(null);
            ask = prices(book.asks()).stream().min(BigDecimal::compareTo).orElse(null);
        }
    }

    private static List<BigDecimal> prices(@Nullable List<List<String>> levels) throws MalformedMessageException {
        try {
            return levels == null
                    ? List.of()
                    : levels.stream().map(level -> new BigDecimal(level.get(0))).toList();
        } catch (RuntimeException odd) {
            throw new MalformedMessageException("price", odd);
        }
    }

    /** How far the outermost layer is from the mid, as the spread is set: guards and volatility can carry it further. */
    private BigDecimal outermost() {
        var parameters = patient.parameters();
        return parameters
                .spread()
                .multiply(HALF_OF_A_PERCENT)
                .multiply(parameters.layerGrowth().pow(parameters.layers() - 1, PRECISE), PRECISE);
    }

    private Finding band(Markets.MarketInfo market) {
        var filter = market.filters() == null ? null : market.filters().price();
        var low = filter == null ? null : AccountChecks.decimal(filter.minMultiplier());
        var high = filter == null ? null : AccountChecks.decimal(filter.maxMultiplier());
        var away = outermost();
        var found = Message.of(
                "doctor.band.found",
                percent(away),
                low == null ? "-" : percent(low.subtract(BigDecimal.ONE)),
                high == null ? "-" : percent(high.subtract(BigDecimal.ONE)));
        if (low != null && BigDecimal.ONE.subtract(away).compareTo(low) < 0
                || high != null && BigDecimal.ONE.add(away).compareTo(high) > 0) {
            return Finding.fail("band", found, Message.of("doctor.band.todo"));
        }
        var mean = filter == null ? null : filter.meanMarkPriceBand();
        var lowMean = mean == null ? null : AccountChecks.decimal(mean.minMultiplier());
        return lowMean != null && BigDecimal.ONE.subtract(away).compareTo(lowMean) < 0
                ? Finding.warn("band", found, Message.of("doctor.band.mean.todo"))
                : Finding.ok("band", found);
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The smallest order on each layer against what can pay for it. */
    Finding funds(Map<String, BigDecimal> available) {
        var known = market;
        var filter = known == null || known.filters() == null
                ? null
                : known.filters().quantity();
        var least = filter == null ? null : AccountChecks.decimal(filter.minQuantity());
        var price = ask;
        if (known == null || least == null || price == null) {
            return unknownFunds();
        }
        var quantity = patient.parameters().quantity();
        if (quantity.isPresent() && quantity.get().compareTo(least) < 0) {
            return Finding.fail(
                    "funds",
                    Message.of("doctor.funds.too-small", quantity.get().toPlainString(), least.toPlainString()),
                    Message.of("doctor.funds.too-small.todo", least.toPlainString()));
        }
        var each = quantity.orElse(least);
        if (each.signum() <= 0 || price.signum() <= 0) {
            return unknownFunds();
        }
        long asks = layers(available.get(String.valueOf(known.baseSymbol())), each);
        long bids = layers(available.get(String.valueOf(known.quoteSymbol())), each.multiply(price));
        var layers = patient.parameters().layers();
        var found =
                Message.of("doctor.funds.found", each.toPlainString(), known.baseSymbol(), bids, asks, (long) layers);
        if (asks == 0 && bids == 0) {
            return Finding.fail("funds", found, Message.of("doctor.funds.todo"));
        }
        return asks < layers || bids < layers
                ? Finding.warn("funds", found, Message.of("doctor.funds.todo"))
                : Finding.ok("funds", found);
    }

    private static Finding unknownFunds() {
        return Finding.warn("funds", Message.of("doctor.funds.unknown"), Message.of("doctor.unreadable.todo"));
    }

    private static long layers(@Nullable BigDecimal available, BigDecimal each) {
        return available == null ? 0 : available.divideToIntegralValue(each).longValue();
    }

    /** When every review replaces every order: a quiet market needs much less. */
    Finding budget() {
        var parameters = patient.parameters();
        long reviews = Math.max(1, 60 / Math.max(1, parameters.interval().toSeconds()));
        long requests = READS + reviews * (2L * parameters.layers() + 1);
        var found = Message.of("doctor.budget.found", requests, REQUESTS);
        if (requests > REQUESTS) {
            return Finding.fail("budget", found, Message.of("doctor.budget.todo"));
        }
        return requests > REQUESTS / 2
                ? Finding.warn("budget", found, Message.of("doctor.budget.todo"))
                : Finding.ok("budget", found);
    }
}
