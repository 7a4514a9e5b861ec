package makerdeck.daybook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** ReportCells as the report spells them: exact, to the eighth decimal at most. Pure. */
final class ReportCells {

    private static final int DECIMALS = 8;
    private static final int PERCENT_DECIMALS = 2;
    private static final Message UNKNOWN = Message.of("daybook.unknown");

    private ReportCells() {}

    static Message of(@Nullable BigDecimal amount) {
        return amount == null ? UNKNOWN : Message.plain(text(amount));
    }

    static String text(BigDecimal amount) {
        var rounded = amount.setScale(Math.min(DECIMALS, amount.scale()), RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Rounded down: what is not whole never reads as 100. */
    static Message percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? UNKNOWN
                : Message.plain(part.movePointRight(2)
                                .divide(whole, PERCENT_DECIMALS, RoundingMode.FLOOR)
                                .toPlainString()
                        + "%");
    }

    static Message share(long millis, Duration wall) {
        return percent(BigDecimal.valueOf(millis), BigDecimal.valueOf(wall.toMillis()));
    }

    /** Basis points of what they were paid on. */
    static Message points(BigDecimal fees, BigDecimal volume) {
        return volume.signum() == 0
                ? UNKNOWN
                : Message.of(
                        "daybook.points",
                        text(fees.movePointRight(4).divide(volume, PERCENT_DECIMALS, RoundingMode.HALF_EVEN)));
    }

    /** {@code 0.001 BNB + 2 XYZ}. */
    static Message amounts(Map<String, BigDecimal> byAsset) {
        return Message.plain(new TreeMap<>(byAsset)
                .entrySet().stream()
                        .map(each -> text(each.getValue()) + " " + each.getKey())
                        .collect(Collectors.joining(" + ")));
    }
}
