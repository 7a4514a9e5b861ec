package makerdeck.simulator.model;

import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/**
 * Where an order stands in the queue of a recorded level, of which nothing but the sum is displayed. A trade at the
 * price eats what is in front. Of what was taken back without a trade, some stood in front of the order and some behind
 * it; how much of it behind is all that the models differ in. {@link RiskAverse} is the pessimistic end of the bracket,
 * the others are guesses of its middle. Immutable.
 *
 * <p>Formulas: hftbacktest, "Order Fill" (documentation, {@code docs/order_fill.rst}), after E. Rigtorp, "Estimating
 * order queue position" (2013).
 */
public sealed interface QueueModel {

    /** What an operator may write. */
    String CHOICES = "risk-averse, power:N, log";

    /** The share of what was taken back that stood behind the order, 0 to 1; quantities are in base units. */
    double behind(double front, double back);

    /** As {@link #of} reads it. */
    String text();

    /** All of it was behind: an order gets ahead by trades alone, and by a level that is smaller than what was in front. */
    record RiskAverse() implements QueueModel {
        @Override
        public double behind(double front, double back) {
            return 1;
        }

        @Override
        public String text() {
            return "risk-averse";
        }
    }

    /** {@code f(back) / (f(back) + f(front))} with {@code f(x) = x^n}: the greater n, the more the larger part loses. */
    record Power(double n) implements QueueModel {
        public Power {
            if (!(n > 0 && n <= STEEPEST)) {
                throw new MistakeException(Message.of("simulator.queue.power", STEEPEST, n));
            }
        }

        @Override
        public double behind(double front, double back) {
            // The same as the formula, without powers that no double holds.
            return front <= 0 ? 1 : 1 / (1 + Math.pow(front / Math.max(0, back), n));
        }

        @Override
        public String text() {
            return "power:" + (n == Math.rint(n) ? String.valueOf((long) n) : String.valueOf(n));
        }
    }

    /** The same with {@code f(x) = ln(1 + x)}. */
    record Log() implements QueueModel {
        @Override
        public double behind(double front, double back) {
            double before = Math.log1p(Math.max(0, front));
            return before == 0 ? 1 : Math.log1p(Math.max(0, back)) / (Math.log1p(Math.max(0, back)) + before);
        }

        @Override
        public String text() {
            return "log";
        }
    }

    /** Beyond it all is taken from the larger part, whatever the number. */
    int STEEPEST = 100;

    QueueModel RISK_AVERSE = new RiskAverse();

    /**
     * What is in front of an order after the display at its price has changed. Any unit, the same for all.
     *
     * @param front in front of it until now, trades since the last change already taken off
     * @param before displayed until now, the order's own quantity not among it
     * @param now displayed from now on
     * @param traded at its price since the last change: that is in the display, too, and must not count twice
     * @param unit base units of one of these
     */
    default double after(double front, double before, double now, double traded, double unit) {
        double takenBack = before - now - traded;
        if (takenBack <= 0) {
            return Math.min(front, now);
        }
        double back = before - front;
        double share = behind(front * unit, back * unit);
        double beyond = Math.min(0, back - share * takenBack);
        return Math.max(0, Math.min(now, front - (1 - share) * takenBack + beyond));
    }

    /** The model that a text names: one of {@link #CHOICES}. Throws {@link MistakeException} for any other. */
    static QueueModel of(String text) {
        if (text.equals("risk-averse")) {
            return RISK_AVERSE;
        }
        if (text.equals("log")) {
            return new Log();
        }
        var power = Pattern.compile("power:(\\d{1,3}(\\.\\d{1,6})?)").matcher(text);
        if (power.matches()) {
            return new Power(Double.parseDouble(power.group(1)));
        }
        throw new MistakeException(Message.of("simulator.queue.unknown", CHOICES, text));
    }
}
