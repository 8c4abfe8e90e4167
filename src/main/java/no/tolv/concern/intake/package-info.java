/** What stands between strangers and the cases: how much at once, what is sent twice, what is held together, and the codes. */
package no.tolv.concern.intake;
