/** What is sent to whom: a note, and what the operator wants of each sink. It must never send anything. */
@NullMarked
package makerdeck.notify.model;

import org.jspecify.annotations.NullMarked;
