package makerdeck.backpack.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.RequestBudget.Purpose;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.venue.Refusal;
import makerdeck.words.Words;
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
final class Rest {

    /** Makes an answer of a 200's body; runs on OkHttp's thread. */
    interface Decoding<T> {
        T read(Codec codec, String body) throws MalformedMessageException, UnreadableException;
    }

    private static final int NO_CONTENT = 204;
    private static final long LONGEST_BODY = 8 << 20;

    private final Http http;
    private final RequestSigner signer;
    private final ClientThread thread;
    private final LongSupplier nanos;
    private final Traffic traffic;
    private final Codec codec = new Codec();

    private @Nullable Duration patience;

    Rest(Http http, RequestSigner signer, ClientThread thread, LongSupplier nanos, Traffic traffic) {
        this.http = http;
        this.signer = signer;
        this.thread = thread;
        this.nanos = nanos;
        this.traffic = traffic;
    }

    Codec codec() {
        return codec;
    }

    <T> void send(Ask ask, Decoding<T> decoding, Outcome<T> outcome) {
        if (traffic.budget().isBanned()) {
            outcome.refused(new Rejection(0, "", Refusal.BANNED, Words.say("client.banned")));
            return;
        }
        var detour = patience == null ? traffic.detours().holdsBack(ask.purpose()) : "";
        if (!detour.isEmpty()) {
            outcome.refused(Rejection.notSent(Words.say("client.held-back", detour)));
            return;
        }
        if (!traffic.budget().take(ask.purpose())) {
            outcome.refused(Rejection.notSent(Words.say("client.budget-spent")));
            return;
        }
        var sent = new Http.Sent(request -> signer.signed(request, ask, nanos.getAsLong()));
        var request =
                signer.request(ask).newBuilder().tag(Http.Sent.class, sent).build();
        newCall(ask, request).enqueue(new Handover<>(decoding, outcome, sent, ask));
    }

    /** How long a read may take from now on while the venue is being reached; null: as long as any other. */
    void patience(@Nullable Duration longest) {
        patience = longest;
    }

    private Call newCall(Ask ask, Request request) {
        if (ask.purpose() != Purpose.READ) {
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
        private final Outcome<T> outcome;
        private final Http.Sent sent;
        private final Purpose purpose;
        private final long startedAt = nanos.getAsLong();

        Handover(Decoding<T> decoding, Outcome<T> outcome, Http.Sent sent, Ask ask) {
            this.decoding = decoding;
            this.outcome = outcome;
            this.sent = sent;
            this.purpose = ask.purpose();
        }

        @Override
        public void onFailure(Call call, IOException failure) {
            var words = Plain.words(failure);
            long took = nanos.getAsLong() - startedAt;
            thread.run(() -> {
                if (sent.happened()) {
                    // What was given up on took at least as long.
                    traffic.roundTrips().add(took);
                    outcome.unknown(new Rejection(0, "", Refusal.OTHER, words));
                } else {
                    outcome.refused(Rejection.notSent(words));
                }
            });
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                conclude(judge(response.code(), text(response)));
            } catch (IOException e) {
                onFailure(call, e);
            } catch (RuntimeException unforeseen) {
                // On OkHttp's thread nobody would hear of it, and the question would stay open for ever.
                Logger.error(unforeseen, "an answer cannot be read");
                conclude(unreadable(unforeseen.toString()));
            } catch (Error fatal) {
                conclude(unreadable(fatal.toString()));
                throw fatal;
            }
        }

        private void conclude(Consumer<Outcome<T>> verdict) {
            long took = nanos.getAsLong() - startedAt;
            thread.run(() -> {
                traffic.roundTrips().add(took);
                verdict.accept(outcome);
            });
        }

        private Consumer<Outcome<T>> judge(int status, String body) {
            if (status == 200) {
                return ForeignAnswer.isHtml(body) || body.isBlank()
                        ? unknown(Rejection.foreign(status, body))
                        : read(status, body);
            }
            if (status == NO_CONTENT && body.isBlank()) {
                // The venue has nothing to tell; a call that expects something finds it unreadable.
                return read(status, body);
            }
            if (status == 202) {
                return unknown(new Rejection(status, "", Refusal.OTHER, Words.say("client.answer.not-carried-out")));
            }
            var why = Rejection.read(codec, status, body);
            boolean definite = status >= 400 && status < 500 && status != 408 && !why.isUndecided();
            return definite ? refused(why) : unknown(why);
        }

        private Consumer<Outcome<T>> read(int status, String body) {
            try {
                var answer = decoding.read(codec, body);
                return to -> {
                    traffic.detours().heard(purpose);
                    if (purpose != Purpose.READ) {
                        traffic.doubts().acceptSignature();
                    }
                    to.done(answer);
                };
            } catch (MalformedMessageException e) {
                return unknown(Rejection.foreign(status, body));
            } catch (UnreadableException e) {
                return unreadable(String.valueOf(e.getMessage()));
            }
        }

        private Consumer<Outcome<T>> unreadable(String why) {
            return unknown(new Rejection(200, "", Refusal.OTHER, Words.say("client.answer.unreadable", why)));
        }

        private Consumer<Outcome<T>> refused(Rejection why) {
            return to -> {
                traffic.detours().heard(purpose);
                to.refused(traffic.refused(why));
            };
        }

        private Consumer<Outcome<T>> unknown(Rejection why) {
            return to -> {
                traffic.detoured(purpose, why);
                to.unknown(traffic.doubts().raise(why));
            };
        }
    }

    private static String text(Response response) throws IOException {
        var source = response.body().source();
        if (source.request(LONGEST_BODY)) {
            throw new IOException(Words.say("client.answer.too-long", LONGEST_BODY));
        }
        return source.readUtf8();
    }
}
