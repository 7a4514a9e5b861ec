package makerdeck.backpack.client;

import static makerdeck.backpack.client.WireText.decimal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.Account;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.Instruction;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Orders;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Fill;
import makerdeck.domain.Market;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/** Reads balances and fills. Client thread only. */
final class MoneyReads {

    private static final int PAGE = 1000;

    private final Reads reads;
    private final Reporter reporter;

    MoneyReads(Reads reads, Reporter reporter) {
        this.reads = reads;
        this.reporter = reporter;
    }

    /** Both assets in one event; lent funds are in another answer, and half the truth is none. */
    void readBalances(Rules rules) {
        var asked = reporter.now();
        reads.send(
                Ask.read("/api/v1/capital", Instruction.BALANCE_QUERY, List.of()),
                (codec, body) -> capital(rules.market(), codec, body),
                new Reading<>(
                        balances -> {
                            if (rules.lends()) {
                                addLent(asked, balances, rules.market());
                            } else {
                                reporter.tell(new VenueEvent.BalancesRead(reporter.now(), asked, balances));
                            }
                        },
                        why -> failed(Words.say("client.read.balances"), why)));
    }

    private void addLent(Instant asked, Balances balances, Market market) {
        reads.send(
                Ask.read("/api/v1/borrowLend/positions", Instruction.BORROW_LEND_POSITION_QUERY, List.of()),
                (codec, body) -> withLent(balances, market, codec, body),
                new Reading<>(
                        all -> reporter.tell(new VenueEvent.BalancesRead(reporter.now(), asked, all)),
                        why -> failed(Words.say("client.read.balances"), why)));
    }

    private static Balances capital(Market market, Codec codec, String body)
            throws MalformedMessageException, UnreadableException {
        var assets = codec.decodeMap(Account.Balance.class, body);
        return new Balances(balance(assets.get(market.base())), balance(assets.get(market.quote())));
    }

    /** An asset the venue does not list is one the account has nothing of. */
    private static Balance balance(Account.@Nullable Balance wire) throws UnreadableException {
        return wire == null
                ? Balance.ZERO
                : new Balance(
                        decimal(wire.available(), "available"), decimal(wire.locked(), "locked"), BigDecimal.ZERO);
    }

    private static Balances withLent(Balances balances, Market market, Codec codec, String body)
            throws MalformedMessageException, UnreadableException {
        var base = balances.base();
        var quote = balances.quote();
        for (var position : codec.decodeList(Account.LendPosition.class, body)) {
            if (market.base().equals(position.symbol())) {
                base = lent(base, decimal(position.netQuantity(), "netQuantity"));
            } else if (market.quote().equals(position.symbol())) {
                quote = lent(quote, decimal(position.netQuantity(), "netQuantity"));
            }
        }
        return new Balances(base, quote);
    }

    private static Balance lent(Balance balance, BigDecimal lent) {
        return new Balance(balance.available(), balance.locked(), lent);
    }

    void readFills(Instant from, Interpreter rules) {
        readFillsPage(new Fills(from, new ArrayList<>(), new HashSet<>()), 0, rules);
    }

    private void readFillsPage(Fills fills, int offset, Interpreter rules) {
        // Oldest first, so that a fill that happens meanwhile does not push others across a page's edge.
        var query = List.of(
                Map.entry("symbol", rules.market().symbol()),
                Map.entry("from", String.valueOf(fills.from.toEpochMilli())),
                Map.entry("limit", String.valueOf(PAGE)),
                Map.entry("offset", String.valueOf(offset)),
                Map.entry("sortDirection", "Asc"));
        reads.send(
                Ask.read("/wapi/v1/history/fills", Instruction.FILL_HISTORY_QUERY_ALL, query),
                (codec, body) -> fills(rules, codec, body),
                new Reading<>(
                        page -> {
                            fills.add(page);
                            if (page.size() < PAGE) {
                                reporter.tell(
                                        new VenueEvent.FillsRead(reporter.now(), fills.from, fills.oldestFirst()));
                            } else {
                                readFillsPage(fills, offset + PAGE, rules);
                            }
                        },
                        why -> failed(Words.say("client.read.fills"), why)));
    }

    private static List<Fill> fills(Interpreter rules, Codec codec, String body)
            throws MalformedMessageException, UnreadableException {
        var fills = new ArrayList<Fill>();
        for (var row : codec.decodeList(Orders.Fill.class, body)) {
            fills.add(rules.fill(row));
        }
        return fills;
    }

    private void failed(String what, Rejection why) {
        reporter.tell(new VenueEvent.ReadFailed(reporter.now(), what, why.refusal(), why.message()));
    }

    /** The pages read so far, each fill once. */
    private record Fills(Instant from, List<Fill> rows, HashSet<Map.Entry<String, Long>> keys) {

        void add(List<Fill> page) {
            for (var fill : page) {
                if (keys.add(Map.entry(fill.orderId(), fill.tradeId()))) {
                    rows.add(fill);
                }
            }
        }

        List<Fill> oldestFirst() {
            return rows.stream().sorted(Comparator.comparing(Fill::at)).toList();
        }
    }
}
