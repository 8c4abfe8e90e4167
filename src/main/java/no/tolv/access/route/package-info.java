/** Which paths are open to whom, what may be asked on them, and what a browser may do with the answer. */
package no.tolv.access.route;
