/** When a task is due, and how a demonstration lives through the time until then. */
package no.tolv.engine.time;
