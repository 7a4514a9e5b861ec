package makerdeck.backpack.server.http;

import org.jspecify.annotations.Nullable;

/** Who a request says it is from, as text from its headers or its socket frame. */
public record VerifiedCaller(
        @Nullable String key,
        @Nullable String signature,
        @Nullable String timestamp,
        @Nullable String window) {}
