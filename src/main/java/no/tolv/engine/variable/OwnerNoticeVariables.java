package no.tolv.engine.variable;

import java.util.List;

/** What {@code ownerNotice} decides by; {@code notice} is the notice's id. */
public final class OwnerNoticeVariables {

    public static final ProcessVariable<String> NOTICE = new ProcessVariable<>("notice", String.class);
    public static final ProcessVariable<String> NOTICE_EVENT = new ProcessVariable<>("noticeEvent", String.class);
    public static final ProcessVariable<String> NOTICE_CONTENT = new ProcessVariable<>("noticeContent", String.class);

    static final List<ProcessVariable<?>> ALL = List.of(NOTICE, NOTICE_EVENT, NOTICE_CONTENT);

    private OwnerNoticeVariables() {}
}
