/** Who may open which case, and what they find in it. */
package no.tolv.access;
