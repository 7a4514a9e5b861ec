package makerdeck.engine;

import java.time.Instant;
import java.util.List;
import makerdeck.domain.Order;
import makerdeck.words.Words;

/** Tells of orders on the account that are not this desk's: shown and counted, left alone. Engine thread only. */
final class ExternalNews {

    private final Diary diary;
    private final Facts facts;
    private final Externals externals;

    ExternalNews(Diary diary, Facts facts, Externals externals) {
        this.diary = diary;
        this.facts = facts;
        this.externals = externals;
    }

    void changed(Order order, Instant now) {
        if (externals.changed(order, now)) {
            tell(order, now);
        }
    }

    /** Takes over a listing of all that was open at some time after {@code asked}. */
    void listed(List<Order> orders, Instant asked, Instant now) {
        externals.listed(orders, asked, now).forEach(order -> tell(order, now));
    }

    private void tell(Order order, Instant now) {
        var text = Texts.order(order.side(), order.remaining(), order.price(), facts.market());
        diary.info(now, Words.say("engine.external", text));
    }
}
