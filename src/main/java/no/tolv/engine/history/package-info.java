/** What the engine keeps of the past: steps taken and kinds of failure, never content. */
package no.tolv.engine.history;
