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
    private final ClockSync clockSync;

    public SignedReads(RestClient rest, ClockSync clockSync) {
        this.rest = rest;
        this.clockSync = clockSync;
    }

    <T> void send(ApiRequest apiRequest, RestClient.Decoding<T> decoding, CallOutcome<T> outcome) {
        rest.send(apiRequest, decoding, new CallOutcome<T>() {
            @Override
            public void done(T answer) {
                outcome.done(answer);
            }

            @Override
            public void refused(ApiRejection why) {
                if (why.isAboutTime()) {
                    clockSync.readQuickly(
                            () -> rest.send(apiRequest, decoding, outcome), notRead -> outcome.refused(why));
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
