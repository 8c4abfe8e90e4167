/** A case that is closed to somebody is closed in the engine's own routes too. */
package no.tolv.engine.hidden;
