package org.isnad.origin;

import org.isnad.kernel.Action;

/** What happens to the record of an outlet or author. Names are stored for ever: never rename one. */
enum OriginAction implements Action {
    /** It came into being with a name that was not known. */
    ORIGIN_RECORDED,
    ORIGIN_RENAMED,
    /** It took over the names of another. */
    ORIGIN_MERGED,
    /** Its names went to another. */
    ORIGIN_MERGED_AWAY,
    /** A name went out of it into a record of its own. */
    ORIGIN_NAME_PARTED,
    /** It has a name of its own again after it had been merged. */
    ORIGIN_RESTORED
}
