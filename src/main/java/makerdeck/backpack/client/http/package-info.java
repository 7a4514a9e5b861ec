/**
 * One signed request and its answer, within the venue's rate limits. It must never know what a call
 * is about or send an order a second time.
 */
@NullMarked
package makerdeck.backpack.client.http;

import org.jspecify.annotations.NullMarked;
