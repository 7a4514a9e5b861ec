package makerdeck.backpack.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.wire.signing.Instruction;
import org.junit.jupiter.api.Test;

/** Who has no key asks only what everybody may ask. */
class RequestSignerTest {

    private final RequestSigner keyless = new RequestSigner(
            new BackpackSettings("SOL_USDC", URI.create("http://127.0.0.1:1"), URI.create("ws://127.0.0.1:1")),
            null,
            new VenueClock(Clock.systemUTC(), System::nanoTime));

    @Test
    void whatIsPublicIsSentWithoutASignature() throws OverdueException {
        var open = ApiRequest.open("/api/v1/time", List.of());

        var sent = keyless.signed(keyless.request(open), open, 0);

        assertEquals(0, sent.headers().size());
    }

    @Test
    void nothingIsSignedWithoutAKey() {
        var account = ApiRequest.read("/api/v1/account", Instruction.ACCOUNT_QUERY, List.of());
        var order = ApiRequest.orders("[]", Long.MAX_VALUE);

        assertThrows(IllegalStateException.class, () -> keyless.signed(keyless.request(account), account, 0));
        assertThrows(IllegalStateException.class, () -> keyless.signed(keyless.request(order), order, 0));
        assertThrows(IllegalStateException.class, () -> keyless.subscription(List.of("account.orderUpdate")));
    }
}
