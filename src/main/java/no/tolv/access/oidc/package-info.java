/** Login with the municipality's identity provider (OpenID Connect), when one is configured. */
package no.tolv.access.oidc;
