/** Keeps a diagram, a table, a form or a stored filter from running code: what is not on a list is refused, and what slips past finds nothing to run. */
package no.tolv.engine.confine;
