package makerdeck.backpack.client;

/**
 * Signed reads. One that the venue calls too late is signed and sent once more with its clock measured anew: a read
 * may be repeated, and a clock that has stepped is no reason to know nothing. Client thread only.
 */
final class Reads {

    private final Rest rest;
    private final TimeKeeping time;

    Reads(Rest rest, TimeKeeping time) {
        this.rest = rest;
        this.time = time;
    }

    <T> void send(Ask ask, Rest.Decoding<T> decoding, Outcome<T> outcome) {
        rest.send(ask, decoding, new Outcome<T>() {
            @Override
            public void done(T answer) {
                outcome.done(answer);
            }

            @Override
            public void refused(Rejection why) {
                if (why.isAboutTime()) {
                    time.readQuickly(() -> rest.send(ask, decoding, outcome), notRead -> outcome.refused(why));
                } else {
                    outcome.refused(why);
                }
            }

            @Override
            public void unknown(Rejection why) {
                outcome.unknown(why);
            }
        });
    }
}
