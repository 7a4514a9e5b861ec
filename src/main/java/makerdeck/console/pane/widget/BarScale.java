package makerdeck.console.pane.widget;

import makerdeck.domain.Quantity;

/** How much a full bar is worth: 1, 2 or 5 times a power of ten, so that bars do not breathe with every update. */
public record BarScale(long fullSteps) {

    /** For bars of which the longest stands for {@code most}. */
    public static BarScale of(long most) {
        long power = 1;
        while (power * 10 <= most) {
            power *= 10;
        }
        long full = power;
        for (int times : new int[] {2, 5, 10}) {
            if (full < most) {
                full = power * times;
            }
        }
        return new BarScale(full);
    }

    /** Cells of a bar that may have {@code most}; at least one for anything at all. */
    public int cells(Quantity size, int most) {
        if (size.isZero() || most == 0) {
            return 0;
        }
        double share = (double) size.steps() / fullSteps;
        return (int) Math.max(1, Math.min(most, Math.round(share * most)));
    }
}
