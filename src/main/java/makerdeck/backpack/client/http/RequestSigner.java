package makerdeck.backpack.client.http;

import java.io.IOException;
import java.util.List;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.http.RequestBudget.Purpose;
import makerdeck.backpack.wire.ClientFrame;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.signing.Headers;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.SigningString;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Turns calls into HTTP requests and signs the private ones with the venue's time. Any thread. */
public final class RequestSigner {

    private static final MediaType JSON = MediaType.get("application/json");

    private final BackpackSettings settings;
    private final HttpUrl base;
    private final @Nullable Signer signer;
    private final VenueClock venueClock;
    private final Codec codec = new Codec();

    /** @param signer null where nothing is ever signed: whatever would have to be throws {@link IllegalStateException} */
    public RequestSigner(BackpackSettings settings, @Nullable Signer signer, VenueClock venueClock) {
        this.settings = settings;
        this.base = HttpUrl.get(settings.restUrl());
        this.signer = signer;
        this.venueClock = venueClock;
    }

    Request request(ApiRequest apiRequest) {
        var url = base.newBuilder().encodedPath(apiRequest.path());
        apiRequest.query().forEach(each -> url.addQueryParameter(each.getKey(), each.getValue()));
        var request = new Request.Builder()
                .url(url.build())
                .method(apiRequest.method(), apiRequest.body() == null ? null : new OnceBody(apiRequest.body()));
        return request.build();
    }

    /**
     * The request as it is sent at this moment. Throws {@link OverdueException} when it is an order that has waited so
     * long that it must not be sent any more.
     */
    Request signed(Request request, ApiRequest apiRequest, long nanos) throws OverdueException {
        var deadline = apiRequest.deadline();
        if (deadline != null && nanos - deadline > 0) {
            throw new OverdueException();
        }
        if (apiRequest.instruction() == null) {
            return request;
        }
        var signed = request.newBuilder();
        sign(signed, apiRequest, apiRequest.instruction());
        return signed.build();
    }

    /** The frame that subscribes to the account's own streams. */
    public String subscription(List<String> streams) {
        var key = key();
        var at = venueClock.now();
        var window = settings.window();
        var signature = key.sign(SigningString.ofSubscription(at, window));
        return codec.encodeRequest(new ClientFrame(
                "SUBSCRIBE",
                streams,
                List.of(
                        key.publicKey(),
                        signature,
                        String.valueOf(at.toEpochMilli()),
                        String.valueOf(window.toMillis()))));
    }

    private Signer key() {
        if (signer == null) {
            throw new IllegalStateException("there is no key to sign with");
        }
        return signer;
    }

    private void sign(Request.Builder request, ApiRequest apiRequest, Instruction instruction) {
        var at = venueClock.now();
        var window = apiRequest.purpose() == Purpose.ORDER ? settings.orderWindow() : settings.window();
        var body = apiRequest.body();
        try {
            var text = body == null
                    ? SigningString.ofQuery(instruction, apiRequest.query(), at, window)
                    : SigningString.ofBody(instruction, body, at, window);
            request.header(Headers.API_KEY, key().publicKey())
                    .header(Headers.SIGNATURE, key().sign(text))
                    .header(Headers.TIMESTAMP, String.valueOf(at.toEpochMilli()))
                    .header(Headers.WINDOW, String.valueOf(window.toMillis()));
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("our own body must be JSON", e);
        }
    }

    /** A body that OkHttp must not send again, whatever the answer asks for. */
    private static final class OnceBody extends RequestBody {

        private final ByteString json;

        OnceBody(String json) {
            this.json = ByteString.encodeUtf8(json);
        }

        @Override
        public @Nullable MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return json.size();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(json);
        }

        @Override
        public boolean isOneShot() {
            return true;
        }
    }
}
