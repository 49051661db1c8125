/** My queue, triage and approvals as pages. */
@NullMarked
package org.isnad.desk.web;

import org.jspecify.annotations.NullMarked;
