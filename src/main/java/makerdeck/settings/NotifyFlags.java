package makerdeck.settings;

import picocli.CommandLine.Command;

/** {@code makerdeck notify}, which does nothing without saying what. */
@Command(name = "notify", mixinStandardHelpOptions = true, versionProvider = Version.class, usageHelpAutoWidth = true)
final class NotifyFlags {

    /** {@code makerdeck notify test}. */
    @Command(name = "test", mixinStandardHelpOptions = true, versionProvider = Version.class, usageHelpAutoWidth = true)
    static final class TestFlags {}
}
