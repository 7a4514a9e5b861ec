package makerdeck.backpack.client.calls;

import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.CallOutcome;
import makerdeck.backpack.client.http.RestClient;

/**
 * Signed reads. One that the venue calls too late is signed and sent once more with its clock measured anew: a read
 * may be repeated, and a clock that has stepped is no reason to know nothing. Client thread only.
 */
public final class SignedReads {

    private final RestClient rest;
    private final ClockSync time;

    public SignedReads(RestClient rest, ClockSync time) {
        this.rest = rest;
        this.time = time;
    }

    <T> void send(ApiRequest ask, RestClient.Decoding<T> decoding, CallOutcome<T> outcome) {
        rest.send(ask, decoding, new CallOutcome<T>() {
            @Override
            public void done(T answer) {
                outcome.done(answer);
            }

            @Override
            public void refused(ApiRejection why) {
                if (why.isAboutTime()) {
                    time.readQuickly(() -> rest.send(ask, decoding, outcome), notRead -> outcome.refused(why));
                } else {
                    outcome.refused(why);
                }
            }

            @Override
            public void unknown(ApiRejection why) {
                outcome.unknown(why);
            }
        });
    }
}
