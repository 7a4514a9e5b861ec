package makerdeck.guardian;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.backpack.wire.signing.Signer;

/**
 * Whose orders a guardian watches over, and where. It travels through the pipe alone; prints without the secret.
 *
 * @param tag the desk's instance tag, which is in the client id of each of its orders
 * @param silence how long the desk may be silent before it counts as dead
 * @param patience how long the venue may be out of reach, once the desk is gone, before the guardian gives up
 * @param folder where the guardian logs
 */
public record GuardianOrders(
        String symbol,
        URI rest,
        URI socket,
        String secret,
        int tag,
        Duration silence,
        Duration patience,
        Path folder,
        Lease lease) {

    /** Ends the charge on the pipe. */
    static final String END = "guard";

    /** As lines for the pipe; the last one ends it. */
    public List<String> lines() {
        return List.of(
                "symbol=" + symbol,
                "rest=" + rest,
                "socket=" + socket,
                "secret=" + secret,
                "tag=" + tag,
                "silence=" + silence,
                "patience=" + patience,
                "folder=" + folder,
                "term.file=" + lease.file(),
                "term.life=" + lease.life(),
                END);
    }

    /** From the lines before the last one; empty when they are not a whole charge. */
    static Optional<GuardianOrders> of(List<String> lines) {
        var values = new HashMap<String, String>();
        for (var line : lines) {
            int split = line.indexOf('=');
            if (split > 0) {
                values.put(line.substring(0, split), line.substring(split + 1));
            }
        }
        try {
            return Optional.of(new GuardianOrders(
                    need(values, "symbol"),
                    URI.create(need(values, "rest")),
                    URI.create(need(values, "socket")),
                    need(values, "secret"),
                    Integer.parseInt(need(values, "tag")),
                    Duration.parse(need(values, "silence")),
                    Duration.parse(need(values, "patience")),
                    Path.of(need(values, "folder")),
                    new Lease(Path.of(need(values, "term.file")), need(values, "term.life"))));
        } catch (IllegalArgumentException | DateTimeException incomplete) {
            return Optional.empty();
        }
    }

    /** The same to a guardian of another machine, whose files are its own. */
    public GuardianOrders keptIn(Path own) {
        var kept = new Lease(own.resolve(name()), lease.life());
        return new GuardianOrders(symbol, rest, socket, secret, tag, silence, patience, own, kept);
    }

    /** The same, but as patient with the desk as this. */
    public GuardianOrders with(Duration otherSilence) {
        return new GuardianOrders(symbol, rest, socket, secret, tag, otherSilence, patience, folder, lease);
    }

    /**
     * By what these are told from all others, as a file's name: desks of two accounts may have the same tag. Throws
     * {@link IllegalArgumentException} when the secret is none.
     */
    public String name() {
        var place = symbol + "-" + rest.getAuthority();
        return "desk-" + tag + "-" + new Signer(secret).fingerprint() + "-" + place.replaceAll("[^A-Za-z0-9_.-]", "-");
    }

    /** Whose orders they are, whatever life of the desk placed them. */
    public String account() {
        return symbol + " at " + rest + ", tag " + tag;
    }

    private static String need(Map<String, String> values, String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Charge[" + account() + "]";
    }
}
