package makerdeck.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A test that is run with several seeds: the fault meets the desk at another moment each time. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(Seeded.Seeds.class)
public @interface Seeded {

    /** The seeds of a run: five, and more for a campaign. */
    final class Seeds implements ArgumentsProvider {

        private static final long FEWEST = 5;
        private static final long PER_CAMPAIGN = 100;

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            long more = Integer.getInteger("campaign", 0) / PER_CAMPAIGN;
            return LongStream.rangeClosed(1, FEWEST + more).mapToObj(Arguments::of);
        }
    }
}
