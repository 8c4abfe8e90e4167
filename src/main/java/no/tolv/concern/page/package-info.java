/** The pages for those without a login: report a worry, and see how far it has come. */
package no.tolv.concern.page;
