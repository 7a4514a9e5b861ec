package makerdeck.console.pane.widget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.Inventory;

/**
 * A scale from 0 to 100 %: {@code |} hard limits, {@code ( )} the band in which nothing is rebalanced, {@code T} the
 * target, {@code o} where the account is, beside the target when both fall into one cell. What matters more stands in
 * front.
 */
public record RatioBar(int width, Inventory inventory) {

    public void draw(Strip strip, Glyphs glyphs) {
        int target = at(inventory.target());
        int now = now(target);
        int low = at(inventory.low());
        int high = at(inventory.high());
        for (int i = 0; i < width; i++) {
            if (i == now) {
                strip.put(Role.RATIO_NOW, 'o', 1);
            } else if (i == target) {
                strip.put(Role.RATIO_TARGET, 'T', 1);
            } else if (i == low) {
                strip.put(Role.RATIO_BAND, '(', 1);
            } else if (i == high) {
                strip.put(Role.RATIO_BAND, ')', 1);
            } else if (i == at(inventory.hardLow()) || i == at(inventory.hardHigh())) {
                strip.put(Role.RATIO_LIMIT, '|', 1);
            } else if (i > low && i < high) {
                strip.put(Role.RATIO_BAND, glyphs.band(), 1);
            } else {
                strip.put(Role.RATIO_TRACK, glyphs.track(), 1);
            }
        }
    }

    /** On the side of the target where it is; exactly there it takes the right. */
    private int now(int target) {
        int now = at(inventory.ratio());
        if (now != target || width < 2) {
            return now;
        }
        boolean left = inventory.ratio().compareTo(inventory.target()) < 0;
        return left && target > 0 || target == width - 1 ? target - 1 : target + 1;
    }

    private int at(BigDecimal percent) {
        int cell = percent.multiply(BigDecimal.valueOf(width - 1L))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .intValue();
        return Math.max(0, Math.min(width - 1, cell));
    }
}
