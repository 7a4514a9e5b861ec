package makerdeck.simulator.faults;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What goes wrong, and when: a timeline that may grow while it runs down. The same seed makes the same
 * timeline.
 *
 * <p>Any thread; never blocks.
 */
public final class FaultPlan {

    private static final int MOST_AT_ONCE = 3;

    /** One fault, in nanoseconds since 1970; {@code untilNanos} is the first moment without it. */
    public record Spell(Fault fault, long fromNanos, long untilNanos) {

        boolean covers(long nanos) {
            return fromNanos <= nanos && nanos < untilNanos;
        }
    }

    /** By fault, which is asked for at every request and frame. The map itself never changes. */
    private final Map<Fault, CopyOnWriteArrayList<Spell>> spells = new EnumMap<>(Fault.class);

    public FaultPlan() {
        for (var fault : Fault.values()) {
            spells.put(fault, new CopyOnWriteArrayList<>());
        }
    }

    private CopyOnWriteArrayList<Spell> of(Fault fault) {
        return Objects.requireNonNull(spells.get(fault));
    }

    /** Faults one after the other and up to three at once, each for half a second to eight, with calm between. */
    public static FaultPlan random(long seed, long fromNanos, Duration length, List<Fault> among) {
        var plan = new FaultPlan();
        var random = new SplittableRandom(seed);
        long end = fromNanos + length.toNanos();
        for (long at = fromNanos; at < end; ) {
            long next = at + random.nextLong(500_000_000L, 8_000_000_000L);
            for (int i = random.nextInt(MOST_AT_ONCE + 1); i > 0; i--) {
                var fault = among.get(random.nextInt(among.size()));
                plan.of(fault).add(new Spell(fault, at, Math.min(next, end)));
            }
            at = next;
        }
        return plan;
    }

    /** Has it begin now, beside whatever else goes wrong. */
    public void begin(Fault fault, long nowNanos, Duration length) {
        var begun = of(fault);
        begun.removeIf(spell -> spell.untilNanos() <= nowNanos);
        begun.add(new Spell(fault, nowNanos, nowNanos + length.toNanos()));
    }

    /** Everything is well from now on. */
    public void end() {
        spells.values().forEach(CopyOnWriteArrayList::clear);
    }

    /** This one is over, however often it was begun. */
    public void end(Fault fault) {
        of(fault).clear();
    }

    /** Whether this goes wrong at that time. */
    public boolean isOn(Fault fault, long nanos) {
        for (var spell : of(fault)) {
            if (spell.covers(nanos)) {
                return true;
            }
        }
        return false;
    }

    /** What goes wrong at that time, what began first before the others. */
    public List<Spell> on(long nanos) {
        return spells.values().stream()
                .flatMap(CopyOnWriteArrayList::stream)
                .filter(spell -> spell.covers(nanos))
                .sorted(Comparator.comparingLong(Spell::fromNanos))
                .toList();
    }
}
