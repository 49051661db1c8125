/**
 * The one place from which the desk asks addresses that people, feeds or pages name. An address is read into one spelling, its host
 * resolved once and every answer judged, and the connection goes to an address that was judged. HTTP is spoken by HttpCore on
 * that connection: nothing here has cookies, passwords, proxies or redirects of its own. See docs/adr/0012.
 */
@NullMarked
package org.isnad.platform.outbound;

import org.jspecify.annotations.NullMarked;
