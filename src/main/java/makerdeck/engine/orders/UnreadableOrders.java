package makerdeck.engine.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.venue.OddOrder;

/**
 * What the venue says of orders and nobody understands. Such an order is there; what else is true of it is not known,
 * so nothing is added on its side until a listing is clear again, and a while longer.
 *
 * <p>Engine thread only.
 */
public final class UnreadableOrders {

    private static final Duration LASTS = Duration.ofSeconds(10);
    private static final int REMEMBERED = 50;

    /** What was heard last of a side; {@code over} once a later listing was clear. */
    private record Heard(Message what, Instant at, boolean over) {}

    private final Map<Side, Heard> heard = new EnumMap<>(Side.class);
    private final Set<Message> told = new LinkedHashSet<>();
    private List<OddOrder> listed = List.of();

    /** An order of a side is in a state nobody knows. True when the operator has not been told of that yet. */
    public boolean heard(Side side, Message what, Instant now) {
        heard.put(side, new Heard(what, now, false));
        return isNews(what);
    }

    private boolean isNews(Message what) {
        if (!told.add(what)) {
            return false;
        }
        if (told.size() > REMEMBERED) {
            told.remove(told.iterator().next());
        }
        return true;
    }

    /** Takes over a listing; tells what the operator has not been told yet. */
    public List<OddOrder> listed(List<OddOrder> odd, Instant asked, Instant now) {
        listed = odd;
        heard.replaceAll((side, last) -> last.at().isBefore(asked) ? new Heard(last.what(), last.at(), true) : last);
        return odd.stream().filter(order -> listed(order, now)).toList();
    }

    private boolean listed(OddOrder order, Instant now) {
        var news = false;
        for (var side : Side.values()) {
            if (order.side() == null || order.side() == side) {
                news |= heard(side, order.trouble(), now);
            }
        }
        return news;
    }

    /** Why nothing may be added on a side, empty when nothing is open. */
    public Optional<Message> reason(Side side, Instant now) {
        var last = heard.get(side);
        return last == null || last.over() && !now.isBefore(last.at().plus(LASTS))
                ? Optional.empty()
                : Optional.of(Message.of("engine.unreadable-order.side", last.what()));
    }

    /** Whether any side waits for a clear listing. */
    public boolean isOpen(Instant now) {
        return heard.values().stream()
                .anyMatch(last -> !last.over() || now.isBefore(last.at().plus(LASTS)));
    }

    /** The rows of the last listing that were not understood in whole. */
    public List<OddOrder> listed() {
        return listed;
    }

    /** Those of them that are ours or may be, and that nothing else is known of. */
    public List<OddOrder> perhapsOurs(ClientIdAllocator ids, OrderTracker tracker) {
        return ids.isWatching()
                ? List.of()
                : listed.stream()
                        .filter(order -> isPerhapsOurs(order, ids) && !isKnown(order, tracker))
                        .toList();
    }

    private static boolean isPerhapsOurs(OddOrder order, ClientIdAllocator ids) {
        var id = order.clientId();
        return order.isAnybodys() || id != null && ids.isOurs(id);
    }

    private static boolean isKnown(OddOrder odd, OrderTracker tracker) {
        return tracker.live().stream().anyMatch(order -> isSame(odd, order));
    }

    /** Whether a row is this order: by either name. */
    public static boolean isSame(OddOrder odd, ManagedOrder order) {
        return order.clientId().equals(odd.clientId())
                || odd.orderId() != null && odd.orderId().equals(order.orderId());
    }
}
