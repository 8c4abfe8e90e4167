/** Every reading of a case leaves a trace, also one that goes through the engine. */
package no.tolv.access.trace;
