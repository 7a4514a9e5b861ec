package makerdeck.daybook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.journal.DeskDays;
import makerdeck.laboratory.report.ReportPart;
import makerdeck.laboratory.report.ReportPart.Prose;
import makerdeck.message.Message;

/** The fee tier of an account, what is missing to the next, and what fills have cost. Pure. */
final class TierLines {

    private static final String REAL = "LIVE";

    private TierLines() {}

    static List<ReportPart> of(DeskDays desk) {
        var lines = new ArrayList<ReportPart>();
        var earnings = desk.earnings();
        var lately = desk.lately();
        // What is paid at a simulated venue is what its operator says.
        var known = earnings.mode().equals(REAL) ? FeeTiers.of(earnings.venue()) : FeeTiers.of("");
        if (known.isEmpty()) {
            lines.add(new Prose(Message.of("daybook.tier.unknown", earnings.venue(), earnings.mode())));
        } else {
            var tiers = known.get();
            var volume = volume(lately.volumes(), tiers);
            var tier = tiers.at(volume);
            lines.add(new Prose(Message.of(
                    "daybook.tier.is",
                    ReportCells.text(volume),
                    tier.number(),
                    tier.makerBp(),
                    tier.takerBp(),
                    next(volume, tier, tiers))));
            lines.add(new Prose(Message.of("daybook.tier.source", tiers.source())));
        }
        lines.add(new Prose(Message.of(
                "daybook.tier.paid",
                ReportCells.points(lately.maker().fees(), lately.maker().volume()),
                ReportCells.points(lately.taker().fees(), lately.taker().volume()))));
        return lines;
    }

    private static BigDecimal volume(Map<String, BigDecimal> bySymbol, FeeTiers tiers) {
        return bySymbol.entrySet().stream()
                .filter(each -> !tiers.free().contains(each.getKey())
                        && tiers.dollars().contains(each.getKey().replaceFirst(".*_", "")))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Message next(BigDecimal volume, FeeTiers.Tier tier, FeeTiers tiers) {
        return tiers.after(tier)
                .map(next -> Message.of(
                        "daybook.tier.missing",
                        ReportCells.text(next.from().subtract(volume)),
                        next.number(),
                        next.makerBp(),
                        next.takerBp()))
                .orElseGet(() -> Message.of(tiers.isWhole() ? "daybook.tier.best" : "daybook.tier.more"));
    }
}
