/** While something holds, no job of the engine is taken: timers wait, and so does what follows a completed task. */
package no.tolv.engine.quarantine;
