package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undertow.Version;
import java.lang.module.ModuleDescriptor;
import org.junit.jupiter.api.Test;

class ServerLibraryTest {

    /** Published holes, the last of them closed by this version: CVE-2026-28367, -28368, -28369. */
    private static final String HEALED = "2.4.4.Final";

    @Test
    void theServersLibraryIsNoneWithPublishedHoles() {
        var found = Version.getVersionString();

        assertTrue(ModuleDescriptor.Version.parse(found).compareTo(ModuleDescriptor.Version.parse(HEALED)) >= 0, found);
    }
}
