/**
 * The snapshot that screens are made of, and the report at the end. Publishing must never change
 * what is published.
 */
@NullMarked
package makerdeck.engine.publish;

import org.jspecify.annotations.NullMarked;
