package makerdeck.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import makerdeck.backpack.wire.signing.Instruction;

/** What the venue itself says was traded and is held. Immutable. */
record VenueLedger(long fills, BigDecimal base, BigDecimal quote, BigDecimal fees, String capital) {

    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");
    private static final int PAGE = 1000;

    static VenueLedger read(VenueProcess venue) {
        var rows = all(venue, Instruction.FILL_HISTORY_QUERY_ALL, "fills", "Asc", row -> true);
        var capital = venue.get(Instruction.BALANCE_QUERY, "/api/v1/capital", "symbol", "SOL_USDC");
        return of(rows, capital);
    }

    /** Order and trade of every fill. */
    static List<String> fillKeys(VenueProcess venue) {
        return all(venue, Instruction.FILL_HISTORY_QUERY_ALL, "fills", "Asc", row -> true).stream()
                .map(row -> field(row, "orderId") + "/" + field(row, "tradeId"))
                .sorted()
                .toList();
    }

    /** When the orders were made that are finished by now, those before {@code from} left out. */
    static List<Instant> ordersMade(VenueProcess venue, Instant from) {
        return all(venue, Instruction.ORDER_HISTORY_QUERY_ALL, "orders", "Desc", row -> madeAt(row)
                        .isAfter(from))
                .stream()
                .map(VenueLedger::madeAt)
                .filter(at -> at.isAfter(from))
                .toList();
    }

    private static Instant madeAt(String row) {
        return LocalDateTime.parse(field(row, "createdAt")).toInstant(ZoneOffset.UTC);
    }

    /** Rows of a history, page by page as long as a page's last one is wanted. */
    private static List<String> all(
            VenueProcess venue, Instruction what, String name, String direction, Predicate<String> wanted) {
        var rows = new ArrayList<String>();
        while (true) {
            var query = List.of(
                    Map.entry("limit", "" + PAGE),
                    Map.entry("offset", "" + rows.size()),
                    Map.entry("sortDirection", direction));
            var page = OBJECT.matcher(venue.get(what, "/wapi/v1/history/" + name, query))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            rows.addAll(page);
            if (page.size() < PAGE || !wanted.test(page.get(PAGE - 1))) {
                return rows;
            }
        }
    }

    private static VenueLedger of(List<String> rows, String capital) {
        var base = BigDecimal.ZERO;
        var quote = BigDecimal.ZERO;
        var fees = BigDecimal.ZERO;
        for (var row : rows) {
            var price = new BigDecimal(field(row, "price"));
            var quantity = new BigDecimal(field(row, "quantity"));
            var fee = new BigDecimal(field(row, "fee"));
            base = base.add(quantity);
            quote = quote.add(quantity.multiply(price));
            fees = fees.add(field(row, "feeSymbol").equals("SOL") ? fee.multiply(price) : fee);
        }
        return new VenueLedger(rows.size(), base, quote, fees, capital);
    }

    /** Available and locked of one asset. */
    BigDecimal held(String asset) {
        var row = Pattern.compile("\"" + asset + "\":(\\{[^{}]*})").matcher(capital);
        if (!row.find()) {
            throw new IllegalStateException("no " + asset + " in " + capital);
        }
        return new BigDecimal(field(row.group(1), "available")).add(new BigDecimal(field(row.group(1), "locked")));
    }

    /** A field's text, quoted or not. */
    static String field(String row, String name) {
        var found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(row);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + row);
        }
        return found.group(1);
    }
}
