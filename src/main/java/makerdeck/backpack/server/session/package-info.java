/**
 * Answers as a captured session did, at its pace. It must never invent what the session does not have.
 */
@NullMarked
package makerdeck.backpack.server.session;

import org.jspecify.annotations.NullMarked;
