/**
 * Flags, presets, keys and folders: read once, validated. It must never keep a secret anywhere but in
 * {@link makerdeck.settings.ApiKeys}.
 */
@NullMarked
package makerdeck.settings;

import org.jspecify.annotations.NullMarked;
