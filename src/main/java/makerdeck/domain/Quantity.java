package makerdeck.domain;

/** A size in whole steps of its {@link Market}; never negative. */
public record Quantity(long steps) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(0);

    public Quantity {
        if (steps < 0) {
            throw new IllegalArgumentException("quantity steps must not be negative, was " + steps);
        }
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(steps, other.steps));
    }

    /** The difference; {@code other} must not be larger. */
    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(steps, other.steps));
    }

    public boolean isZero() {
        return steps == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(steps, other.steps);
    }
}
