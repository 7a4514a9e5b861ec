package makerdeck.venue;

import java.util.List;
import makerdeck.domain.Market;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Hears the public streams of a market word for word, as the venue sent them: prices and quantities are foreign text
 * that nobody has judged yet. All calls come on one thread of the venue's client; none may block.
 */
public interface MarketWitness {

    /** Hears nothing. */
    MarketWitness NONE = new MarketWitness() {};

    /**
     * A change of the book.
     *
     * @param bids [price, absolute quantity], zero deletes
     * @param atMicros the venue's time, null when it did not say
     */
    record Update(
            long firstId,
            long lastId,
            List<List<String>> bids,
            List<List<String>> asks,
            @Nullable Long atMicros) {}

    /** A public trade. */
    record Print(
            long id,
            String price,
            String quantity,
            boolean buyerIsMaker,
            @Nullable Long atMicros) {}

    /** The whole book, as far as the venue tells it, with the id of its last change. */
    record Picture(long lastId, List<List<String>> bids, List<List<String>> asks) {}

    /** What is traded, before anything else, and whenever that changes. */
    default void rules(Market market) {}

    default void updated(Update update) {}

    default void printed(Print print) {}

    /** The venue has been asked for its book: {@link #pictured} may follow, with a book of any moment from now on. */
    default void pictureAsked() {}

    default void pictured(Picture picture) {}

    /** Something may have been missed: what follows is to be trusted from the next picture on. */
    default void broken(Message why) {}

    /** Whether it needs a picture now; asked several times a second. */
    default boolean wantsPicture() {
        return false;
    }
}
