package org.cabildo.ledger;

/** What can be done that the trail keeps. The names are part of the public format: none is ever changed or reused. */
public enum Act {
    /** A proposed version of a plan was approved on behalf of somebody. */
    PLAN_APPROVED,
    /** A version of a plan became what the public reads. */
    PLAN_PUBLISHED,
    /** A published plan was changed, with a reason. */
    PLAN_AMENDED,
    /** A plan came from one stage of its life to another. */
    PLAN_STEPPED,
    /** A commitment was withdrawn, with a reason. */
    COMMITMENT_WITHDRAWN,
    /** A milestone was withdrawn, with a reason. */
    MILESTONE_WITHDRAWN,
    /** A milestone moved forward, with evidence. */
    PROGRESS_REPORTED,
    /** Progress that was reported too high was lowered, with a reason. */
    PROGRESS_CORRECTED,
    /** Why a milestone is late was told. */
    DELAY_EXPLAINED,
    /** A fact of membership was stated in public. */
    FACT_STATED,
    /** A fact of membership was taken back. */
    FACT_WITHDRAWN,
    /** The look of the portal was published. */
    APPEARANCE_PUBLISHED,
    /** The pillars and the text on open government were published. */
    PILLARS_PUBLISHED,
    /** A new set of pillars was begun. */
    PILLAR_SET_BEGUN,
    /** A host of the portal's own was proven and answers. */
    HOST_PROVEN,
    /** A host stopped answering because its proof was gone. */
    HOST_LAPSED,
    /** A host was given up. */
    HOST_GIVEN_UP,
    /** Somebody who had no role was given some. */
    RIGHTS_GIVEN,
    /** Somebody's roles were changed. */
    RIGHTS_CHANGED,
    /** All of somebody's roles were taken away. */
    RIGHTS_REMOVED,
    /** Somebody accepted an invitation and has its roles. */
    INVITATION_ACCEPTED,
    /** Somebody from elsewhere entered: an officer of another institution, or a national coordinator. */
    TENANT_ENTERED,
    /** A tenant was asked to join a consortium. */
    CONSORTIUM_INVITED,
    /** That was taken back before it was answered. */
    CONSORTIUM_UNINVITED,
    /** A tenant joined a consortium. */
    CONSORTIUM_JOINED,
    /** A tenant declined to join a consortium. */
    CONSORTIUM_DECLINED,
    /** A member of a consortium was suspended, with a reason. */
    CONSORTIUM_SUSPENDED,
    /** A suspended member of a consortium was reinstated. */
    CONSORTIUM_REINSTATED,
    /** A member left a consortium, with a reason. */
    CONSORTIUM_LEFT,
    /** The national coordination said since when a member belongs, and where that is written. */
    CONSORTIUM_DATED,
    /** What a member may do in a consortium was changed. */
    CONSORTIUM_RIGHT_CHANGED,
    /** By which rule a consortium's members approve was changed. */
    CONSORTIUM_RULE_CHANGED,
    /** The house made the tenant. */
    TENANT_MADE,
    /** The house changed the tenant's tables for a newer release. */
    TENANT_MIGRATED,
    /** The house gave the tenant's logins new passwords. */
    PASSWORDS_RENEWED,
    /** Somebody was forgotten: nothing tells any more who they were. */
    PERSON_FORGOTTEN
}
