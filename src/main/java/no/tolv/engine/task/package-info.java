/** A task is opened by having it or being a candidate for it, and by nothing else. */
package no.tolv.engine.task;
