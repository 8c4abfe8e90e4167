/** Who may open which case. */
package no.tolv.access;
