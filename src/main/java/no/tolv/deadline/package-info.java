/** When something is due, in days that count. */
package no.tolv.deadline;
