/** A worry arrives and becomes a case. */
package no.tolv.concern;
