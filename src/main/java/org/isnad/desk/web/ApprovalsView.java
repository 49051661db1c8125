package org.isnad.desk.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.desk.ApprovalItem;
import org.isnad.desk.ApprovalList;
import org.isnad.kernel.Page;

/**
 * A list of the approvals page.
 *
 * @param decided
 *            whether the person has just decided on a claim
 */
record ApprovalsView(ApprovalList list, Page<ApprovalItem> page, @Nullable String after, boolean decided) {

    public List<ApprovalList> lists() {
        return List.of(ApprovalList.values());
    }
}
