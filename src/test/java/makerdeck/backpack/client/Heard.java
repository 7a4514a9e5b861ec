package makerdeck.backpack.client;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import makerdeck.venue.VenueEvent;

/** A desk that only listens. */
public final class Heard implements Consumer<VenueEvent> {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final List<VenueEvent> events = new CopyOnWriteArrayList<>();
    private final List<VenueEvent.PlaceAnswered> answers = new CopyOnWriteArrayList<>();

    @Override
    public void accept(VenueEvent event) {
        if (event instanceof VenueEvent.PlaceAnswered answer) {
            answers.add(answer);
            events.addAll(answer.orders());
        } else {
            events.add(event);
        }
    }

    /** The answers to requests with orders, each whole. */
    List<VenueEvent.PlaceAnswered> answers() {
        return List.copyOf(answers);
    }

    public <E extends VenueEvent> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The first of its kind, waited for. */
    public <E extends VenueEvent> E first(Class<E> kind) {
        return first(kind, event -> true);
    }

    public <E extends VenueEvent> E first(Class<E> kind, Predicate<E> which) {
        return await("for " + kind.getSimpleName() + ", heard " + kinds())
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> find(kind, which), Optional::isPresent)
                .orElseThrow();
    }

    private <E extends VenueEvent> Optional<E> find(Class<E> kind, Predicate<E> which) {
        return all(kind).stream().filter(which).findFirst();
    }

    /** Waits until all of the kinds have been heard as often as said. */
    public <E extends VenueEvent> List<E> atLeast(int count, Class<E> kind) {
        await(kind.getSimpleName()).atMost(LONGEST).until(() -> all(kind).size() >= count);
        return all(kind);
    }

    /** Waits until one of the two kinds has been heard. */
    void eitherOf(Class<? extends VenueEvent> one, Class<? extends VenueEvent> other) {
        await(one.getSimpleName() + " or " + other.getSimpleName())
                .atMost(LONGEST)
                .until(() -> !all(one).isEmpty() || !all(other).isEmpty());
    }

    /** Waits until so many placed orders have been refused or are unknown. */
    public void outcomes(int count) {
        await("outcomes")
                .atMost(LONGEST)
                .until(() -> all(VenueEvent.PlaceRefused.class).size()
                                + all(VenueEvent.PlaceUnknown.class).size()
                        >= count);
    }

    public void forget() {
        events.clear();
        answers.clear();
    }

    private List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
