/** What no edited diagram gets past: the law's floor, as checks of a diagram's graph. */
package no.tolv.engine.law;
