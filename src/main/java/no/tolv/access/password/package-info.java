/** Login with a password: checked slowly, guessed slowly, and nobody is locked out by it. */
package no.tolv.access.password;
