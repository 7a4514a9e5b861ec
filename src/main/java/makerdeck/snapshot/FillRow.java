package makerdeck.snapshot;

import java.math.BigDecimal;
import makerdeck.domain.Fill;
import org.jspecify.annotations.Nullable;

/**
 * One booked fill.
 *
 * @param tag of the order it filled
 * @param ratioAfter base share of total value after it, in %, null when unknown
 * @param markout5s side * (mid 5 s later - price) / price in %, null until then
 */
public record FillRow(
        Fill fill,
        String tag,
        @Nullable BigDecimal ratioAfter,
        @Nullable BigDecimal markout5s) {}
