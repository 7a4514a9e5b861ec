/**
 * What a desk tells the service manager that started it: ready, alive, its state. It must never say alive of an engine
 * that stands still, and never make the engine wait.
 */
@NullMarked
package makerdeck.service;

import org.jspecify.annotations.NullMarked;
