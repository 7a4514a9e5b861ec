package makerdeck.backpack.client.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.ClientThread;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.http.RequestBudget.Purpose;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import makerdeck.venue.Refusal;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Sends each call once and says how it ended: done, definitely not done, or unknown. Client thread
 * only; answers are decoded on OkHttp's threads.
 */
public final class RestClient {

    /** Makes an answer of a 200's body; runs on OkHttp's thread. */
    public interface Decoding<T> {
        T read(Codec codec, String body) throws MalformedMessageException, DecodeException;
    }

    private static final int NO_CONTENT = 204;
    private static final long LONGEST_BODY = 8 << 20;

    private final HttpClients http;
    private final RequestSigner signer;
    private final ClientThread thread;
    private final LongSupplier nanos;
    private final RequestStats stats;
    private final Codec codec = new Codec();

    private @Nullable Duration patience;

    public RestClient(
            HttpClients http, RequestSigner signer, ClientThread thread, LongSupplier nanos, RequestStats stats) {
        this.http = http;
        this.signer = signer;
        this.thread = thread;
        this.nanos = nanos;
        this.stats = stats;
    }

    public Codec codec() {
        return codec;
    }

    public <T> void send(ApiRequest apiRequest, Decoding<T> decoding, CallOutcome<T> outcome) {
        if (stats.budget().isBanned()) {
            outcome.refused(ApiRejection.ours(0, Refusal.BANNED, Message.of("client.banned")));
            return;
        }
        var detour = stats.detours().holdsBack(apiRequest.purpose());
        if (patience == null && detour.isPresent()) {
            outcome.refused(ApiRejection.notSent(Message.of("client.held-back", detour.get())));
            return;
        }
        if (!stats.budget().take(apiRequest.purpose())) {
            outcome.refused(ApiRejection.notSent(Message.of("client.budget-spent")));
            return;
        }
        var sent = new HttpClients.Sent(
                request -> signer.signed(request, apiRequest, nanos.getAsLong()), apiRequest.body());
        var request = signer.request(apiRequest)
                .newBuilder()
                .tag(HttpClients.Sent.class, sent)
                .build();
        newCall(apiRequest, request).enqueue(new Handover<>(decoding, outcome, sent, apiRequest));
    }

    /** How long a read may take from now on while the venue is being reached; null: as long as any other. */
    public void patience(@Nullable Duration longest) {
        patience = longest;
    }

    private Call newCall(ApiRequest apiRequest, Request request) {
        if (apiRequest.purpose() != Purpose.READ) {
            return http.orders().newCall(request);
        }
        if (patience == null) {
            return http.reads().newCall(request);
        }
        var call = http.patientReads().newCall(request);
        call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        return call;
    }

    /** Decodes on OkHttp's thread and tells the outcome on the client's. */
    private final class Handover<T> implements Callback {

        private final Decoding<T> decoding;
        private final CallOutcome<T> outcome;
        private final HttpClients.Sent sent;
        private final Purpose purpose;
        private final long startedAt = nanos.getAsLong();

        Handover(Decoding<T> decoding, CallOutcome<T> outcome, HttpClients.Sent sent, ApiRequest apiRequest) {
            this.decoding = decoding;
            this.outcome = outcome;
            this.sent = sent;
            this.purpose = apiRequest.purpose();
        }

        @Override
        public void onFailure(Call call, IOException failure) {
            http.unanswered(sent, failure);
            var words = TransportErrors.words(failure);
            long took = nanos.getAsLong() - startedAt;
            thread.run(() -> {
                if (sent.happened()) {
                    // What was given up on took at least as long.
                    stats.roundTrips().add(took);
                    outcome.unknown(ApiRejection.ours(0, Refusal.OTHER, words));
                } else {
                    outcome.refused(ApiRejection.notSent(words));
                }
            });
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                var body = text(response);
                http.answered(sent, response, body);
                conclude(judge(response.code(), body));
            } catch (IOException e) {
                onFailure(call, e);
            } catch (RuntimeException unforeseen) {
                // On OkHttp's thread nobody would hear of it, and the question would stay open for ever.
                Logger.error(unforeseen, "an answer cannot be read");
                conclude(unreadable(Message.plain(unforeseen.toString())));
            } catch (Error fatal) {
                conclude(unreadable(Message.plain(fatal.toString())));
                throw fatal;
            }
        }

        private void conclude(Consumer<CallOutcome<T>> verdict) {
            long took = nanos.getAsLong() - startedAt;
            thread.run(() -> {
                stats.roundTrips().add(took);
                verdict.accept(outcome);
            });
        }

        private Consumer<CallOutcome<T>> judge(int status, String body) {
            if (status == 200) {
                return ForeignAnswer.isHtml(body) || body.isBlank()
                        ? unknown(ApiRejection.foreign(status, body))
                        : read(status, body);
            }
            if (status == NO_CONTENT && body.isBlank()) {
                // The venue has nothing to tell; a call that expects something finds it unreadable.
                return read(status, body);
            }
            if (status == 202) {
                return unknown(ApiRejection.ours(status, Refusal.OTHER, Message.of("client.answer.not-carried-out")));
            }
            var why = ApiRejection.read(codec, status, body);
            boolean definite = status >= 400 && status < 500 && status != 408 && !why.isUndecided();
            return definite ? refused(why) : unknown(why);
        }

        private Consumer<CallOutcome<T>> read(int status, String body) {
            try {
                var answer = decoding.read(codec, body);
                return to -> {
                    stats.detours().heard(purpose);
                    if (purpose != Purpose.READ) {
                        stats.rechecks().acceptSignature();
                    }
                    to.done(answer);
                };
            } catch (MalformedMessageException e) {
                return unknown(ApiRejection.foreign(status, body));
            } catch (DecodeException e) {
                return unreadable(e.said());
            }
        }

        private Consumer<CallOutcome<T>> unreadable(Message why) {
            return unknown(ApiRejection.ours(200, Refusal.OTHER, Message.of("client.answer.unreadable", why)));
        }

        private Consumer<CallOutcome<T>> refused(ApiRejection why) {
            return to -> {
                stats.detours().heard(purpose);
                to.refused(stats.refused(why));
            };
        }

        private Consumer<CallOutcome<T>> unknown(ApiRejection why) {
            return to -> {
                stats.detoured(purpose, why);
                to.unknown(stats.rechecks().raise(why));
            };
        }
    }

    private static String text(Response response) throws IOException {
        var source = response.body().source();
        if (source.request(LONGEST_BODY)) {
            throw new UnavailableException(Message.of("client.answer.too-long", LONGEST_BODY));
        }
        return source.readUtf8();
    }
}
