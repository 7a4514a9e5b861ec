package makerdeck.backpack.server.http;

import io.undertow.server.HttpServerExchange;
import java.util.Map;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Call;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.QueryParameters;
import makerdeck.backpack.server.base.RateLimiter;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.wire.signing.Headers;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.SigningString;
import makerdeck.simulator.model.AccountId;
import org.jspecify.annotations.Nullable;

/** Decides whether a REST call goes on: who it is from, and how many there were. IO thread only. */
public final class RequestGuard {

    private static final String STRANGER = "?";

    private final Authenticator authenticator;
    private final RateLimiter limiter;

    public RequestGuard(Authenticator authenticator, RateLimiter limiter) {
        this.authenticator = authenticator;
        this.limiter = limiter;
    }

    Call admit(HttpServerExchange http, Endpoint endpoint, String body) throws RefusedCallException {
        var parameters = parameters(http);
        var instruction = endpoint.instruction();
        if (instruction == null) {
            limiter.count("", endpoint.budget());
            return new Call(parameters, body, null);
        }
        var caller = caller(http);
        var account = known(endpoint, instruction, caller, parameters, body);
        if (!endpoint.method().equals("GET")) {
            authenticator.requireTrading(caller);
        }
        limiter.count(String.valueOf(caller.key()), endpoint.budget());
        return new Call(parameters, body, account);
    }

    /** What a call gets that leads nowhere: too many of these are refused like all others. */
    Answer turnedAway(Answer answer) {
        try {
            limiter.count(STRANGER, RateLimiter.Budget.STANDARD);
            return answer;
        } catch (RefusedCallException refused) {
            return refused.answer();
        }
    }

    /** Wrong signatures are counted too, but never against the key they name: anybody can name it. */
    private AccountId known(
            Endpoint endpoint, Instruction instruction, VerifiedCaller caller, QueryParameters parameters, String body)
            throws RefusedCallException {
        try {
            return check(endpoint, instruction, caller, parameters, body);
        } catch (RefusedCallException refused) {
            throw new RefusedCallException(turnedAway(refused.answer()));
        }
    }

    /** A body is what counts where there is one; a GET has none. */
    private AccountId check(
            Endpoint endpoint, Instruction instruction, VerifiedCaller caller, QueryParameters parameters, String body)
            throws RefusedCallException {
        if (body.isEmpty() || endpoint.method().equals("GET")) {
            return authenticator.check(
                    caller, (at, window) -> SigningString.ofQuery(instruction, parameters.entries(), at, window));
        }
        return authenticator.check(caller, (at, window) -> SigningString.ofBody(instruction, body, at, window));
    }

    private static QueryParameters parameters(HttpServerExchange http) {
        return new QueryParameters(http.getQueryParameters().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> Map.entry(each.getKey(), value)))
                .toList());
    }

    private static VerifiedCaller caller(HttpServerExchange http) {
        return new VerifiedCaller(
                header(http, Headers.API_KEY),
                header(http, Headers.SIGNATURE),
                header(http, Headers.TIMESTAMP),
                header(http, Headers.WINDOW));
    }

    private static @Nullable String header(HttpServerExchange http, String name) {
        return http.getRequestHeaders().getFirst(name);
    }
}
