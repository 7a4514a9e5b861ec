package makerdeck.console.pane;

import makerdeck.domain.Side;
import makerdeck.snapshot.DeskEvent;

/**
 * How many rows, the title among them, a pane has something to show in. In steps, so that panes do not move with every
 * row that comes.
 */
final class Wanted {

    private static final int[] STEPS = {2, 5, 10, 20};
    /** Of the greatest number of layers. */
    private static final int DIGITS = 3;

    private static final String LAYERS = "layers";

    private Wanted() {}

    static int fills(View view) {
        return 1 + step(view.still().desk().fills().size());
    }

    static int log(View view) {
        var still = view.still();
        int most = STEPS[STEPS.length - 1];
        int rows = still.options().notices().size();
        var log = still.desk().log();
        for (int i = log.size() - 1; i >= 0 && rows < most; i--) {
            var kind = log.get(i).kind();
            rows += kind == DeskEvent.Kind.ORDER || kind == DeskEvent.Kind.FILL ? 0 : 1;
        }
        return 1 + step(rows);
    }

    /** As many as there may be, for they come and go. */
    static int orders(View view) {
        return 1 + Math.max(2 * layers(view), view.desk().orders().size());
    }

    /** One while nobody has said how many. */
    private static int layers(View view) {
        for (var row : view.desk().parameters()) {
            if (row.key().equals(LAYERS)) {
                return isNumber(row.value()) ? Integer.parseInt(row.value()) : 1;
            }
        }
        return 1;
    }

    private static boolean isNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= DIGITS;
    }

    /** Of all levels of both sides, with the mid between them. */
    static int ladder(View view) {
        return 2
                        * Math.max(
                                view.book().levels(Side.BID).size(),
                                view.book().levels(Side.ASK).size())
                + 2;
    }

    private static int step(int rows) {
        for (int step : STEPS) {
            if (rows <= step) {
                return step;
            }
        }
        return rows;
    }
}
