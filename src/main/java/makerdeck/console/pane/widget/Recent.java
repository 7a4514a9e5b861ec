package makerdeck.console.pane.widget;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import makerdeck.domain.Fill;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.OrderStage;
import org.jspecify.annotations.Nullable;

/**
 * What happened within the last {@link #SHOWN} and is to be seen where it happened.
 *
 * @param state whether the desk came into its state
 * @param fills booked
 * @param rejected the last order that was refused, null when none was
 */
public record Recent(boolean state, Set<Fill> fills, DeskNews.@Nullable OrderMoved rejected) {

    /** How long it stands out. */
    public static final Duration SHOWN = Duration.ofSeconds(2);

    /** @param log oldest first */
    public static Recent of(List<DeskEvent> log, Instant now) {
        boolean state = false;
        var fills = new HashSet<Fill>();
        DeskNews.OrderMoved rejected = null;
        for (int i = log.size() - 1; i >= 0 && isRecent(log.get(i).at(), now); i--) {
            var news = log.get(i).news();
            state |= news instanceof DeskNews.StateChanged;
            if (news instanceof DeskNews.FillBooked booked) {
                fills.add(booked.fill());
            }
            if (rejected == null && news instanceof DeskNews.OrderMoved moved && moved.stage() == OrderStage.REJECTED) {
                rejected = moved;
            }
        }
        return new Recent(state, Set.copyOf(fills), rejected);
    }

    public static boolean isRecent(Instant at, Instant now) {
        return now.isBefore(at.plus(SHOWN));
    }

    /** Whether a fill was of this order. */
    public boolean hasFilled(@Nullable String orderId) {
        return orderId != null && fills.stream().anyMatch(fill -> orderId.equals(fill.orderId()));
    }
}
