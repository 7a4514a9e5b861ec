package makerdeck.accounting;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Side;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountEntry.Desk;
import org.jspecify.annotations.Nullable;

/**
 * What was sold of the base asset and what that had cost, by both methods, and what was income. All in the quote asset.
 *
 * <p>Fees in the traded assets are part of cost and proceeds; those in a third asset stand in rows of their own, without
 * a value. Interest and rebates are income at the mid or price of the moment, at which they are also held from then on.
 * What was there at the beginning, or came by transfer, is held at the mid of that moment; what went by transfer takes
 * its cost along.
 */
final class TaxExport implements Export {

    private static final String FIFO = "fifo";
    private static final String AVERAGE = "average";

    private final Map<Desk, CostLots> held = new HashMap<>();

    @Override
    public List<String> columns() {
        return List.of(
                "time",
                "year",
                "kind",
                "method",
                "symbol",
                "asset",
                "quantity",
                "acquired",
                "proceeds",
                "cost",
                "gain",
                "income",
                "quote",
                "reference");
    }

    @Override
    public void on(Desk desk, AccountEntry entry, Rows rows) throws IOException {
        var lots = held.computeIfAbsent(desk, none -> new CostLots());
        var row = new Row(desk, entry, rows);
        if (entry instanceof AccountEntry.Opened opened) {
            lots.came(opened.at(), opened.base(), opened.base().multiply(opened.mid()));
        } else if (entry instanceof AccountEntry.Traded trade) {
            traded(desk, trade, lots, row);
        } else if (entry instanceof AccountEntry.Transferred moved) {
            if (moved.base().signum() < 0) {
                gone("transfer", moved.base().negate(), null, lots, row);
            } else {
                lots.came(moved.at(), moved.base(), moved.base().multiply(moved.mid()));
            }
        } else if (entry instanceof AccountEntry.Earned paid) {
            interest(desk, paid, lots, row);
        }
    }

    private static void traded(Desk desk, AccountEntry.Traded trade, CostLots lots, Row row) throws IOException {
        var fee = trade.fee();
        boolean isRebate = fee.signum() < 0;
        var baseFee = trade.feeAsset().equals(desk.base()) && !isRebate ? fee : BigDecimal.ZERO;
        var quoteFee = trade.feeAsset().equals(desk.quote()) && !isRebate ? fee : BigDecimal.ZERO;
        if (trade.side() == Side.BID) {
            lots.came(
                    trade.at(),
                    trade.quantity().subtract(baseFee),
                    trade.worth().add(quoteFee));
        } else {
            gone("sale", trade.quantity().add(baseFee), trade.worth().subtract(quoteFee), lots, row);
        }
        if (isRebate) {
            rebate(desk, trade, lots, row);
        } else if (fee.signum() != 0 && baseFee.signum() == 0 && quoteFee.signum() == 0) {
            row.add("fee", ExportCell.NONE, trade.feeAsset(), fee, null, null, null, null);
        }
    }

    private static void rebate(Desk desk, AccountEntry.Traded trade, CostLots lots, Row row) throws IOException {
        var paid = trade.fee().negate();
        @Nullable BigDecimal value = null;
        if (trade.feeAsset().equals(desk.base())) {
            value = paid.multiply(trade.price());
            lots.came(trade.at(), paid, value);
        } else if (trade.feeAsset().equals(desk.quote())) {
            value = paid;
        }
        row.add("rebate", ExportCell.NONE, trade.feeAsset(), paid, null, null, null, value);
    }

    private static void interest(Desk desk, AccountEntry.Earned paid, CostLots lots, Row row) throws IOException {
        if (paid.base().signum() != 0) {
            var value = paid.base().multiply(paid.mid());
            row.add("interest", ExportCell.NONE, desk.base(), paid.base(), null, null, null, value);
            if (paid.base().signum() > 0) {
                lots.came(paid.at(), paid.base(), value);
            } else {
                gone("interest-paid", paid.base().negate(), value.negate(), lots, row);
            }
        }
        if (paid.quote().signum() != 0) {
            row.add("interest", ExportCell.NONE, desk.quote(), paid.quote(), null, null, null, paid.quote());
        }
    }

    /** {@code proceeds} null: nothing was got for it, and nothing gained. */
    private static void gone(String kind, BigDecimal quantity, @Nullable BigDecimal proceeds, CostLots lots, Row row)
            throws IOException {
        var left = proceeds;
        var parts = lots.oldest(quantity);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            boolean isLast = i == parts.size() - 1;
            @Nullable BigDecimal its = null;
            if (proceeds != null && left != null) {
                its = isLast ? left : CostLots.share(proceeds, part.quantity(), quantity);
                left = left.subtract(its);
            }
            row.add(kind, FIFO, row.desk.base(), part.quantity(), part.acquired(), its, part.cost(), null);
        }
        row.add(kind, AVERAGE, row.desk.base(), quantity, null, proceeds, lots.average(quantity), null);
    }

    /** Rows of one entry. */
    private record Row(Desk desk, AccountEntry entry, Rows rows) {

        private void add(
                String kind,
                String method,
                String asset,
                BigDecimal quantity,
                @Nullable Instant acquired,
                @Nullable BigDecimal proceeds,
                @Nullable BigDecimal cost,
                @Nullable BigDecimal income)
                throws IOException {
            var time = ExportCell.time(entry.at());
            rows.add(
                    time,
                    ExportCell.time(entry.at(), "yyyy"),
                    kind,
                    method,
                    ExportCell.text(desk.symbol()),
                    ExportCell.text(asset),
                    ExportCell.number(quantity),
                    acquired == null ? ExportCell.NONE : ExportCell.time(acquired),
                    number(proceeds),
                    number(cost),
                    proceeds == null || cost == null ? ExportCell.NONE : ExportCell.number(proceeds.subtract(cost)),
                    number(income),
                    ExportCell.text(desk.quote()),
                    ExportCell.reference(desk, entry));
        }

        private static String number(@Nullable BigDecimal value) {
            return value == null ? ExportCell.NONE : ExportCell.number(value);
        }
    }
}
