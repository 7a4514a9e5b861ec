package makerdeck.backpack.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import makerdeck.backpack.server.base.Answer;

/**
 * Lets no web page in. A page of another site reaches loopback through its visitor's browser, which names the page in
 * {@code Origin} or marks the request in {@code Sec-Fetch-Site}; a name of the attacker's that was made to lead here
 * stands in {@code ServerRuntime}. Programs send none of the former, and a loopback name in the latter; its port may be
 * another one, for a tunnel has ends of its own. IO thread only.
 */
public final class Doorkeeper implements HttpHandler {

    private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?");

    private final HttpHandler inside;
    private final Supplier<Optional<Answer>> noSocket;

    /** @param noSocket what is answered to who wants a socket; empty: he gets one */
    public Doorkeeper(HttpHandler inside, Supplier<Optional<Answer>> noSocket) {
        this.inside = inside;
        this.noSocket = noSocket;
    }

    @Override
    public void handleRequest(HttpServerExchange http) throws Exception {
        var refused = refusal(http);
        if (refused.isPresent()) {
            http.setStatusCode(refused.get().status()).setPersistent(false);
            http.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
            http.getResponseSender().send((String) refused.get().body());
        } else {
            inside.handleRequest(http);
        }
    }

    private Optional<Answer> refusal(HttpServerExchange http) {
        var hosts = http.getRequestHeaders().get(Headers.HOST);
        if (hosts == null
                || hosts.size() != 1
                || !LOOPBACK.matcher(hosts.getFirst()).matches()) {
            return Optional.of(Answer.text(421, "this server answers to loopback names only"));
        }
        var site = http.getRequestHeaders().getFirst(FETCH_SITE);
        if (comesFromElsewhere(http, hosts.getFirst()) || site != null && !OWN_SITE.contains(site)) {
            return Optional.of(Answer.text(403, "requests of other sites' pages are refused"));
        }
        return "websocket".equalsIgnoreCase(http.getRequestHeaders().getFirst(Headers.UPGRADE))
                ? noSocket.get()
                : Optional.empty();
    }

    private static boolean comesFromElsewhere(HttpServerExchange http, String host) {
        var origins = http.getRequestHeaders().get(Headers.ORIGIN);
        return origins != null && !(origins.size() == 1 && origins.getFirst().equals("http://" + host));
    }
}
