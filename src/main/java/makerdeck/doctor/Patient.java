package makerdeck.doctor;

import java.time.Clock;
import java.time.Duration;
import makerdeck.backpack.client.PlainCalls;
import makerdeck.settings.DoctorSettings;
import makerdeck.strategy.parameters.Parameters;

/**
 * What is looked at.
 *
 * @param calls the exchange
 * @param parameters what a desk would run with
 * @param listening how long the streams are listened to
 */
record Patient(
        DoctorSettings settings,
        PlainCalls calls,
        Parameters parameters,
        Machine machine,
        RawAnswers raw,
        Clock clock,
        Duration listening) {

    String symbol() {
        return settings.symbol();
    }

    boolean hasKey() {
        return settings.keys() != null;
    }
}
