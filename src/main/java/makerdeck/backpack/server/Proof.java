package makerdeck.backpack.server;

import org.jspecify.annotations.Nullable;

/** Who a request says it is from, as text from its headers or its socket frame. */
record Proof(
        @Nullable String key,
        @Nullable String signature,
        @Nullable String timestamp,
        @Nullable String window) {}
