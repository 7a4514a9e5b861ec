package makerdeck.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.backpack.client.PlainCalls.Answer;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;

/** Whether the exchange is reached, is open, and agrees with this machine on the time. */
final class VenueChecks {

    private static final int READINGS = 5;
    private static final Duration OFF = Duration.ofSeconds(30);
    private static final Duration NEARLY_OFF = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofMillis(500);

    /** A new order is valid for so long after it was signed. */
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private final Patient patient;

    VenueChecks(Patient patient) {
        this.patient = patient;
    }

    /** Empty when nothing more can be asked there. */
    List<Finding> run() {
        var findings = new ArrayList<Finding>();
        try {
            var ping = patient.calls().open("/api/v1/ping", List.of());
            patient.raw().keep("ping", ping);
            if (!ping.isGood() || !ping.body().strip().equals("pong")) {
                findings.add(notTheVenue(ping));
                return findings;
            }
            findings.add(reached(ping));
            findings.add(status());
            findings.add(clock());
        } catch (UnavailableException failed) {
            findings.add(Finding.fail(
                    "reach",
                    Message.of("doctor.reach.none", patient.settings().rest().getHost(), failed.said()),
                    Message.of("doctor.reach.none.todo")));
        }
        return findings;
    }

    static boolean isReached(List<Finding> findings) {
        return findings.size() > 1;
    }

    /** A page of a firewall or of a country's law answers in place of the venue. */
    private static Finding notTheVenue(Answer answer) {
        if (answer.isClosed()) {
            return closed(answer.refusal());
        }
        var blocked = answer.status() == 403 || answer.status() == 451;
        return Finding.fail(
                "reach",
                Message.of("doctor.reach.other", answer.refusal()),
                Message.of(blocked ? "doctor.reach.blocked.todo" : "doctor.reach.other.todo"));
    }

    private static Finding reached(Answer answer) {
        var way = answer.tls().isEmpty() ? answer.protocol() : answer.protocol() + ", " + answer.tls();
        return Finding.ok("reach", Message.of("doctor.reach.ok", answer.took().toMillis(), way));
    }

    private Finding status() throws UnavailableException {
        var answer = patient.calls().open("/api/v1/status", List.of());
        patient.raw().keep("status", answer);
        if (answer.isGood()) {
            try {
                var told = patient.calls().codec().decode(Markets.Status.class, answer.body());
                return "Ok".equalsIgnoreCase(told.status())
                        ? Finding.ok("status", Message.of("doctor.status.ok"))
                        : closed(Message.plain(String.valueOf(told.status())));
            } catch (MalformedMessageException odd) {
                return unreadable("status", answer);
            }
        }
        return unreadable("status", answer);
    }

    private static Finding closed(Message why) {
        return Finding.fail("status", Message.of("doctor.status.closed", why), Message.of("doctor.status.closed.todo"));
    }

    static Finding unreadable(String check, Answer answer) {
        return Finding.fail(
                check, Message.of("doctor.unreadable", answer.refusal()), Message.of("doctor.unreadable.todo"));
    }

    private Finding clock() throws UnavailableException {
        var fastest = Duration.ofDays(1);
        var slowest = Duration.ZERO;
        var ahead = Duration.ZERO;
        for (int i = 0; i < READINGS; i++) {
            var sent = patient.clock().instant();
            var answer = patient.calls().open("/api/v1/time", List.of());
            if (i == 0) {
                patient.raw().keep("time", answer);
            }
            if (!answer.isGood() || !answer.body().strip().matches("\\d{1,15}")) {
                return unreadable("clock", answer);
            }
            var took = answer.took();
            if (took.compareTo(fastest) < 0) {
                fastest = took;
                ahead = Duration.between(
                        sent.plus(took.dividedBy(2)),
                        Instant.ofEpochMilli(Long.parseLong(answer.body().strip())));
            }
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        patient.calls().ahead(ahead);
        return judged(ahead, fastest, slowest);
    }

    private static Finding judged(Duration ahead, Duration fastest, Duration slowest) {
        var found = Message.of(
                "doctor.clock.found", seconds(ahead), fastest.toMillis(), slowest.toMillis(), WINDOW.toSeconds());
        if (ahead.abs().compareTo(OFF) > 0) {
            return Finding.fail("clock", found, Message.of("doctor.clock.off.todo"));
        }
        if (slowest.compareTo(WINDOW) > 0) {
            return Finding.fail("clock", found, Message.of("doctor.clock.slow.todo"));
        }
        if (ahead.abs().compareTo(NEARLY_OFF) > 0) {
            return Finding.warn("clock", found, Message.of("doctor.clock.off.todo"));
        }
        return slowest.compareTo(SLOW) > 0
                ? Finding.warn("clock", found, Message.of("doctor.clock.slow.todo"))
                : Finding.ok("clock", found);
    }

    /** {@code -0.120}. */
    private static String seconds(Duration length) {
        return java.math.BigDecimal.valueOf(length.toMillis(), 3).toPlainString();
    }
}
