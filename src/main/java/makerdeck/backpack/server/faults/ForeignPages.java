package makerdeck.backpack.server.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.simulator.faults.Fault;

/** What firewalls, gateways and region blocks answer in a venue's place. Any thread; never blocks. */
final class ForeignPages {

    private static final Map<Fault, Answer> ALL = new EnumMap<>(Map.of(
            Fault.PAGE_403, page(403, "Attention Required! | Firewall"),
            Fault.PAGE_429, page(429, "Too Many Requests"),
            Fault.PAGE_451, page(451, "Unavailable For Legal Reasons"),
            Fault.PAGE_502, page(502, "502 Bad Gateway"),
            Fault.PAGE_200, page(200, "Welcome"),
            Fault.PAGE_ON_READS, page(403, "Access denied")));

    private ForeignPages() {}

    /** The page that a call gets, empty when the venue answers itself. */
    static Optional<Answer> instead(Predicate<Fault> isOn, Endpoint endpoint) {
        return ALL.entrySet().stream()
                .filter(page -> isOn.test(page.getKey()))
                .filter(page -> page.getKey() != Fault.PAGE_ON_READS
                        || endpoint.method().equals("GET"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The page that stands in a socket's place. */
    static Optional<Answer> insteadOfSocket(Predicate<Fault> isOn) {
        return ALL.entrySet().stream()
                .filter(page -> page.getKey() != Fault.PAGE_ON_READS && isOn.test(page.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Answer page(int status, String title) {
        return Answer.text(
                status,
                "<!DOCTYPE html>\n<html>\n<head>\n<title>" + title + "</title>\n</head>\n<body>\n<h1>" + title
                        + "</h1>\n</body>\n</html>\n");
    }
}
