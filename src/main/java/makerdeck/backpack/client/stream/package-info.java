/**
 * The exchange's streams: kept alive, checked against gaps, made into events. It must never show a
 * book that may miss an update.
 */
@NullMarked
package makerdeck.backpack.client.stream;

import org.jspecify.annotations.NullMarked;
