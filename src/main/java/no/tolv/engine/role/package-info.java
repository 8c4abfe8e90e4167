/** Who can take a task at the case's unit, and who must not. */
package no.tolv.engine.role;
