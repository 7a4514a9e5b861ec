package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import makerdeck.snapshot.Earnings;
import org.jspecify.annotations.Nullable;

/**
 * How the books stood when the day and the session began. A day is one of the UTC calendar and begins with the last
 * valuation before midnight, as the journal tells days; whichever life wrote it down.
 *
 * <p>Engine thread only.
 */
final class Openings {

    private static final String DAY = "day:";
    private static final String SESSION = "session:";
    private static final String AT = "at";
    private static final String DATE = "day";
    private static final String VALUED_AT = "valued-at";

    private LocalDate date = LocalDate.MIN;
    private @Nullable Standing day;
    private @Nullable Standing session;
    private @Nullable Standing valued;
    private BigDecimal sessionFrom = BigDecimal.ZERO;
    private boolean awaitsSession;

    /** The books begin. */
    void opened(Standing standing) {
        date = date(standing.at());
        day = standing;
        session = standing;
        valued = standing;
    }

    /** {@code isNew}: what has been restored of a session is of one that is over. */
    void awaitSession(boolean isNew) {
        awaitsSession = isNew;
        if (isNew) {
            session = null;
        }
    }

    /** What was executed while the desk was down is in the books: a new session begins. */
    void caughtUp(BigDecimal pnl, Standing standing) {
        if (awaitsSession) {
            awaitsSession = false;
            sessionFrom = pnl;
            session = standing;
        }
    }

    /** Of {@code pnl} what the session has made. */
    BigDecimal sessionPnl(BigDecimal pnl) {
        return awaitsSession ? BigDecimal.ZERO : pnl.subtract(sessionFrom);
    }

    /** The books are valued and written down. */
    void valued(Standing standing) {
        look(standing.at());
        valued = standing;
    }

    /** What has been earned until {@code standing}. */
    Earnings earnings(BigDecimal equity, Standing standing) {
        look(standing.at());
        return new Earnings(
                equity, day == null ? null : standing.since(day), session == null ? null : standing.since(session));
    }

    /** A clock that was set back begins no day again. */
    private void look(Instant now) {
        var today = date(now);
        if (today.isAfter(date)) {
            day = valued != null && date(valued.at()).isBefore(today) ? valued : null;
            date = today;
        }
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** What is not known is not written. */
    void write(Map<String, BigDecimal> sums) {
        sums.put("session from", sessionFrom);
        if (day != null) {
            sums.put(DATE, BigDecimal.valueOf(date.toEpochDay()));
            day.write(DAY, sums);
        }
        if (session != null) {
            session.write(SESSION, sums);
        }
        if (valued != null) {
            Standing.writeTime(VALUED_AT, valued.at(), sums);
        }
    }

    /** @param restored how the books stood when they were last valued, but for when that was */
    void read(Map<String, BigDecimal> sums, Standing restored) {
        sessionFrom = Ledger.sum(sums, "session from");
        if (sums.containsKey(VALUED_AT)) {
            valued = restored.at(Standing.readTime(VALUED_AT, sums));
            date = date(valued.at());
        }
        if (sums.containsKey(DATE)) {
            // An int of days is a date in any case.
            date = LocalDate.EPOCH.plusDays(Ledger.sum(sums, DATE).intValueExact());
            day = Standing.read(DAY, sums);
        }
        if (sums.containsKey(SESSION + AT)) {
            session = Standing.read(SESSION, sums);
        }
    }
}
