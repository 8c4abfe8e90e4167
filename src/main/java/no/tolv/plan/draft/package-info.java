/** A plan being written: what the form begins with, what it must fulfil, and the draft that is kept. */
package no.tolv.plan.draft;
