package makerdeck.backpack.wire;

import org.jspecify.annotations.Nullable;

/** The venue's refusal. Codes the desk has never heard of are legal. */
public record ApiError(@Nullable String code, @Nullable String message) {}
