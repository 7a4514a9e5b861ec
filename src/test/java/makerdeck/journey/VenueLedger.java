package makerdeck.journey;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import makerdeck.backpack.wire.Instruction;

/** What the venue itself says was traded and is held. Immutable. */
record VenueLedger(long fills, BigDecimal base, BigDecimal quote, BigDecimal fees, String capital) {

    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");
    private static final int MOST = 1000;

    static VenueLedger read(VenueProcess venue) {
        var rows = OBJECT.matcher(
                        venue.get(Instruction.FILL_HISTORY_QUERY_ALL, "/wapi/v1/history/fills", "limit", "" + MOST))
                .results()
                .map(MatchResult::group)
                .toList();
        if (rows.size() == MOST) {
            throw new IllegalStateException("more fills than one page holds: shorten the test");
        }
        var capital = venue.get(Instruction.BALANCE_QUERY, "/api/v1/capital", "symbol", "SOL_USDC");
        return of(rows, capital);
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
