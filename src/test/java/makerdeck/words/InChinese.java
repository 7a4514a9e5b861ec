package makerdeck.words;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Tests in which the process speaks Traditional Chinese; English again after each. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChinese.Speaking.class)
@ResourceLock(Resources.LOCALE)
public @interface InChinese {

    /** Changes the language around each test. */
    final class Speaking implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            Words.speak(Language.TRADITIONAL_CHINESE);
        }

        @Override
        public void afterEach(ExtensionContext test) {
            Words.speak(Language.ENGLISH);
        }
    }
}
