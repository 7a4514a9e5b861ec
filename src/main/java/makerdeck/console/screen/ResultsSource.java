package makerdeck.console.screen;

import makerdeck.message.Message;
import makerdeck.snapshot.Results;

/** Where results come from. UI thread; nobody waits: what is asked for is read elsewhere and found here later. */
public interface ResultsSource {

    /** Nobody keeps any. */
    ResultsSource NONE = new ResultsSource() {
        @Override
        public void ask() {}

        @Override
        public Results.Answer latest() {
            return new Results.Answer(null, Message.of("console.results.none-kept"));
        }
    };

    /** Has them read anew; does nothing while they are being read. */
    void ask();

    /** What came of it last. */
    Results.Answer latest();
}
